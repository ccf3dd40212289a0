import type { ItemOperation } from '../../../shared/operation';
import { path } from '../../../shared/path';
import {
	administratorField,
	findAdministrator,
	forgetAdministrators,
	identityOf,
	touchesAdministrator,
} from '../../references/administrator';

export const resetAuthAttempts: ItemOperation = {
	name: 'Reset Auth Attempts',
	value: 'resetAuthAttempts',
	action: 'Reset authentication attempts of administrator',
	description: 'Let an administrator try again who is locked out after too many failed logins',
	permissions: ['administrators'],
	touches: touchesAdministrator,
	properties: [administratorField()],

	async run(call) {
		const administrator = await findAdministrator(call);
		await call.duo.post(path`/admin/v1/admins/${administrator.admin_id}/reset`);
		forgetAdministrators(call.duo);
		return { reset: true, ...identityOf(administrator) };
	},
};
