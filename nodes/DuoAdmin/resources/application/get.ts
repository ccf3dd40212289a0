import { reads } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { application } from '../../references/application';

export const get: ItemOperation = {
	name: 'Get',
	value: 'get',
	action: 'Get application',
	description: 'Get one application, without its secret key',
	permissions: ['applications'],
	concurrency: reads(),
	properties: [application.field()],

	async run(call) {
		return await application.find(call);
	},
};
