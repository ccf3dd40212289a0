import { path } from '../../../shared/duo/path';
import { changes } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { application, refuseOwnApplication } from '../../references/application';

export const deleteApplication: ItemOperation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete application',
	description:
		'Delete an application: what it protects can no longer ask Duo. Refused for the one whose keys the node uses.',
	permissions: ['applications'],
	concurrency: changes(application),
	properties: [application.field()],

	// Looked up first: Duo answers a delete with success even when no application has that key.
	async run(call) {
		const found = await application.find(call);
		await refuseOwnApplication(call, found);
		const { integration_key, name, type } = found;
		await call.duo.delete(path`/admin/v3/integrations/${integration_key}`);
		return { deleted: true, integration_key, name, type };
	},
};
