import { reads } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { token } from '../../references/token';

export const get: ItemOperation = {
	name: 'Get',
	value: 'get',
	action: 'Get token',
	description: 'Get one hardware token with the users who have it',
	permissions: ['readResource'],
	concurrency: reads(),
	properties: [token.field()],

	async run(call) {
		return await token.find(call);
	},
};
