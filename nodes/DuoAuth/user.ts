import type { INodeProperties } from 'n8n-workflow';

import type { ItemParameters } from '../shared/ItemParameters';
import type { DuoParameters } from '../shared/transport/Duo';

/** Names a user; the Auth API can neither list nor search them. Read with {@link readUser}. */
export function userField(): INodeProperties {
	return {
		displayName: 'User',
		name: 'user',
		type: 'resourceLocator',
		default: { mode: 'username', value: '' },
		required: true,
		description: 'The user, by username or by ID',
		modes: [
			{
				displayName: 'Username',
				name: 'username',
				type: 'string',
				placeholder: 'e.g. jdoe',
				hint: 'A username or an alias',
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. DUXXXXXXXXXXXXXXXXXX',
			},
		],
	};
}

/** The user as one of Duo's two parameters. */
export function readUser(params: ItemParameters): DuoParameters {
	const { mode, value } = params.locator<'username' | 'id'>('user');
	return mode === 'id' ? { user_id: value } : { username: value };
}
