import { path } from '../../../shared/duo/path';
import { reads } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { readLimit, limitFields } from '../../../shared/parameters/limit';
import { group } from '../../references/group';

interface Member {
	user_id: string;
	username: string;
}

export const getMembers: ItemOperation = {
	name: 'Get Members',
	value: 'getMembers',
	action: 'Get members of group',
	description: 'Get the IDs and usernames of the users in a group',
	permissions: ['readResource'],
	concurrency: reads(),
	properties: [group.field(), ...limitFields()],

	async run(call) {
		const limit = readLimit(call.params);
		const { group_id, name } = await group.find(call);
		const members = await call.duo.list<Member>(path`/admin/v2/groups/${group_id}/users`, { limit });
		return members.map((member) => ({ group_id, name, ...member }));
	},
};
