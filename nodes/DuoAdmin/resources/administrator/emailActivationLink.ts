import type { ItemOperation } from '../../../shared/operation';
import { path } from '../../../shared/path';
import { administrator, identityOf } from '../../references/administrator';

export const emailActivationLink: ItemOperation = {
	name: 'Email Activation Link',
	value: 'emailActivationLink',
	action: 'Email activation link to administrator',
	description: 'Have Duo send the activation link to an administrator who has not activated the account yet',
	permissions: ['administrators'],
	touches: administrator.touches,
	properties: [administrator.field()],

	async run(call) {
		const found = await administrator.find(call);
		await call.duo.post(path`/admin/v1/admins/${found.admin_id}/activation_link/email`);
		administrator.forget(call.duo);
		return { emailed: true, ...identityOf(found) };
	},
};
