import { path } from '../../../shared/duo/path';
import { changes } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { findUser, userField } from '../../references/user';
import { users } from '../../references/users';

export const deleteUser: ItemOperation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete user',
	description: 'Delete a user at once and for good. To be able to undo it, use Move to Trash instead.',
	permissions: ['readResource', 'writeResource'],
	concurrency: changes(users),
	properties: userField(),

	// Looked up first: Duo answers a delete with success even when nobody has that ID.
	async run(call) {
		const { user_id, username } = await findUser(call);
		await call.duo.delete(path`/admin/v1/users/${user_id}`);
		return { deleted: true, user_id, username };
	},
};
