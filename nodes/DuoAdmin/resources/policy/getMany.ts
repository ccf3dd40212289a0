import { reads } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { readLimit, limitFields } from '../../../shared/parameters/limit';
import { POLICY_PAGE_SIZE, type DuoPolicy } from '../../references/policy';

export const getMany: ItemOperation = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many policies',
	description: 'Get a list of policies with their sections',
	permissions: ['readResource'],
	concurrency: reads(),
	properties: limitFields(),

	async run({ params, duo }) {
		return await duo.list<DuoPolicy>('/admin/v2/policies', {
			limit: readLimit(params),
			pageSize: POLICY_PAGE_SIZE,
		});
	},
};
