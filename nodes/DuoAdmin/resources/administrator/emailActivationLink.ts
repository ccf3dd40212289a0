import { changes } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { administrator, identityOf } from '../../references/administrator';

import { linkPath, requirePending } from './activationLinks';

export const emailActivationLink: ItemOperation = {
	name: 'Email Activation Link',
	value: 'emailActivationLink',
	action: 'Email activation link to administrator',
	description: 'Have Duo send the activation link to an administrator who has not activated the account yet',
	permissions: ['administrators'],
	concurrency: changes(administrator),
	properties: [administrator.field()],

	async run(call) {
		const found = await administrator.find(call);
		requirePending(found);
		await call.duo.post(`${linkPath(found)}/email`);
		return { emailed: true, ...identityOf(found) };
	},
};
