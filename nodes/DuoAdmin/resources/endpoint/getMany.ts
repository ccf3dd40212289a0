import { reads } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { readLimit, limitFields } from '../../../shared/parameters/limit';
import type { DuoEndpoint } from '../../references/endpoint';

export const getMany: ItemOperation = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many endpoints',
	description:
		'Get a list of the computers and phones from which users logged in; Duo forgets one after 30 days without a log-in',
	permissions: ['readResource'],
	concurrency: reads(),
	properties: limitFields(),

	async run(call) {
		return await call.duo.list<DuoEndpoint>('/admin/v1/endpoints', { limit: readLimit(call.params) });
	},
};
