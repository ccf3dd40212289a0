import { requireChanges, sorted } from '../../../shared/fields';
import type { ItemOperation } from '../../../shared/operation';
import { single } from '../../references/entry';
import { sharedDeviceAuth, type DuoSharedDeviceAuth } from '../../references/sharedDeviceAuth';
import {
	detailFields,
	groupIds,
	groupIdsField,
	integrationIds,
	integrationIdsField,
	readDetails,
} from './fields';

export const update: ItemOperation = {
	name: 'Update',
	value: 'update',
	action: 'Update shared device authentication',
	description: 'Change a configuration of shared devices; only the fields that are added change',
	permissions: ['writeResource'],
	properties: [
		sharedDeviceAuth.field(),
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: sorted([...detailFields(), groupIdsField(), integrationIdsField()]),
		},
	],

	async run({ params, duo }) {
		const fields = params.collection('updateFields');
		const integrations = 'trustedEndpointIntegrationIds';
		const changes = {
			...readDetails(fields),
			group_id_list: fields.has('groupIds') ? groupIds(fields.texts('groupIds')) : undefined,
			trusted_endpoint_integration_id_list: fields.has(integrations)
				? integrationIds(fields.texts(integrations))
				: undefined,
		};
		requireChanges(changes);
		const reply = await duo.put<DuoSharedDeviceAuth | DuoSharedDeviceAuth[]>(
			sharedDeviceAuth.pathOf(params),
			changes,
		);
		return single(reply, 'shared device authentication');
	},
};
