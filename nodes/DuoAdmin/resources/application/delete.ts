import type { ItemOperation } from '../../../shared/operation';
import { path } from '../../../shared/path';
import {
	applicationField,
	findApplication,
	refuseOwnApplication,
	touchesApplication,
} from '../../references/application';

export const deleteApplication: ItemOperation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete application',
	description:
		'Delete an application: what it protects can no longer ask Duo. Refused for the one whose keys the node uses.',
	permissions: ['applications'],
	touches: touchesApplication,
	properties: [applicationField()],

	// Looked up first: Duo answers a delete with success even when no application has that key.
	async run(call) {
		const application = await findApplication(call);
		await refuseOwnApplication(call, application);
		const { integration_key, name, type } = application;
		await call.duo.delete(path`/admin/v3/integrations/${integration_key}`);
		call.duo.forget('application ');
		return { deleted: true, integration_key, name, type };
	},
};
