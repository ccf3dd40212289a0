import type { IDataObject } from 'n8n-workflow';

import { path } from '../../../shared/duo/path';
import { withoutSecrets } from '../../../shared/duo/secrets';
import { changes } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { requireChanges } from '../../../shared/parameters/toDuo';
import { administrator, identityOf } from '../../references/administrator';

export const updatePasswordManagement: ItemOperation = {
	name: 'Update Password Management',
	value: 'updatePasswordManagement',
	action: 'Update password management of administrator',
	description:
		'Say that the password of an administrator is managed outside Duo, or set it. The password is not in the output.',
	permissions: ['administrators'],
	concurrency: changes(administrator),
	properties: [
		administrator.field(),
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Managed Outside Duo',
					name: 'hasExternalPasswordMgmt',
					type: 'boolean',
					default: true,
					description: 'Whether the password is managed by this API instead of by the administrator',
				},
				{
					displayName: 'Password',
					name: 'password',
					type: 'string',
					typeOptions: { password: true },
					default: '',
					description: 'The new password',
				},
			],
		},
	],

	async run(call) {
		const fields = call.params.collection('updateFields');
		const changes = {
			has_external_password_mgmt: fields.flag('hasExternalPasswordMgmt'),
			password: fields.secret('password'),
		};
		requireChanges(changes);
		const found = await administrator.find(call);
		const reply = await call.duo.post<IDataObject>(
			path`/admin/v1/admins/${found.admin_id}/password_mgmt`,
			changes,
		);
		return { ...identityOf(found), ...withoutSecrets(reply) };
	},
};
