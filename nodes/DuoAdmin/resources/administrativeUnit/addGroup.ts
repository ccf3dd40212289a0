import type { ItemOperation } from '../../../shared/operation';
import { unitField, touchesUnit } from '../../references/administrativeUnit';
import { findGroup, groupField } from '../../references/group';
import { addContent } from './contents';

export const addGroup: ItemOperation = {
	name: 'Add Group',
	value: 'addGroup',
	action: 'Add group to administrative unit',
	description: 'Put a group of users into an administrative unit, so that its administrators may manage them',
	permissions: ['administrators', 'readResource'],
	touches: touchesUnit,
	properties: [unitField(), ...groupField()],

	async run(call) {
		const { group_id, name } = await findGroup(call);
		return await addContent(call, {
			list: 'groups',
			id: group_id,
			label: name,
			identity: { group_id, name },
		});
	},
};
