import { path } from '../../../shared/duo/path';
import { changes, type Subject } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { allowLookAlikesField } from '../../../shared/parameters/newName';
import { sorted } from '../../../shared/parameters/sorted';
import { requireChanges } from '../../../shared/parameters/toDuo';
import type { DuoUser } from '../../duoObjects';
import { findUser, forgetUsers, userField } from '../../references/user';
import { users } from '../../references/users';

import { profileFields, readProfile } from './fields';

/** Usernames and aliases are unique: whoever takes one waits for those who may give it up. */
const newNames: Subject = {
	keys: ({ params }) => {
		const fields = params.collection('updateFields');
		return fields.has('username') || fields.has('aliases') ? ['a new name'] : [];
	},
};

export const update: ItemOperation = {
	name: 'Update',
	value: 'update',
	action: 'Update user',
	description: 'Change the profile of a user; only the fields that are added change',
	permissions: ['readResource', 'writeResource'],
	concurrency: changes(users, newNames),
	properties: [
		...userField(),
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			description: 'A text or list that is added and left empty is cleared in Duo, except for the username',
			options: sorted([
				...profileFields(),
				allowLookAlikesField(),
				{
					displayName: 'Username',
					name: 'username',
					type: 'string',
					default: '',
					description: 'The new username',
				},
			]),
		},
	],

	async run(call) {
		const fields = call.params.collection('updateFields');
		const changes = { username: fields.newName('username'), ...readProfile(fields) };
		requireChanges(changes);
		const { user_id } = await findUser(call);
		const user = await call.duo.post<DuoUser>(path`/admin/v1/users/${user_id}`, changes);
		const isRenamed = ['username', 'aliases', 'email'].some((name) => name in changes);
		if (isRenamed) forgetUsers(call.duo);
		return user;
	},
};
