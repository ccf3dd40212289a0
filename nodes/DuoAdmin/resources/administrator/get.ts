import { touchesNothing, type ItemOperation } from '../../../shared/operation';
import { administratorField, findAdministrator } from '../../references/administrator';

export const get: ItemOperation = {
	name: 'Get',
	value: 'get',
	action: 'Get administrator',
	description: 'Get one administrator',
	permissions: ['administrators'],
	touches: touchesNothing,
	properties: [administratorField()],

	async run(call) {
		return await findAdministrator(call);
	},
};
