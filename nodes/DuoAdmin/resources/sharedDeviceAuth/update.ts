import { path } from '../../../shared/duo/path';
import { inInputOrder } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { sorted } from '../../../shared/parameters/sorted';
import { requireChanges } from '../../../shared/parameters/toDuo';
import { single } from '../../references/reference';
import {
	SHARED_DEVICES,
	sharedDeviceAuth,
	type DuoSharedDeviceAuth,
} from '../../references/sharedDeviceAuth';

import { detailFields, groupIds, groupIdsField, integrationIdsField, readDetails } from './fields';

export const update: ItemOperation = {
	name: 'Update',
	value: 'update',
	action: 'Update shared device authentication',
	description: 'Change a configuration of shared devices; only the fields that are added change',
	permissions: ['writeResource'],
	concurrency: inInputOrder('Groups and computers may pass from one to another'),
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

	async run(call) {
		const fields = call.params.collection('updateFields');
		const changes = {
			...readDetails(fields),
			group_id_list: groupIds(fields.texts('groupIds')),
			trusted_endpoint_integration_id_list: fields.texts('trustedEndpointIntegrationIds'),
		};
		requireChanges(changes);
		const id = await sharedDeviceAuth.idIn(call);
		const reply = await call.duo.put<DuoSharedDeviceAuth | DuoSharedDeviceAuth[]>(
			SHARED_DEVICES + path`/${id}`,
			changes,
		);
		return single(reply, 'shared device authentication');
	},
};
