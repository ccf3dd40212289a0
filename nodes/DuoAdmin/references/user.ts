import type { INodeProperties } from 'n8n-workflow';

import { InputError } from '../../shared/errors/InputError';
import type { ItemParameters } from '../../shared/ItemParameters';
import type { ItemCall } from '../../shared/operation';
import { path } from '../../shared/path';
import type { Duo } from '../../shared/transport/Duo';
import type { DuoUser } from '../duoObjects';
import { expectId, idMode } from './id';

type UserMode = 'list' | 'id' | 'username' | 'email';

/** The one way to name a user, in every operation. Read with {@link findUser}. */
export function userField(): INodeProperties[] {
	return [
		{
			displayName: 'User',
			name: 'user',
			type: 'resourceLocator',
			default: { mode: 'list', value: '' },
			required: true,
			description: 'The user: from the list, by ID, by username or alias, or by e-mail address',
			modes: [
				{
					displayName: 'From List',
					name: 'list',
					type: 'list',
					placeholder: 'Choose a user…',
					typeOptions: { searchListMethod: 'searchUsers', searchable: true },
				},
				{
					displayName: 'Username',
					name: 'username',
					type: 'string',
					placeholder: 'e.g. jdoe',
					hint: 'A username or an alias',
				},
				{
					displayName: 'Email',
					name: 'email',
					type: 'string',
					placeholder: 'e.g. jane@example.com',
				},
				idMode('DU', 'user'),
			],
		},
		{
			displayName: 'Normalize Username',
			name: 'normalizeUsername',
			type: 'boolean',
			default: false,
			description:
				'Whether DOMAIN\\jdoe and jdoe@example.com are looked up as jdoe, as with Duo’s simple username normalization',
		},
	];
}

/**
 * The user that the parameter "User" names. Each user is asked for once per run.
 *
 * @throws InputError when there is none, or more than one.
 */
export async function findUser({ params, duo }: ItemCall): Promise<DuoUser> {
	const { by, text } = readUser(params);
	return by === 'id' ? await getUser(duo, text) : await findOne(duo, by, text);
}

/** How an item names a user. */
export interface UserReference {
	by: 'id' | 'username' | 'email';
	text: string;
}

/** What the parameter "User" says. */
export function readUser(params: ItemParameters): UserReference {
	const { mode, value } = params.locator<UserMode>('user');
	if (mode === 'id' || mode === 'list') return { by: 'id', text: value };
	const isNormalized = mode === 'username' && params.flag('normalizeUsername');
	return { by: mode, text: isNormalized ? normalizeUsername(value) : value };
}

/** A user by ID, asked for once per run. */
export async function getUser(duo: Duo, userId: string): Promise<DuoUser> {
	const id = expectId(userId, 'DU', 'user');
	return await duo.once(idKey(id), async () => await duo.get<DuoUser>(path`/admin/v1/users/${id}`));
}

const idKey = (id: string) => `user id ${id}`;

const nameKey = (by: 'username' | 'email', text: string) => `user ${by} ${text.toLowerCase()}`;

/** Notes whom a reference names, so that nobody asks for it again. An ID without a user is left to be asked for. */
export function rememberUsers(duo: Duo, { by, text }: UserReference, users: DuoUser[]): void {
	if (by !== 'id') duo.remember(nameKey(by, text), users);
	else if (users[0]) duo.remember(idKey(text), users[0]);
}

/** To be called after a user was changed, so that a later item of the run does not see the old state. */
export function forgetUser(duo: Duo, { user_id }: Pick<DuoUser, 'user_id'>): void {
	duo.forget('user ', (known) =>
		[known as DuoUser | DuoUser[]].flat().some((user) => user.user_id === user_id),
	);
}

/** The same after a change that may concern any user: one was created or has another name, a phone was deleted. */
export function forgetUsers(duo: Duo): void {
	duo.forget('user ');
}

/**
 * Users by exact username, alias or e-mail. Duo gives a list that may be empty; for a username it also
 * looks at aliases.
 */
export async function searchUser(duo: Duo, by: 'username' | 'email', value: string): Promise<DuoUser[]> {
	return await duo.once(nameKey(by, value), async () => {
		const { objects } = await duo.page<DuoUser>('/admin/v1/users', 0, 100, { [by]: value });
		return objects;
	});
}

async function findOne(duo: Duo, by: 'username' | 'email', value: string): Promise<DuoUser> {
	const found = await searchUser(duo, by, value);
	if (found.length === 1) return found[0]!;

	const label = by === 'email' ? 'the e-mail address' : 'the username or alias';
	if (found.length === 0) {
		throw new InputError(
			`No user in Duo has ${label} “${value}”`,
			'Check the spelling, or create or enroll the user first.',
		);
	}
	throw new InputError(
		`${found.length} users in Duo have ${label} “${value}”`,
		`Name the one you mean by ID: ${found.map((user) => `${user.username} is ${user.user_id}`).join(', ')}.`,
	);
}

/** Duo's simple normalization: without a Windows domain before and a mail domain after the name. */
export function normalizeUsername(username: string): string {
	return username.replace(/^.*\\/, '').replace(/@.*$/, '');
}
