import { path } from '../../../shared/duo/path';
import { changes } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { group } from '../../references/group';
import { findUser, userField } from '../../references/user';
import { users } from '../../references/users';

export const addMember: ItemOperation = {
	name: 'Add Member',
	value: 'addMember',
	action: 'Add member to group',
	description: 'Put a user into a group',
	permissions: ['readResource', 'writeResource'],
	concurrency: changes(users),
	properties: [group.field(), ...userField()],

	async run(call) {
		const { group_id, name } = await group.find(call);
		const { user_id, username, groups } = await findUser(call);
		const alreadyMember = (groups ?? []).some((group) => group.group_id === group_id);
		if (!alreadyMember) {
			await call.duo.post(path`/admin/v1/users/${user_id}/groups`, { group_id });
		}
		return {
			added: !alreadyMember,
			alreadyMember,
			...(alreadyMember && { reason: `${username} is already a member of ${name}` }),
			group_id,
			name,
			user_id,
			username,
		};
	},
};
