import type { INodeProperties } from 'n8n-workflow';

import { InputError } from '../../shared/errors/InputError';
import type { ItemCall } from '../../shared/operation';

/** Names an external directory. Read with {@link readDirectoryKey}. */
export function directoryKeyField(): INodeProperties {
	return {
		displayName: 'Directory Key',
		name: 'directoryKey',
		type: 'string',
		default: '',
		description:
			'The key on the page of the external directory in the Duo Admin Panel. Leave it empty to use the one in the credential.',
	};
}

/**
 * The key from the parameter, or else from the credential.
 *
 * @throws InputError when neither has one.
 */
export async function readDirectoryKey({ params, duo }: ItemCall): Promise<string> {
	const directoryKey = params.optionalText('directoryKey') ?? (await duo.credentialValue('directoryKey'));
	if (directoryKey !== '') return directoryKey;
	throw new InputError(
		'There is no directory key',
		'Fill in “Directory Key” here or in the Duo Admin API credential.',
	);
}
