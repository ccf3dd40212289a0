import type { ItemOperation } from '../../../shared/operation';
import { path } from '../../../shared/path';
import { findUser, userField } from '../../references/user';
import { prepareUsers } from '../../references/users';

export const removeDraftUser: ItemOperation = {
	name: 'Remove Draft User',
	value: 'removeDraftUser',
	action: 'Remove user from draft of branding',
	description: 'Let a user no longer see the branding of the draft',
	permissions: ['readResource', 'settings'],
	prepare: prepareUsers,
	properties: userField(),

	async run(call) {
		const { user_id, username } = await findUser(call);
		await call.duo.delete(path`/admin/v1/branding/draft/users/${user_id}`);
		return { removed: true, user_id, username };
	},
};
