import { changes } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { administrator, identityOf } from '../../references/administrator';

import { isPending, linkPath, notPending } from './activationLinks';

export const deleteActivationLink: ItemOperation = {
	name: 'Delete Activation Link',
	value: 'deleteActivationLink',
	action: 'Delete activation link of administrator',
	description:
		'Make the activation link of an administrator who is pending activation unusable; the administrator stays. Duo does not tell whether there was a link.',
	permissions: ['administrators'],
	concurrency: changes(administrator),
	properties: [administrator.field()],

	async run(call) {
		const found = await administrator.find(call);
		if (!isPending(found)) {
			return { deleted: false, reason: notPending(found), ...identityOf(found) };
		}
		await call.duo.delete(linkPath(found));
		return { deleted: true, ...identityOf(found) };
	},
};
