import { FileOutput, type ItemOperation } from '../../../shared/operation';

export const getLogo: ItemOperation = {
	name: 'Get Logo',
	value: 'getLogo',
	action: 'Get logo',
	description: 'Get the logo that your Duo account shows in its prompts, as a file',
	permissions: [],
	properties: [
		{
			displayName: 'Put Output File in Field',
			name: 'binaryProperty',
			type: 'string',
			required: true,
			default: 'data',
			hint: 'The name of the output binary field to put the file in',
		},
	],

	async run({ params, duo, n8n }) {
		const field = params.text('binaryProperty');
		const { data, mimeType } = await duo.getBinary('/auth/v2/logo');
		const file = await n8n.helpers.prepareBinaryData(data, 'logo.png', mimeType);
		return new FileOutput({ fileName: 'logo.png', mimeType, bytes: data.length }, { [field]: file });
	},
};
