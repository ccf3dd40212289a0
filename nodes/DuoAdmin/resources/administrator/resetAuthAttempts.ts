import { path } from '../../../shared/duo/path';
import { changes } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { administrator, identityOf } from '../../references/administrator';

export const resetAuthAttempts: ItemOperation = {
	name: 'Reset Auth Attempts',
	value: 'resetAuthAttempts',
	action: 'Reset authentication attempts of administrator',
	description: 'Let an administrator try again who is locked out after too many failed logins',
	permissions: ['administrators'],
	concurrency: changes(administrator),
	properties: [administrator.field()],

	async run(call) {
		const found = await administrator.find(call);
		await call.duo.post(path`/admin/v1/admins/${found.admin_id}/reset`);
		return { reset: true, ...identityOf(found) };
	},
};
