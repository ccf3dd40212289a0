import { changes } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { sharedDeviceAuth } from '../../references/sharedDeviceAuth';

export const deleteSharedDeviceAuth: ItemOperation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete shared device authentication',
	description:
		'Delete a configuration of shared devices; its groups cannot log in on them with Duo Desktop any more',
	permissions: ['readResource', 'writeResource'],
	concurrency: changes(sharedDeviceAuth),
	properties: [sharedDeviceAuth.field()],

	async run(call) {
		const shared_device_key = await sharedDeviceAuth.idIn(call);
		const { name } = await sharedDeviceAuth.remove(call);
		return { deleted: true, shared_device_key, name };
	},
};
