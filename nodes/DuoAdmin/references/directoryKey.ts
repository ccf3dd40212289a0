import type { INodeProperties } from 'n8n-workflow';

import type { ItemCall } from '../../shared/engine/ItemCall';
import { DuoApiError } from '../../shared/errors/DuoApiError';
import { InputError } from '../../shared/errors/InputError';
import { quoted } from '../../shared/errors/quoted';
import { toError } from '../../shared/errors/toError';

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

/** The fault of a synchronization: Duo does not say whether it misses the directory or the person. */
export function syncFault(fault: unknown, person: string, directoryKey: string): Error {
	if (!(fault instanceof DuoApiError && fault.status === 404)) return toError(fault);
	return new InputError(
		`Duo does not find ${quoted(person)} in the directory ${quoted(directoryKey)}`,
		`Check “Directory Key”, and that Duo synchronizes the directory and this person in it. Duo says: ${fault.duoSays}.`,
	);
}
