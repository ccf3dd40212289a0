import type { ItemOperation } from '../../../shared/operation';
import { path } from '../../../shared/path';
import {
	activationField,
	findActivation,
	forgetActivations,
	touchesActivation,
} from '../../references/administratorActivation';

export const deleteActivation: ItemOperation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete administrator activation',
	description: 'Take back an invitation to become an administrator that was not accepted yet',
	permissions: ['administrators'],
	touches: touchesActivation,
	properties: [activationField()],

	async run(call) {
		const { admin_activation_id, email, admin_role } = await findActivation(call);
		await call.duo.delete(path`/admin/v1/admins/activations/${admin_activation_id}`);
		forgetActivations(call.duo);
		return { deleted: true, admin_activation_id, email, admin_role };
	},
};
