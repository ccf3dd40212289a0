import { path } from '../../../shared/duo/path';
import { changes } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { administrator, identityOf } from '../../references/administrator';

export const clearInactivity: ItemOperation = {
	name: 'Clear Inactivity',
	value: 'clearInactivity',
	action: 'Clear inactivity of administrator',
	description: 'Let an administrator log in again whose account expired for want of use',
	permissions: ['administrators'],
	concurrency: changes(administrator),
	properties: [administrator.field()],

	async run(call) {
		const found = await administrator.find(call);
		const { name, status } = found;
		if (status !== undefined && status !== 'Expired') {
			const reason = `${name} has not expired: the status is “${status}”`;
			return { cleared: false, reason, ...identityOf(found) };
		}
		await call.duo.post(path`/admin/v1/admins/${found.admin_id}/clear_inactivity`);
		return { cleared: true, ...identityOf(found) };
	},
};
