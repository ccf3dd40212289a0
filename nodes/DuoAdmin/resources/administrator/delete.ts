import type { ItemOperation } from '../../../shared/operation';
import { path } from '../../../shared/path';
import {
	administratorField,
	findAdministrator,
	forgetAdministrators,
	identityOf,
	requireAnotherOwner,
} from '../../references/administrator';

export const deleteAdministrator: ItemOperation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete administrator',
	description: 'Delete an administrator; refused for the only active owner',
	permissions: ['administrators'],
	properties: [administratorField()],

	async run(call) {
		const administrator = await findAdministrator(call);
		await requireAnotherOwner(call.duo, administrator);
		await call.duo.delete(path`/admin/v1/admins/${administrator.admin_id}`);
		forgetAdministrators(call.duo);
		return { deleted: true, ...identityOf(administrator), role: administrator.role };
	},
};
