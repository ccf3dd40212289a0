import { path } from '../../../shared/duo/path';
import { changes, renamed } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { sorted } from '../../../shared/parameters/sorted';
import { requireChanges } from '../../../shared/parameters/toDuo';
import type { DuoGroup } from '../../duoObjects';
import { group } from '../../references/group';

import { groupDetailFields, readGroupDetails } from './fields';

export const update: ItemOperation = {
	name: 'Update',
	value: 'update',
	action: 'Update group',
	description: 'Change a group; only the fields that are added change',
	permissions: ['readResource', 'writeResource'],
	concurrency: changes(group, renamed('name')),
	properties: [
		group.field(),
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: sorted([
				...groupDetailFields(),
				{ displayName: 'Name', name: 'name', type: 'string', default: '', description: 'The new name' },
			]),
		},
	],

	async run(call) {
		const fields = call.params.collection('updateFields');
		const changes = { name: fields.text('name'), ...readGroupDetails(fields) };
		requireChanges(changes);
		const { group_id } = await group.find(call);
		const updated = await call.duo.post<DuoGroup>(path`/admin/v1/groups/${group_id}`, changes);
		return updated;
	},
};
