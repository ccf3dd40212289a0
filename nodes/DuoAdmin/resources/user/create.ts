import { changes, named } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { allowLookAlikesField } from '../../../shared/parameters/newName';
import { sorted } from '../../../shared/parameters/sorted';
import type { DuoUser } from '../../duoObjects';
import { users } from '../../references/users';

import { profileFields, readProfile } from './fields';

export const create: ItemOperation = {
	name: 'Create',
	value: 'create',
	action: 'Create user',
	description: 'Create a user without enrolling them',
	permissions: ['writeResource'],
	concurrency: changes(named('username', users)),
	properties: [
		{
			displayName: 'Username',
			name: 'username',
			type: 'string',
			required: true,
			placeholder: 'e.g. jdoe',
			default: '',
		},
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: sorted([...profileFields(), allowLookAlikesField()]),
		},
	],

	async run({ params, duo }) {
		const fields = params.collection('additionalFields');
		const user = await duo.post<DuoUser>('/admin/v1/users', {
			username: params.newName('username', fields),
			...readProfile(fields),
		});
		return user;
	},
};
