import type { ItemOperation } from '../../../shared/operation';
import { path } from '../../../shared/path';
import { findUser, userField } from '../../references/user';
import { prepareUsers } from '../../references/users';

export const addDraftUser: ItemOperation = {
	name: 'Add Draft User',
	value: 'addDraftUser',
	action: 'Add user to draft of branding',
	description: 'Let a user see the branding of the draft, to try it out',
	permissions: ['readResource', 'settings'],
	prepare: prepareUsers,
	properties: userField(),

	async run(call) {
		const { user_id, username } = await findUser(call);
		await call.duo.post(path`/admin/v1/branding/draft/users/${user_id}`);
		return { added: true, user_id, username };
	},
};
