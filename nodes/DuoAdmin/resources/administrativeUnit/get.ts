import { touchesNothing, type ItemOperation } from '../../../shared/operation';
import { findUnit, unitField } from '../../references/administrativeUnit';

export const get: ItemOperation = {
	name: 'Get',
	value: 'get',
	action: 'Get administrative unit',
	description: 'Get one administrative unit with the IDs of its administrators, groups and applications',
	permissions: ['administrators'],
	touches: touchesNothing,
	properties: [unitField()],

	async run(call) {
		return await findUnit(call);
	},
};
