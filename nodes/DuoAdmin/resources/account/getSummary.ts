import type { IDataObject } from 'n8n-workflow';

import { reads } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';

export const getSummary: ItemOperation = {
	name: 'Get Summary',
	value: 'getSummary',
	action: 'Get summary of account',
	description: 'Count the users, administrators and applications, and the telephony credits that are left',
	permissions: ['information'],
	concurrency: reads(),
	properties: [],

	async run({ duo }) {
		return await duo.get<IDataObject>('/admin/v1/info/summary');
	},
};
