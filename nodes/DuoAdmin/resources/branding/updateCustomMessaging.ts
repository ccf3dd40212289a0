import type { IDataObject } from 'n8n-workflow';

import { inInputOrder } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';

import { jsonFields, readFields } from './fields';

export const updateCustomMessaging: ItemOperation = {
	name: 'Update Custom Messaging',
	value: 'updateCustomMessaging',
	action: 'Update custom messaging',
	description: 'Change the help text and the help links of the prompts',
	permissions: ['settings'],
	concurrency: inInputOrder('One text of the whole account'),
	properties: jsonFields(
		'{ "help_text": "Call 555-0100" }',
		'help_text (up to 200 characters) with its locale, and help_links',
	),

	async run({ params, duo }) {
		const reply = await duo.post<IDataObject>('/admin/v1/branding/custom_messaging', readFields(params));
		return { updated: true, ...reply };
	},
};
