import { changes } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { blockedDevice } from '../../references/registeredDevice';

export const unblock: ItemOperation = {
	name: 'Unblock',
	value: 'unblock',
	action: 'Unblock registered device',
	description: 'Lift the block of a registered device, which must be blocked',
	permissions: ['readResource', 'writeResource'],
	concurrency: changes(blockedDevice),
	properties: [blockedDevice.field()],

	async run(call) {
		const compkey = await blockedDevice.idIn(call);
		const { device_name } = await blockedDevice.remove(call);
		return { unblocked: true, compkey, device_name };
	},
};
