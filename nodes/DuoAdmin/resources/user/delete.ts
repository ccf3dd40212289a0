import type { ItemOperation } from '../../../shared/operation';
import { path } from '../../../shared/path';
import { findUser, forgetUsers, userField } from '../../references/user';

export const deleteUser: ItemOperation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete user',
	description: 'Delete a user at once and for good. To be able to undo it, use Move to Trash instead.',
	permissions: ['readResource', 'writeResource'],
	properties: userField(),

	// Looked up first: Duo answers a delete with success even when nobody has that ID.
	async run(call) {
		const { user_id, username } = await findUser(call);
		await call.duo.delete(path`/admin/v1/users/${user_id}`);
		forgetUsers(call.duo);
		return { deleted: true, user_id, username };
	},
};
