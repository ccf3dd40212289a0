import { inInputOrder, lookedUp } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { findUser, userField } from '../../references/user';
import { users } from '../../references/users';

import { draftUserPath, seesDraft } from './draftUsers';

export const removeDraftUser: ItemOperation = {
	name: 'Remove Draft User',
	value: 'removeDraftUser',
	action: 'Remove user from draft of branding',
	description: 'Let a user no longer see the branding of the draft',
	permissions: ['readResource', 'settings'],
	concurrency: inInputOrder('One draft of the whole account', lookedUp(users)),
	properties: userField(),

	async run(call) {
		const user = await findUser(call);
		const { user_id, username } = user;
		if ((await seesDraft(call.duo, user)) === false) {
			return { removed: false, reason: `${username} does not see the draft`, user_id, username };
		}
		await call.duo.delete(draftUserPath(user));
		return { removed: true, user_id, username };
	},
};
