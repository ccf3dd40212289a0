import { childAccountNamed } from '../shared/accounts/childAccount';
import type { ChildAccount, DuoParameters } from '../shared/duo/Duo';
import type { ItemCall } from '../shared/engine/ItemCall';
import { DuoApiError } from '../shared/errors/DuoApiError';
import { InputError } from '../shared/errors/InputError';
import { toError } from '../shared/errors/toError';

/** One side of the billing of a child account, which its own host keeps. */
export class Billing<T extends object> {
	constructor(private readonly path: '/admin/v1/billing/edition' | '/admin/v1/billing/telephony_credits') {}

	/** For the child account that the parameter "Child Account" names. */
	async of({ params, duo }: ItemCall) {
		const child = await childAccountNamed(duo, params.locator('childAccount'));
		const there = duo.forChild(child);
		return {
			labels: { account_id: child.account_id, accountName: child.name },
			get: async () => await there.get<T>(this.path).catch((fault: unknown) => refusal(fault, child)),
			set: async (values: T & DuoParameters) => {
				await there.post(this.path, values).catch((fault: unknown) => refusal(fault, child));
			},
		};
	}
}

function refusal(fault: unknown, { name }: ChildAccount): never {
	if (!(fault instanceof DuoApiError && fault.status === 403)) throw toError(fault);
	throw new InputError(
		`Duo does not let this parent account see or change the billing of “${name}”`,
		`Duo’s support enables billing for a parent account; ask for it. Duo says: ${fault.duoSays}.`,
	);
}
