import { UserError, type ICredentialDataDecryptedObject } from 'n8n-workflow';

import { pasted } from './pasted';

/** The keys of a Duo application. */
export interface Keys {
	integrationKey: string;
	secretKey: string;
}

/**
 * The keys of a credential. What is in the wrong field is never repeated: it may be the secret key.
 *
 * @throws UserError when the integration key cannot be one.
 */
export function readKeys(credentials: ICredentialDataDecryptedObject): Keys {
	const integrationKey = pasted(credentials.integrationKey);
	if (integrationKey === '') {
		throw new UserError('The integration key of the Duo credential is empty', { description: WHERE });
	}
	if (!/^DI\w{18}$/.test(integrationKey)) {
		const holds = holdsSecretKey(integrationKey) ? 'holds what looks like a secret key' : 'cannot be one';
		throw new UserError(`The integration key of the Duo credential ${holds}`, {
			description: `It must have 20 characters and begin with DI; what is there has ${integrationKey.length} characters. ${WHERE}`,
		});
	}
	return { integrationKey, secretKey: pasted(credentials.secretKey) };
}

const WHERE =
	'Copy it from the application’s page in the Duo Admin Panel, where it is also called Client ID.';

/** Whether something in the wrong field should not be repeated. */
export function holdsSecretKey(text: string): boolean {
	return /\w{40}/.test(text);
}
