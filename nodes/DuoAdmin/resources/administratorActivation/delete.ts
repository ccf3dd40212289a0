import { path } from '../../../shared/duo/path';
import { changes } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { administratorActivation } from '../../references/administratorActivation';

export const deleteActivation: ItemOperation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete administrator activation',
	description: 'Take back an invitation to become an administrator that was not accepted yet',
	permissions: ['administrators'],
	concurrency: changes(administratorActivation),
	properties: [administratorActivation.field()],

	async run(call) {
		const { admin_activation_id, email, admin_role } = await administratorActivation.find(call);
		await call.duo.delete(path`/admin/v1/admins/activations/${admin_activation_id}`);
		return { deleted: true, admin_activation_id, email, admin_role };
	},
};
