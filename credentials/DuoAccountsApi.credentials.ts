import type { IAuthenticate, ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';

import { connectionTest } from './common/connectionTest';
import { keyFields } from './common/fields';
import { signRequest } from './common/signRequest';

export class DuoAccountsApi implements ICredentialType {
	name = 'duoAccountsApi';

	displayName = 'Duo Accounts API';

	icon = { light: 'file:../icons/duo.svg', dark: 'file:../icons/duo.dark.svg' } as const;

	documentationUrl = 'https://duo.com/docs/accountsapi';

	properties: INodeProperties[] = [...keyFields('Accounts API')];

	authenticate: IAuthenticate = async (credentials, requestOptions) =>
		await Promise.resolve(signRequest(credentials, requestOptions, 'childHosts'));

	test: ICredentialTestRequest = connectionTest('Accounts API', {
		method: 'POST',
		url: '/accounts/v1/account/list',
		needsNoPermission: true,
	});
}
