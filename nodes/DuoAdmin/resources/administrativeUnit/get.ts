import { reads } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { administrativeUnit } from '../../references/administrativeUnit';

export const get: ItemOperation = {
	name: 'Get',
	value: 'get',
	action: 'Get administrative unit',
	description: 'Get one administrative unit with the IDs of its administrators, groups and applications',
	permissions: ['administrators'],
	concurrency: reads(),
	properties: [administrativeUnit.field()],

	async run(call) {
		return await administrativeUnit.find(call);
	},
};
