import type { IDataObject } from 'n8n-workflow';

import { reads } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';

export const getCustomMessaging: ItemOperation = {
	name: 'Get Custom Messaging',
	value: 'getCustomMessaging',
	action: 'Get custom messaging',
	description: 'Get the help text and the help links of the prompts',
	permissions: ['settings'],
	concurrency: reads(),
	properties: [],

	async run({ duo }) {
		return await duo.get<IDataObject>('/admin/v1/branding/custom_messaging');
	},
};
