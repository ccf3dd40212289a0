import { inInputOrder, lookedUp } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { findUser, userField } from '../../references/user';
import { users } from '../../references/users';

import { draftUserPath, seesDraft } from './draftUsers';

export const addDraftUser: ItemOperation = {
	name: 'Add Draft User',
	value: 'addDraftUser',
	action: 'Add user to draft of branding',
	description: 'Let a user see the branding of the draft, to try it out',
	permissions: ['readResource', 'settings'],
	concurrency: inInputOrder('One draft of the whole account', lookedUp(users)),
	properties: userField(),

	async run(call) {
		const user = await findUser(call);
		const { user_id, username } = user;
		if (await seesDraft(call.duo, user)) {
			return { added: false, reason: `${username} already sees the draft`, user_id, username };
		}
		await call.duo.post(draftUserPath(user));
		return { added: true, user_id, username };
	},
};
