/** Credentials as n8n’s engine hands them to nodes, without n8n’s database. */
import {
	ICredentialsHelper,
	type ICredentialDataDecryptedObject,
	type ICredentialType,
	type IHttpRequestOptions,
} from 'n8n-workflow';

import { DuoAccountsApi } from '../../credentials/DuoAccountsApi.credentials';
import { DuoAdminApi } from '../../credentials/DuoAdminApi.credentials';
import { DuoAuthApi } from '../../credentials/DuoAuthApi.credentials';

/** Our three credential types, by name. */
export const credentialTypes: Record<string, ICredentialType> = {
	duoAccountsApi: new DuoAccountsApi(),
	duoAdminApi: new DuoAdminApi(),
	duoAuthApi: new DuoAuthApi(),
};

/**
 * Gives every node the same values, those of some credential types aside, and signs with the real credential
 * classes.
 */
export class CredentialsOfTest extends ICredentialsHelper {
	constructor(
		private readonly values: ICredentialDataDecryptedObject,
		private readonly ofType: Record<string, ICredentialDataDecryptedObject> = {},
	) {
		super();
	}

	getParentTypes() {
		return [];
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		requestOptions: IHttpRequestOptions,
	) {
		const { authenticate } = credentialTypes[typeName]!;
		if (typeof authenticate !== 'function') throw new Error(`${typeName} does not sign`);
		return await authenticate(credentials, requestOptions);
	}

	preAuthentication = async () => Promise.resolve(undefined);

	runPreAuthentication = async () => Promise.resolve(undefined);

	getDecrypted = async (_: unknown, __: unknown, type: string) =>
		Promise.resolve(this.ofType[type] ?? this.values);

	isCredentialUsableByNode() {
		return true;
	}

	getCredentials(): never {
		throw new Error('Tests store no credentials');
	}

	updateCredentials = async () => Promise.resolve();

	updateCredentialsOauthTokenData = async () => Promise.resolve();

	getCredentialsProperties() {
		return [];
	}
}
