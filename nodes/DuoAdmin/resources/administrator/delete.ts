import { path } from '../../../shared/duo/path';
import type { ItemOperation } from '../../../shared/engine/operation';
import { administrator, identityOf, requireAnotherOwner } from '../../references/administrator';

export const deleteAdministrator: ItemOperation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete administrator',
	description: 'Delete an administrator; refused for the only active owner',
	permissions: ['administrators'],
	properties: [administrator.field()],

	async run(call) {
		const found = await administrator.find(call);
		await requireAnotherOwner(call.duo, found);
		await call.duo.delete(path`/admin/v1/admins/${found.admin_id}`);
		administrator.forget(call.duo);
		return { deleted: true, ...identityOf(found), role: found.role };
	},
};
