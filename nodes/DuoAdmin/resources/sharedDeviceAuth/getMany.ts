import { reads } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { readLimit, limitFields } from '../../../shared/parameters/limit';
import { SHARED_DEVICES, type DuoSharedDeviceAuth } from '../../references/sharedDeviceAuth';

export const getMany: ItemOperation = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many shared device authentications',
	description:
		'Get a list of the configurations of shared devices: which groups may log in with Duo Desktop on which computers',
	permissions: ['readResource'],
	concurrency: reads(),
	properties: limitFields(),

	async run(call) {
		return await call.duo.list<DuoSharedDeviceAuth>(SHARED_DEVICES, { limit: readLimit(call.params) });
	},
};
