import { path } from '../../../shared/duo/path';
import { changes } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { group } from '../../references/group';

export const deleteGroup: ItemOperation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete group',
	description: 'Delete a group; its members stay in Duo',
	permissions: ['readResource', 'writeResource'],
	concurrency: changes(group),
	properties: [group.field()],

	// Looked up first: Duo answers a delete with success even when no group has that ID.
	async run(call) {
		const { group_id, name } = await group.find(call);
		await call.duo.delete(path`/admin/v1/groups/${group_id}`);
		return { deleted: true, group_id, name };
	},
};
