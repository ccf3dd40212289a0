import type { ItemOperation } from '../../../shared/operation';
import { path } from '../../../shared/path';
import {
	administratorField,
	findAdministrator,
	identityOf,
	touchesAdministrator,
} from '../../references/administrator';

export const deleteActivationLink: ItemOperation = {
	name: 'Delete Activation Link',
	value: 'deleteActivationLink',
	action: 'Delete activation link of administrator',
	description: 'Make the activation link of an administrator unusable; the administrator stays',
	permissions: ['administrators'],
	touches: touchesAdministrator,
	properties: [administratorField()],

	async run(call) {
		const administrator = await findAdministrator(call);
		await call.duo.delete(path`/admin/v1/admins/${administrator.admin_id}/activation_link`);
		return { deleted: true, ...identityOf(administrator) };
	},
};
