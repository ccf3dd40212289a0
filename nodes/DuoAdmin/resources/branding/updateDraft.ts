import type { IDataObject } from 'n8n-workflow';

import { inInputOrder } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';

import { brandingFields, readFields } from './fields';

export const updateDraft: ItemOperation = {
	name: 'Update Draft',
	value: 'updateDraft',
	action: 'Update draft of branding',
	description: 'Change the branding that only the users of the draft see',
	permissions: ['settings'],
	concurrency: inInputOrder('One draft of the whole account'),
	properties: brandingFields(' or, for the users who see the draft, user_ids'),

	async run({ params, duo }) {
		const reply = await duo.post<IDataObject>('/admin/v1/branding/draft', readFields(params));
		return { updated: true, ...reply };
	},
};
