import type { IDataObject } from 'n8n-workflow';

import type { ItemOperation } from '../../../shared/operation';
import { path } from '../../../shared/path';
import {
	administratorField,
	findAdministrator,
	identityOf,
	touchesAdministrator,
} from '../../references/administrator';

export const createActivationLink: ItemOperation = {
	name: 'Create Activation Link',
	value: 'createActivationLink',
	action: 'Create activation link for administrator',
	description:
		'Make a link with which an administrator activates the account. Whoever opens it becomes that administrator, so treat it like a password.',
	permissions: ['administrators'],
	touches: touchesAdministrator,
	properties: [administratorField()],

	async run(call) {
		const administrator = await findAdministrator(call);
		const link = await call.duo.post<IDataObject>(
			path`/admin/v1/admins/${administrator.admin_id}/activation_link`,
		);
		return { ...identityOf(administrator), ...link };
	},
};
