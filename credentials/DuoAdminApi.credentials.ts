import type { IAuthenticate, ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';

import { connectionTest } from './common/connectionTest';
import { keyFields } from './common/fields';
import { signRequest } from './common/signRequest';

export class DuoAdminApi implements ICredentialType {
	name = 'duoAdminApi';

	displayName = 'Duo Admin API';

	icon = { light: 'file:../icons/duo.svg', dark: 'file:../icons/duo.dark.svg' } as const;

	documentationUrl = 'https://duo.com/docs/adminapi';

	properties: INodeProperties[] = [
		...keyFields('Admin API'),
		{
			displayName: 'Directory Key',
			name: 'directoryKey',
			type: 'string',
			default: '',
			description:
				'Needed only to sync users from a directory: the key on the page of that external directory',
		},
	];

	authenticate: IAuthenticate = async (credentials, requestOptions) =>
		await Promise.resolve(signRequest(credentials, requestOptions));

	test: ICredentialTestRequest = connectionTest('Admin API', {
		method: 'GET',
		url: '/admin/v1/info/summary',
		needsNoPermission: false,
	});
}
