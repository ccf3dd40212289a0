import { reads } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { sharedDeviceAuth } from '../../references/sharedDeviceAuth';

export const get: ItemOperation = {
	name: 'Get',
	value: 'get',
	action: 'Get shared device authentication',
	description: 'Get one configuration of shared devices',
	permissions: ['readResource'],
	concurrency: reads(),
	properties: [sharedDeviceAuth.field()],

	async run(call) {
		return await sharedDeviceAuth.find(call);
	},
};
