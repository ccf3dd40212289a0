import { inInputOrder } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { single } from '../../references/reference';
import { SHARED_DEVICES, type DuoSharedDeviceAuth } from '../../references/sharedDeviceAuth';

import { detailFields, groupIds, groupIdsField, integrationIdsField, readDetails } from './fields';

export const create: ItemOperation = {
	name: 'Create',
	value: 'create',
	action: 'Create shared device authentication',
	description: 'Let the members of groups log in with Duo Desktop on computers that several people share',
	permissions: ['writeResource'],
	concurrency: inInputOrder('Groups and computers may pass from one to another'),
	properties: [
		{ ...groupIdsField(), required: true },
		{ ...integrationIdsField(), required: true },
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: detailFields(),
		},
	],

	async run({ params, duo }) {
		const reply = await duo.post<DuoSharedDeviceAuth | DuoSharedDeviceAuth[]>(SHARED_DEVICES, {
			group_id_list: groupIds(params.texts('groupIds')),
			trusted_endpoint_integration_id_list: params.texts('trustedEndpointIntegrationIds'),
			...readDetails(params.collection('additionalFields')),
		});
		return single(reply, 'new shared device authentication');
	},
};
