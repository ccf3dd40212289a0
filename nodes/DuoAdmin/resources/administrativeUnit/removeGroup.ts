import type { ItemOperation } from '../../../shared/operation';
import { unitField, touchesUnit } from '../../references/administrativeUnit';
import { findGroup, groupField } from '../../references/group';
import { removeContent } from './contents';

export const removeGroup: ItemOperation = {
	name: 'Remove Group',
	value: 'removeGroup',
	action: 'Remove group from administrative unit',
	description: 'Take a group out of an administrative unit',
	permissions: ['administrators', 'readResource'],
	touches: touchesUnit,
	properties: [unitField(), ...groupField()],

	async run(call) {
		const { group_id, name } = await findGroup(call);
		return await removeContent(call, {
			list: 'groups',
			id: group_id,
			label: name,
			identity: { group_id, name },
		});
	},
};
