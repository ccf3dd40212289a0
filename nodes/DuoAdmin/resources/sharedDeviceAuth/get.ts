import { touchesNothing, type ItemOperation } from '../../../shared/engine/operation';
import { sharedDeviceAuth } from '../../references/sharedDeviceAuth';

export const get: ItemOperation = {
	name: 'Get',
	value: 'get',
	action: 'Get shared device authentication',
	description: 'Get one configuration of shared devices',
	permissions: ['readResource'],
	touches: touchesNothing,
	properties: [sharedDeviceAuth.field()],

	async run(call) {
		return await sharedDeviceAuth.find(call);
	},
};
