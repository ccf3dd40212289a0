import { path } from '../../../shared/duo/path';
import { inInputOrder, anyOf } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { administrator, identityOf, requireAnotherOwner } from '../../references/administrator';

export const deleteAdministrator: ItemOperation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete administrator',
	description: 'Delete an administrator; refused for the only active owner',
	permissions: ['administrators'],
	concurrency: inInputOrder(
		'The last owner must stay: items side by side would each count on the other’s',
		anyOf(administrator),
	),
	properties: [administrator.field()],

	async run(call) {
		const found = await administrator.find(call);
		await requireAnotherOwner(call.duo, found);
		await call.duo.delete(path`/admin/v1/admins/${found.admin_id}`);
		return { deleted: true, ...identityOf(found), role: found.role };
	},
};
