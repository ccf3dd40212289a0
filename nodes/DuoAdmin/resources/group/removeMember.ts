import { path } from '../../../shared/duo/path';
import { changes } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { InputError } from '../../../shared/errors/InputError';
import { group } from '../../references/group';
import { findUser, userField } from '../../references/user';
import { users } from '../../references/users';

export const removeMember: ItemOperation = {
	name: 'Remove Member',
	value: 'removeMember',
	action: 'Remove member from group',
	description: 'Take a user out of a group',
	permissions: ['readResource', 'writeResource'],
	concurrency: changes(users),
	properties: [group.field(), ...userField()],

	// Checked first: Duo answers with success even when the user is not a member.
	async run(call) {
		const { group_id, name } = await group.find(call);
		const { user_id, username, groups } = await findUser(call);
		if (!groups?.some((group) => group.group_id === group_id)) {
			const others = (groups ?? []).map((group) => group.name).join(', ');
			throw new InputError(
				`${username} is not a member of ${name}`,
				others ? `${username} is a member of: ${others}.` : `${username} is in no group.`,
			);
		}
		await call.duo.delete(path`/admin/v1/users/${user_id}/groups/${group_id}`);
		return { removed: true, group_id, name, user_id, username };
	},
};
