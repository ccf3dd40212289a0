import type { IDataObject } from 'n8n-workflow';

import { reads } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';

export const get: ItemOperation = {
	name: 'Get',
	value: 'get',
	action: 'Get branding',
	description: 'Get the colors and pictures of the prompts as users see them now',
	permissions: ['settings'],
	concurrency: reads(),
	properties: [],

	async run({ duo }) {
		return await duo.get<IDataObject>('/admin/v1/branding');
	},
};
