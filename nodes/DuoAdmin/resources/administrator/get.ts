import { touchesNothing, type ItemOperation } from '../../../shared/engine/operation';
import { administrator } from '../../references/administrator';

export const get: ItemOperation = {
	name: 'Get',
	value: 'get',
	action: 'Get administrator',
	description: 'Get one administrator',
	permissions: ['administrators'],
	touches: touchesNothing,
	properties: [administrator.field()],

	async run(call) {
		return await administrator.find(call);
	},
};
