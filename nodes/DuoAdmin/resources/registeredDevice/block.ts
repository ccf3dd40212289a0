import type { ItemOperation } from '../../../shared/operation';
import { path } from '../../../shared/path';
import { BLOCKED_DEVICES, registeredDevice } from '../../references/registeredDevice';

export const block: ItemOperation = {
	name: 'Block',
	value: 'block',
	action: 'Block registered device',
	description: 'Block a registered device, e.g. a lost one, until Unblock lifts it',
	permissions: ['readResource', 'writeResource'],
	touches: registeredDevice.touches,
	properties: [registeredDevice.field()],

	async run(call) {
		const { device_name } = await registeredDevice.find(call);
		const compkey = await registeredDevice.idIn(call);
		await call.duo.post(BLOCKED_DEVICES + path`/${compkey}`);
		return { blocked: true, compkey, device_name };
	},
};
