import type { IDataObject } from 'n8n-workflow';

import type { ItemOperation } from '../../../shared/operation';
import { path } from '../../../shared/path';
import { administrator, identityOf } from '../../references/administrator';

export const createActivationLink: ItemOperation = {
	name: 'Create Activation Link',
	value: 'createActivationLink',
	action: 'Create activation link for administrator',
	description:
		'Make a link with which an administrator activates the account. Whoever opens it becomes that administrator, so treat it like a password.',
	permissions: ['administrators'],
	touches: administrator.touches,
	properties: [administrator.field()],

	async run(call) {
		const found = await administrator.find(call);
		const link = await call.duo.post<IDataObject>(path`/admin/v1/admins/${found.admin_id}/activation_link`);
		return { ...identityOf(found), ...link };
	},
};
