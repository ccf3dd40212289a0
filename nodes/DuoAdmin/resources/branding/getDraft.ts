import type { IDataObject } from 'n8n-workflow';

import { reads } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';

export const getDraft: ItemOperation = {
	name: 'Get Draft',
	value: 'getDraft',
	action: 'Get draft of branding',
	description: 'Get the branding that only the users of the draft see',
	permissions: ['settings'],
	concurrency: reads(),
	properties: [],

	async run({ duo }) {
		return await duo.get<IDataObject>('/admin/v1/branding/draft');
	},
};
