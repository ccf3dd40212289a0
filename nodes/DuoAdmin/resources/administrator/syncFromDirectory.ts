import type { IDataObject } from 'n8n-workflow';

import { path } from '../../../shared/duo/path';
import { inInputOrder, anyOf } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { administrator } from '../../references/administrator';
import { directoryKeyField, readDirectoryKey, syncFault } from '../../references/directoryKey';

export const syncFromDirectory: ItemOperation = {
	name: 'Sync From Directory',
	value: 'syncFromDirectory',
	action: 'Sync administrator from directory',
	description: 'Fetch one administrator from an external directory now, e.g. Active Directory or Entra ID',
	permissions: ['administrators'],
	concurrency: inInputOrder('Nobody could tell what Duo makes of several at once', anyOf(administrator)),
	properties: [
		{
			displayName: 'Email',
			name: 'email',
			type: 'string',
			required: true,
			placeholder: 'e.g. jane@example.com',
			default: '',
			description: 'The e-mail address as it is in the directory',
		},
		directoryKeyField(),
	],

	async run(call) {
		const email = call.params.text('email');
		const directoryKey = await readDirectoryKey(call);
		const reply = await call.duo
			.post<IDataObject>(path`/admin/v1/admins/directorysync/${directoryKey}/syncadmin`, { email })
			.catch((fault: unknown) => {
				throw syncFault(fault, email, directoryKey);
			});
		return { synced: true, email, ...reply };
	},
};
