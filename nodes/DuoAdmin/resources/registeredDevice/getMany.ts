import { reads } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { readLimit, limitFields } from '../../../shared/parameters/limit';
import { REGISTERED_DEVICES, type DuoRegisteredDevice } from '../../references/registeredDevice';

export const getMany: ItemOperation = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many registered devices',
	description: 'Get a list of registered devices',
	permissions: ['readResource'],
	concurrency: reads(),
	properties: limitFields(),

	async run(call) {
		return await call.duo.list<DuoRegisteredDevice>(REGISTERED_DEVICES, { limit: readLimit(call.params) });
	},
};
