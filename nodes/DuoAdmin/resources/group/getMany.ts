import { limitFields, readLimit } from '../../../shared/fields';
import type { ItemOperation } from '../../../shared/operation';
import type { DuoGroup } from '../../duoObjects';

export const getMany: ItemOperation = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many groups',
	description: 'Get a list of groups',
	permissions: ['readResource'],
	properties: limitFields(),

	async run({ params, duo }) {
		return await duo.list<DuoGroup>('/admin/v1/groups', { limit: readLimit(params) });
	},
};
