import { path } from '../../../shared/duo/path';
import { withoutSecrets } from '../../../shared/duo/secrets';
import { changes, renamed } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { sorted } from '../../../shared/parameters/sorted';
import { requireChanges } from '../../../shared/parameters/toDuo';
import { application, refuseOwnApplication, type DuoApplication } from '../../references/application';

import { applicationDetailFields, readApplicationDetails } from './fields';

export const update: ItemOperation = {
	name: 'Update',
	value: 'update',
	action: 'Update application',
	description: 'Change an application; only the fields that are added change',
	permissions: ['applications'],
	concurrency: changes(application, renamed('name')),
	properties: [
		application.field(),
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			description: 'A text or list that is added and left empty is cleared in Duo',
			options: sorted([
				...applicationDetailFields(),
				{ displayName: 'Name', name: 'name', type: 'string', default: '', description: 'The new name' },
				{
					displayName: 'Reset Secret Key',
					name: 'resetSecretKey',
					type: 'boolean',
					default: true,
					description:
						'Whether to replace the secret key at once. What uses the old one cannot ask Duo until it gets the new one, which is not in the output.',
				},
			]),
		},
	],

	async run(call) {
		const fields = call.params.collection('updateFields');
		const resets = fields.has('resetSecretKey') && fields.flag('resetSecretKey');
		const changes = {
			name: fields.text('name'),
			reset_secret_key: resets ? 1 : undefined,
			...readApplicationDetails(fields),
		};
		requireChanges(changes);
		const found = await application.find(call);
		if (resets) await refuseOwnApplication(call, found);
		const updated = await call.duo.post<DuoApplication>(
			path`/admin/v3/integrations/${found.integration_key}`,
			changes,
		);
		return withoutSecrets(updated);
	},
};
