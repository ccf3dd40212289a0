import { inInputOrder } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';

import { logoSize } from './png';

export const updateLogo: ItemOperation = {
	name: 'Update Logo',
	value: 'updateLogo',
	action: 'Update logo',
	description: 'Replace the logo that your Duo account shows in its prompts',
	permissions: ['settings'],
	concurrency: inInputOrder('One logo of the whole account'),
	properties: [
		{
			displayName: 'Input Binary Field',
			name: 'binaryProperty',
			type: 'string',
			required: true,
			default: 'data',
			hint: 'The name of the input binary field that holds the picture: a PNG of less than 200 KB, from 12 to 500 pixels each way',
		},
	],

	async run({ params, duo, n8n, itemIndex }) {
		const field = params.text('binaryProperty');
		n8n.helpers.assertBinaryData(itemIndex, field);
		const picture = await n8n.helpers.getBinaryDataBuffer(itemIndex, field);
		const size = logoSize(picture);
		await duo.post('/admin/v1/logo', { logo: picture.toString('base64') });
		return { updated: true, bytes: picture.length, ...size };
	},
};
