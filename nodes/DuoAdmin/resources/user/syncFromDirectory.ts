import type { IDataObject } from 'n8n-workflow';

import { InputError } from '../../../shared/errors/InputError';
import type { ItemOperation } from '../../../shared/operation';
import { path } from '../../../shared/path';
import { forgetUsers } from '../../references/user';

export const syncFromDirectory: ItemOperation = {
	name: 'Sync From Directory',
	value: 'syncFromDirectory',
	action: 'Sync user from directory',
	description: 'Fetch one user from an external directory now, e.g. Active Directory or Entra ID',
	permissions: ['writeResource'],
	properties: [
		{
			displayName: 'Username',
			name: 'username',
			type: 'string',
			required: true,
			placeholder: 'e.g. jdoe',
			default: '',
			description: 'The username as it is in the directory',
		},
		{
			displayName: 'Directory Key',
			name: 'directoryKey',
			type: 'string',
			default: '',
			description:
				'The key on the page of the external directory in the Duo Admin Panel. Leave it empty to use the one in the credential.',
		},
	],

	async run({ params, duo }) {
		const username = params.text('username');
		const directoryKey = params.optionalText('directoryKey') ?? (await duo.credentialValue('directoryKey'));
		if (directoryKey === '') {
			throw new InputError(
				'There is no directory key',
				'Fill in “Directory Key” here or in the Duo Admin API credential.',
			);
		}
		const reply = await duo.post<IDataObject>(path`/admin/v1/users/directorysync/${directoryKey}/syncuser`, {
			username,
		});
		forgetUsers(duo);
		return { synced: true, username, ...reply };
	},
};
