import type { IDataObject } from 'n8n-workflow';

import { inInputOrder } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';

export const publishDraft: ItemOperation = {
	name: 'Publish Draft',
	value: 'publishDraft',
	action: 'Publish draft of branding',
	description: 'Show the branding of the draft to everybody; Duo removes the draft then',
	permissions: ['settings'],
	concurrency: inInputOrder('One draft of the whole account'),
	properties: [],

	async run({ duo }) {
		const reply = await duo.post<IDataObject>('/admin/v1/branding/draft/publish');
		return { published: true, ...reply };
	},
};
