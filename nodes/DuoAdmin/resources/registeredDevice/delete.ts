import { changes } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { registeredDevice } from '../../references/registeredDevice';

export const deleteRegisteredDevice: ItemOperation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete registered device',
	description: 'Delete a registered device',
	permissions: ['readResource', 'writeResource'],
	concurrency: changes(registeredDevice),
	properties: [registeredDevice.field()],

	async run(call) {
		const compkey = await registeredDevice.idIn(call);
		const { device_name } = await registeredDevice.remove(call);
		return { deleted: true, compkey, device_name };
	},
};
