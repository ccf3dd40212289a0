import type { ItemOperation } from '../../../shared/operation';
import { path } from '../../../shared/path';
import {
	administratorField,
	findAdministrator,
	forgetAdministrators,
	identityOf,
	touchesAdministrator,
} from '../../references/administrator';

export const emailActivationLink: ItemOperation = {
	name: 'Email Activation Link',
	value: 'emailActivationLink',
	action: 'Email activation link to administrator',
	description: 'Have Duo send the activation link to an administrator who has not activated the account yet',
	permissions: ['administrators'],
	touches: touchesAdministrator,
	properties: [administratorField()],

	async run(call) {
		const administrator = await findAdministrator(call);
		await call.duo.post(path`/admin/v1/admins/${administrator.admin_id}/activation_link/email`);
		forgetAdministrators(call.duo);
		return { emailed: true, ...identityOf(administrator) };
	},
};
