import { reads } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { endpoint } from '../../references/endpoint';

export const get: ItemOperation = {
	name: 'Get',
	value: 'get',
	action: 'Get endpoint',
	description: 'Get one computer or phone from which a user logged in',
	permissions: ['readResource'],
	concurrency: reads(),
	properties: [endpoint.field()],

	async run(call) {
		return await endpoint.find(call);
	},
};
