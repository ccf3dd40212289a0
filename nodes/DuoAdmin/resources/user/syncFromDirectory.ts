import type { IDataObject } from 'n8n-workflow';

import { path } from '../../../shared/duo/path';
import { inInputOrder, anyOf } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { directoryKeyField, readDirectoryKey, syncFault } from '../../references/directoryKey';
import { users } from '../../references/users';

export const syncFromDirectory: ItemOperation = {
	name: 'Sync From Directory',
	value: 'syncFromDirectory',
	action: 'Sync user from directory',
	description: 'Fetch one user from an external directory now, e.g. Active Directory or Entra ID',
	permissions: ['writeResource'],
	concurrency: inInputOrder('Nobody could tell what Duo makes of several at once', anyOf(users)),
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
		directoryKeyField(),
	],

	async run(call) {
		const username = call.params.text('username');
		const directoryKey = await readDirectoryKey(call);
		const reply = await call.duo
			.post<IDataObject>(path`/admin/v1/users/directorysync/${directoryKey}/syncuser`, { username })
			.catch((fault: unknown) => {
				throw syncFault(fault, username, directoryKey);
			});
		return { synced: true, username, ...reply };
	},
};
