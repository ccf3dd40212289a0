import type { ItemOperation } from '../../../shared/operation';
import { path } from '../../../shared/path';
import {
	administratorField,
	findAdministrator,
	forgetAdministrators,
	identityOf,
	touchesAdministrator,
} from '../../references/administrator';

export const clearInactivity: ItemOperation = {
	name: 'Clear Inactivity',
	value: 'clearInactivity',
	action: 'Clear inactivity of administrator',
	description: 'Let an administrator log in again whose account expired for want of use',
	permissions: ['administrators'],
	touches: touchesAdministrator,
	properties: [administratorField()],

	async run(call) {
		const administrator = await findAdministrator(call);
		const { name, status } = administrator;
		if (status !== undefined && status !== 'Expired') {
			const reason = `${name} has not expired: the status is “${status}”`;
			return { cleared: false, reason, ...identityOf(administrator) };
		}
		await call.duo.post(path`/admin/v1/admins/${administrator.admin_id}/clear_inactivity`);
		forgetAdministrators(call.duo);
		return { cleared: true, ...identityOf(administrator) };
	},
};
