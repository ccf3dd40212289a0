import { reads } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { policy } from '../../references/policy';

export const get: ItemOperation = {
	name: 'Get',
	value: 'get',
	action: 'Get policy',
	description: 'Get one policy with its sections; those that it does not have come from the global policy',
	permissions: ['readResource'],
	concurrency: reads(),
	properties: [policy.field()],

	async run(call) {
		return await policy.find(call);
	},
};
