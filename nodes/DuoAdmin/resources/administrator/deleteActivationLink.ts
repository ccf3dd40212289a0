import type { ItemOperation } from '../../../shared/operation';
import { path } from '../../../shared/path';
import { administrator, identityOf } from '../../references/administrator';

export const deleteActivationLink: ItemOperation = {
	name: 'Delete Activation Link',
	value: 'deleteActivationLink',
	action: 'Delete activation link of administrator',
	description: 'Make the activation link of an administrator unusable; the administrator stays',
	permissions: ['administrators'],
	touches: administrator.touches,
	properties: [administrator.field()],

	async run(call) {
		const found = await administrator.find(call);
		await call.duo.delete(path`/admin/v1/admins/${found.admin_id}/activation_link`);
		return { deleted: true, ...identityOf(found) };
	},
};
