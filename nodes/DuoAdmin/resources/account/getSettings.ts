import type { IDataObject } from 'n8n-workflow';

import { reads } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';

export const getSettings: ItemOperation = {
	name: 'Get Settings',
	value: 'getSettings',
	action: 'Get settings of account',
	description: 'Get all settings of the account, e.g. to keep them or to compare accounts',
	permissions: ['settings'],
	concurrency: reads(),
	properties: [],

	async run({ duo }) {
		return await duo.get<IDataObject>('/admin/v1/settings');
	},
};
