import { changes, named } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { administrator, type DuoAdministrator } from '../../references/administrator';

import {
	administratorDetailFields,
	invitationFields,
	readAdministratorDetails,
	readInvitation,
	requireUnrestrictedOwner,
	roleField,
} from './fields';

export const create: ItemOperation = {
	name: 'Create',
	value: 'create',
	action: 'Create administrator',
	description: 'Create an administrator with the role that you choose, and send them an activation link',
	permissions: ['administrators'],
	concurrency: changes(named('email', administrator)),
	properties: [
		{
			displayName: 'Email',
			name: 'email',
			type: 'string',
			required: true,
			placeholder: 'e.g. jane@example.com',
			default: '',
		},
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			required: true,
			placeholder: 'e.g. Jane Doe',
			default: '',
		},
		roleField(),
		...invitationFields(),
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: administratorDetailFields(),
		},
	],

	// The role is always sent: without one Duo makes an Owner.
	async run({ params, duo }) {
		const role = params.openChoice('role');
		const details = readAdministratorDetails(params.collection('additionalFields'));
		requireUnrestrictedOwner(role, details);
		const created = await duo.post<DuoAdministrator>('/admin/v1/admins', {
			email: params.text('email'),
			name: params.text('name'),
			role,
			...readInvitation(params),
			...details,
		});
		return created;
	},
};
