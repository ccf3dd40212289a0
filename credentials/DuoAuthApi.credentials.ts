import type { IAuthenticate, ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';

import { connectionTest } from './common/connectionTest';
import { keyFields } from './common/fields';
import { signRequest } from './common/signRequest';

export class DuoAuthApi implements ICredentialType {
	name = 'duoAuthApi';

	displayName = 'Duo Auth API';

	icon = { light: 'file:../icons/duo.svg', dark: 'file:../icons/duo.dark.svg' } as const;

	documentationUrl = 'https://duo.com/docs/authapi';

	properties: INodeProperties[] = [...keyFields('Auth API')];

	authenticate: IAuthenticate = async (credentials, requestOptions) =>
		await Promise.resolve(signRequest(credentials, requestOptions));

	test: ICredentialTestRequest = connectionTest('Auth API', {
		method: 'GET',
		url: '/auth/v2/check',
		needsNoPermission: true,
	});
}
