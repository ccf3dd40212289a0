import { reads } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { readLimit, limitFields } from '../../../shared/parameters/limit';
import { BLOCKED_DEVICES, type DuoRegisteredDevice } from '../../references/registeredDevice';

export const getBlocked: ItemOperation = {
	name: 'Get Many Blocked',
	value: 'getBlocked',
	action: 'Get many blocked registered devices',
	description: 'Get a list of the registered devices that are blocked',
	permissions: ['readResource'],
	concurrency: reads(),
	properties: limitFields(),

	async run(call) {
		return await call.duo.list<DuoRegisteredDevice>(BLOCKED_DEVICES, { limit: readLimit(call.params) });
	},
};
