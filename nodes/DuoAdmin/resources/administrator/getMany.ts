import { reads } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { readLimit, limitFields } from '../../../shared/parameters/limit';
import type { DuoAdministrator } from '../../references/administrator';

export const getMany: ItemOperation = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many administrators',
	description: 'Get a list of administrators',
	permissions: ['administrators'],
	concurrency: reads(),
	properties: limitFields(),

	async run({ params, duo }) {
		return await duo.list<DuoAdministrator>('/admin/v1/admins', { limit: readLimit(params) });
	},
};
