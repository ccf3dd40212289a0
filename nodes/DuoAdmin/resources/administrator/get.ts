import { reads } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { administrator } from '../../references/administrator';

export const get: ItemOperation = {
	name: 'Get',
	value: 'get',
	action: 'Get administrator',
	description: 'Get one administrator',
	permissions: ['administrators'],
	concurrency: reads(),
	properties: [administrator.field()],

	async run(call) {
		return await administrator.find(call);
	},
};
