import type { INodeProperties } from 'n8n-workflow';

import { DuoApiError } from '../shared/errors/DuoApiError';
import { asError } from '../shared/errors/halfDone';
import { InputError } from '../shared/errors/InputError';
import type { ItemParameters } from '../shared/ItemParameters';
import type { Duo, DuoParameters } from '../shared/transport/Duo';

/** A user as Duo's parameters name them. */
export type NamedUser = { user_id: string } | { username: string };

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
export function readUser(params: ItemParameters): NamedUser {
	const { mode, value } = params.locator<'username' | 'id'>('user');
	return mode === 'id' ? { user_id: value } : { username: value };
}

/**
 * Asks Duo something about a user for whom it may have a limit.
 *
 * @throws InputError when Duo does not know the user.
 */
export async function postAbout<T>(
	duo: Duo,
	path: string,
	user: NamedUser,
	parameters: DuoParameters,
): Promise<T> {
	const name = 'user_id' in user ? user.user_id : user.username;
	const answer = duo.post<T>(path, { ...user, ...parameters }, { user: name.toLowerCase() });
	return await answer.catch((fault: unknown) => {
		throw isUserRefused(fault) ? unknownUser(user, fault) : asError(fault);
	});
}

/** Duo names the parameter, and nothing else. */
function isUserRefused(fault: unknown): fault is DuoApiError {
	return fault instanceof DuoApiError && fault.code === 40002 && /^user(name|_id)$/.test(fault.detail);
}

function unknownUser(user: NamedUser, fault: DuoApiError): InputError {
	const [name, hint] =
		'user_id' in user
			? [
					user.user_id,
					'The user may have been deleted, or belong to another Duo account: look them up again.',
				]
			: [
					user.username,
					'Compare it with the usernames and aliases in the Duo Admin Panel, or enroll the user first.',
				];
	return new InputError(`Duo does not know the user “${name}”`, `${hint} Duo says: ${fault.duoSays}.`);
}
