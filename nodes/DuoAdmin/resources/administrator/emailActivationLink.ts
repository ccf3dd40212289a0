import type { ItemOperation } from '../../../shared/operation';
import {
	administratorField,
	findAdministrator,
	forgetAdministrators,
	identityOf,
	touchesAdministrator,
} from '../../references/administrator';
import { linkPath, requirePending } from './activationLinks';

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
		requirePending(administrator);
		await call.duo.post(`${linkPath(administrator)}/email`);
		forgetAdministrators(call.duo);
		return { emailed: true, ...identityOf(administrator) };
	},
};
