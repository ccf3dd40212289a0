import { changes } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { administrativeUnit } from '../../references/administrativeUnit';
import { group } from '../../references/group';

import { removeContent } from './contents';

export const removeGroup: ItemOperation = {
	name: 'Remove Group',
	value: 'removeGroup',
	action: 'Remove group from administrative unit',
	description: 'Take a group out of an administrative unit',
	permissions: ['administrators', 'readResource'],
	concurrency: changes(administrativeUnit),
	properties: [administrativeUnit.field(), group.field()],

	async run(call) {
		const { group_id, name } = await group.find(call);
		return await removeContent(call, {
			list: 'groups',
			id: group_id,
			label: name,
			identity: { group_id, name },
		});
	},
};
