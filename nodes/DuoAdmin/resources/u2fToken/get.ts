import { reads } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { u2fToken } from '../../references/u2fToken';

export const get: ItemOperation = {
	name: 'Get',
	value: 'get',
	action: 'Get U2F token',
	description: 'Get one U2F security key with its user',
	permissions: ['readResource'],
	concurrency: reads(),
	properties: [u2fToken.field()],

	async run(call) {
		return await u2fToken.find(call);
	},
};
