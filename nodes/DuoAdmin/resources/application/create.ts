import { withoutSecrets } from '../../../shared/duo/secrets';
import { changes, named } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { application, APPLICATIONS, type DuoApplication } from '../../references/application';

import { applicationDetailFields, readApplicationDetails } from './fields';

export const create: ItemOperation = {
	name: 'Create',
	value: 'create',
	action: 'Create application',
	description:
		'Create an application with keys of its own. The secret key is not in the output: look it up in the Duo Admin Panel.',
	permissions: ['applications'],
	concurrency: changes(named('name', application)),
	properties: [
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			required: true,
			placeholder: 'e.g. VPN',
			default: '',
		},
		{
			displayName: 'Type',
			name: 'type',
			type: 'string',
			required: true,
			placeholder: 'e.g. websdk',
			default: '',
			description:
				'In Duo’s own word, e.g. adminapi, authapi, rdp, radius, unix or websdk. Get Many shows those of existing applications.',
		},
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: applicationDetailFields(),
		},
	],

	async run({ params, duo }) {
		const created = await duo.post<DuoApplication>(APPLICATIONS, {
			name: params.text('name'),
			type: params.text('type'),
			...readApplicationDetails(params.collection('additionalFields')),
		});
		return withoutSecrets(created);
	},
};
