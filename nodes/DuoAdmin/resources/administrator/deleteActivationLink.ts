import type { ItemOperation } from '../../../shared/operation';
import {
	administratorField,
	findAdministrator,
	identityOf,
	touchesAdministrator,
} from '../../references/administrator';
import { isPending, linkPath, notPending } from './activationLinks';

export const deleteActivationLink: ItemOperation = {
	name: 'Delete Activation Link',
	value: 'deleteActivationLink',
	action: 'Delete activation link of administrator',
	description:
		'Make the activation link of an administrator who is pending activation unusable; the administrator stays. Duo does not tell whether there was a link.',
	permissions: ['administrators'],
	touches: touchesAdministrator,
	properties: [administratorField()],

	async run(call) {
		const administrator = await findAdministrator(call);
		if (!isPending(administrator)) {
			return { deleted: false, reason: notPending(administrator), ...identityOf(administrator) };
		}
		await call.duo.delete(linkPath(administrator));
		return { deleted: true, ...identityOf(administrator) };
	},
};
