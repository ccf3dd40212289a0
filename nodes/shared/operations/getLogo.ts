import type { Duo } from '../duo/Duo';
import { reads } from '../engine/concurrency';
import { FileOutput, type ItemOperation } from '../engine/operation';
import { DuoApiError } from '../errors/DuoApiError';
import { InputError } from '../errors/InputError';
import { toError } from '../errors/toError';

/** The operation "Get Logo", which two of Duo's APIs have. */
export function getLogoAt(path: string, permissions: ItemOperation['permissions']): ItemOperation {
	return {
		name: 'Get Logo',
		value: 'getLogo',
		action: 'Get logo',
		description: 'Get the logo that your Duo account shows in its prompts, as a file',
		permissions,
		concurrency: reads(),
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
			const { data, mimeType } = await readLogo(duo, path);
			const file = await n8n.helpers.prepareBinaryData(data, 'logo.png', mimeType);
			return new FileOutput({ fileName: 'logo.png', mimeType, bytes: data.length }, { [field]: file });
		},
	};
}

/** @throws InputError when there is none. */
export async function readLogo(duo: Duo, path: string): Promise<{ data: Buffer; mimeType: string }> {
	return await duo.getBinary(path).catch(noLogo);
}

function noLogo(fault: unknown): never {
	if (!(fault instanceof DuoApiError && fault.status === 404)) throw toError(fault);
	throw new InputError(
		'This Duo account has no logo',
		`Add one in the branding settings of the Duo Admin Panel. Duo says: ${fault.duoSays}.`,
	);
}
