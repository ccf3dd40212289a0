import type { IDataObject } from 'n8n-workflow';

import { inInputOrder } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';

import { brandingFields, readFields } from './fields';

export const update: ItemOperation = {
	name: 'Update',
	value: 'update',
	action: 'Update branding',
	description: 'Change the colors and pictures of the prompts for everybody at once',
	permissions: ['settings'],
	concurrency: inInputOrder('One branding of the whole account'),
	properties: brandingFields(),

	async run({ params, duo }) {
		const reply = await duo.post<IDataObject>('/admin/v1/branding', readFields(params));
		return { updated: true, ...reply };
	},
};
