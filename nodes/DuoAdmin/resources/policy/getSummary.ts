import type { IDataObject } from 'n8n-workflow';

import { reads } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';

export const getSummary: ItemOperation = {
	name: 'Get Summary',
	value: 'getSummary',
	action: 'Get summary of policies',
	description: 'Count the policies and list where each applies',
	permissions: ['readResource'],
	concurrency: reads(),
	properties: [],

	async run({ duo }) {
		return await duo.get<IDataObject>('/admin/v2/policies/summary');
	},
};
