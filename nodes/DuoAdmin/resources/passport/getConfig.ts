import { reads } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';

import type { PassportConfig } from './config';

export const getConfig: ItemOperation = {
	name: 'Get Config',
	value: 'getConfig',
	action: 'Get passport config',
	description: 'Get for whom Duo Passport is switched on, so that one log-in serves several applications',
	permissions: ['readResource'],
	concurrency: reads(),
	properties: [],

	async run({ duo }) {
		return await duo.get<PassportConfig>('/admin/v2/passport/config');
	},
};
