import { touchesNothing, type ItemOperation } from '../../../shared/engine/operation';
import { administrativeUnit } from '../../references/administrativeUnit';

export const get: ItemOperation = {
	name: 'Get',
	value: 'get',
	action: 'Get administrative unit',
	description: 'Get one administrative unit with the IDs of its administrators, groups and applications',
	permissions: ['administrators'],
	touches: touchesNothing,
	properties: [administrativeUnit.field()],

	async run(call) {
		return await administrativeUnit.find(call);
	},
};
