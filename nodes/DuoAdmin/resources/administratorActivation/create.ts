import type { IDataObject } from 'n8n-workflow';

import { changes, named } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { administratorActivation } from '../../references/administratorActivation';
import { invitationFields, readInvitation, roleField } from '../administrator/fields';

export const create: ItemOperation = {
	name: 'Create',
	value: 'create',
	action: 'Create administrator activation',
	description:
		'Invite somebody to become an administrator: they choose name and password when they open the link. Whoever opens it becomes that administrator, so treat it like a password.',
	permissions: ['administrators'],
	concurrency: changes(named('email', administratorActivation)),
	properties: [
		{
			displayName: 'Email',
			name: 'email',
			type: 'string',
			required: true,
			placeholder: 'e.g. jane@example.com',
			default: '',
		},
		roleField(),
		...invitationFields(),
	],

	// The role is always sent, so that nobody gets one that was not chosen.
	async run({ params, duo }) {
		const activation = await duo.post<IDataObject>('/admin/v1/admins/activations', {
			email: params.text('email'),
			admin_role: params.openChoice('role'),
			...readInvitation(params),
		});
		return activation;
	},
};
