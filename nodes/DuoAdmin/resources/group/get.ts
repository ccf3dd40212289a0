import { reads } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { group } from '../../references/group';

export const get: ItemOperation = {
	name: 'Get',
	value: 'get',
	action: 'Get group',
	description: 'Get one group, without its members',
	permissions: ['readResource'],
	concurrency: reads(),
	properties: [group.field()],

	async run(call) {
		return await group.find(call);
	},
};
