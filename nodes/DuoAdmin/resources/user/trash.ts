import { changes } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { findUser, userField } from '../../references/user';
import { users } from '../../references/users';

export const trash: ItemOperation = {
	name: 'Move to Trash',
	value: 'trash',
	action: 'Move user to trash',
	description:
		'Mark a user for deletion. Until the deletion period of the Duo account is over, Restore brings them back.',
	permissions: ['readResource', 'writeResource'],
	concurrency: changes(users),
	properties: userField(),

	async run(call) {
		const { user_id, username, status } = await findUser(call);
		const told = { user_id, username, previousStatus: status };
		if (status === 'pending deletion') {
			return { trashed: false, reason: `${username} is in the trash already`, ...told };
		}
		await call.duo.post('/admin/v1/users/bulk_send_to_trash', {
			user_id_list: JSON.stringify([user_id]),
		});
		return { trashed: true, ...told };
	},
};
