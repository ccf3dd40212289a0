import { reads } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { registeredDevice } from '../../references/registeredDevice';

export const get: ItemOperation = {
	name: 'Get',
	value: 'get',
	action: 'Get registered device',
	description: 'Get one registered device',
	permissions: ['readResource'],
	concurrency: reads(),
	properties: [registeredDevice.field()],

	async run(call) {
		return await registeredDevice.find(call);
	},
};
