import { DuoApiError } from '../../../shared/errors/DuoApiError';
import { asError } from '../../../shared/errors/halfDone';
import { InputError } from '../../../shared/errors/InputError';
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
		const { data, mimeType } = await duo.getBinary('/auth/v2/logo').catch(noLogo);
		const file = await n8n.helpers.prepareBinaryData(data, 'logo.png', mimeType);
		return new FileOutput({ fileName: 'logo.png', mimeType, bytes: data.length }, { [field]: file });
	},
};

function noLogo(fault: unknown): never {
	if (!(fault instanceof DuoApiError && fault.status === 404)) throw asError(fault);
	throw new InputError(
		'This Duo account has no logo',
		`Add one in the branding settings of the Duo Admin Panel. Duo says: ${fault.duoSays}.`,
	);
}
