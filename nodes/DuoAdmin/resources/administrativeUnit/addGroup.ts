import { changes } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { administrativeUnit } from '../../references/administrativeUnit';
import { group } from '../../references/group';

import { addContent } from './contents';

export const addGroup: ItemOperation = {
	name: 'Add Group',
	value: 'addGroup',
	action: 'Add group to administrative unit',
	description: 'Put a group of users into an administrative unit, so that its administrators may manage them',
	permissions: ['administrators', 'readResource'],
	concurrency: changes(administrativeUnit),
	properties: [administrativeUnit.field(), group.field()],

	async run(call) {
		const { group_id, name } = await group.find(call);
		return await addContent(call, {
			list: 'groups',
			id: group_id,
			label: name,
			identity: { group_id, name },
		});
	},
};
