import { childAccountNamed, forgetChildAccounts } from '../shared/accounts/childAccount';
import type { Subject } from '../shared/engine/concurrency';

/** The child accounts that the items of a run name. */
export const childAccount: Subject = {
	keys: async ({ params, duo }) => [
		(await childAccountNamed(duo, params.locator('childAccount'))).account_id,
	],
	forget: forgetChildAccounts,
};
