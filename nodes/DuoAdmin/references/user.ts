import type { INodeProperties } from 'n8n-workflow';

import type { Duo } from '../../shared/duo/Duo';
import { path } from '../../shared/duo/path';
import type { ItemCall } from '../../shared/engine/ItemCall';
import { InputError } from '../../shared/errors/InputError';
import { quoted } from '../../shared/errors/quoted';
import type { ItemParameters } from '../../shared/parameters/ItemParameters';
import type { DuoUser } from '../duoObjects';

import { expectId, isMeantAsId } from './id';
import { listMode } from './locatorField';
import type { ListedKind } from './ResourceKind';

type UserMode = 'list' | 'id' | 'username' | 'email';

/** How an item names a user. */
export interface UserQuery {
	by: 'anything' | 'id' | 'username' | 'email';
	text: string;
	/** The text as a normalized username; the text itself without normalization. */
	simple: string;
}

/** How users are listed. */
export const listedUsers: ListedKind<DuoUser> = {
	parameter: 'user',
	path: '/admin/v1/users',
	pageSize: 300,
	idOf: ({ user_id }) => user_id,
	names: [{ term: 'username', of: ({ username }) => username }],
	shown: ({ username, realname }) => (realname ? `${username} (${realname})` : username),
	alsoFoundBy: ({ realname, email, aliases }) => [realname, email, ...Object.values(aliases ?? {})],
};

/** The one way to name a user, in every operation. Read with {@link findUser}. */
export function userField(): INodeProperties[] {
	return [
		{
			displayName: 'User',
			name: 'user',
			type: 'resourceLocator',
			default: { mode: 'list', value: '' },
			required: true,
			description: 'The user: from the list, or by ID, username, alias or e-mail address',
			modes: [
				listMode(listedUsers, 'Choose a user…'),
				{
					displayName: 'By ID, Username or Email',
					name: 'id',
					type: 'string',
					placeholder: 'e.g. jdoe',
					hint: 'Whatever names one user: an ID (DU and 18 letters or digits), a username, an alias, or an e-mail address',
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
			],
		},
		{
			displayName: 'Normalize Username',
			name: 'normalizeUsername',
			type: 'boolean',
			default: false,
			description:
				'Whether DOMAIN\\jdoe and jdoe@example.com are looked up as jdoe, as with Duo’s simple username normalization. In the mode “By ID”, which takes names too, a user with the full name comes first.',
		},
	];
}

/**
 * The user that the parameter "User" names. Each user is asked for once per run.
 *
 * @throws InputError when there is none, or more than one.
 */
export async function findUser({ params, duo }: ItemCall): Promise<DuoUser> {
	const query = readUser(params);
	return query.by === 'id' ? await getUser(duo, query.text) : await findOne(duo, query);
}

/** What the parameter "User" says. */
export function readUser(params: ItemParameters): UserQuery {
	const { mode, value: text } = params.locator<UserMode>('user');
	const isNormalized = params.flag('normalizeUsername');
	if (mode === 'list' || (mode === 'id' && isMeantAsId(text))) return { by: 'id', text, simple: text };
	const simple = isNormalized && mode !== 'email' ? normalizeUsername(text) : text;
	return mode === 'id' ? { by: 'anything', text, simple } : { by: mode, text: simple, simple };
}

/** A user by ID, asked for once per run. */
export async function getUser(duo: Duo, userId: string): Promise<DuoUser> {
	const id = expectId(userId, 'DU', 'user');
	return await duo.cache.once(idKey(id), async () => await duo.get<DuoUser>(path`/admin/v1/users/${id}`));
}

const idKey = (id: string) => `user id ${id}`;

const nameKey = (by: 'username' | 'email', text: string) => `user ${by} ${text.toLowerCase()}`;

/** The same for queries that differ in case only, as Duo's names do. */
export const queryKey = ({ by, text, simple }: UserQuery) =>
	`user query ${JSON.stringify([by, text, simple]).toLowerCase()}`;

/**
 * Notes whom a query names, so that nobody asks for it again. An ID without a user is left to be asked for.
 */
export function rememberUsers(duo: Duo, query: UserQuery, users: DuoUser[]): void {
	if (query.by !== 'id') duo.cache.remember(queryKey(query), users);
	else if (users[0]) duo.cache.remember(idKey(query.text), users[0]);
}

/** To be called after a user was changed, so that a later item of the run does not see the old state. */
export function forgetUser(duo: Duo, { user_id }: Pick<DuoUser, 'user_id'>): void {
	duo.cache.forget('user ', (known) =>
		[known as DuoUser | DuoUser[]].flat().some((user) => user.user_id === user_id),
	);
}

/**
 * The same after a change that may concern any user: one was created or has another name, a phone was
 * deleted.
 */
export function forgetUsers(duo: Duo): void {
	duo.cache.forget('user ');
}

/**
 * Users by exact username, alias or email. Duo gives a list that may be empty; for a username it also
 * looks at aliases.
 */
export async function searchUser(duo: Duo, by: 'username' | 'email', value: string): Promise<DuoUser[]> {
	return await duo.cache.once(nameKey(by, value), async () => {
		const { objects } = await duo.page<DuoUser>('/admin/v1/users', 0, 100, { [by]: value });
		return objects;
	});
}

/**
 * The one user whom a query names.
 *
 * @throws InputError when there is none, or more than one.
 */
export async function findOne(duo: Duo, query: UserQuery): Promise<DuoUser> {
	const found = await duo.cache.once(queryKey(query), async () => await usersNamed(duo, query));
	if (found.length === 1) return found[0]!;

	const { term } = NAMED[query.by];
	if (found.length === 0) {
		throw new InputError(
			`No user in Duo has the ${term} ${quoted(query.text)}`,
			'Check the spelling, or create or enroll the user first.',
		);
	}
	const candidates = found.map((user) => `${user.username} is ${user.user_id}${howNamed(user, query)}`);
	throw new InputError(
		`${found.length} users in Duo have the ${term} ${quoted(query.text)}`,
		query.by === 'anything'
			? `Name the one you mean by ID, or choose the mode Username or Email: ${candidates.join(', ')}.`
			: `Name the one you mean by ID: ${candidates.join(', ')}.`,
	);
}

/** Which names a query may stand for. */
const NAMED: Record<UserQuery['by'], { term: string; isUsername: boolean; isEmail: boolean }> = {
	anything: { term: 'ID, username, alias or e-mail address', isUsername: true, isEmail: true },
	id: { term: 'ID', isUsername: false, isEmail: false },
	username: { term: 'username or alias', isUsername: true, isEmail: false },
	email: { term: 'e-mail address', isUsername: false, isEmail: true },
};

/** Whether the query may stand for a username or alias, and for an e-mail address. */
export function namesIn({ by, text }: UserQuery): { isUsername: boolean; isEmail: boolean } {
	const { isUsername, isEmail } = NAMED[by];
	return { isUsername, isEmail: isEmail && (by === 'email' || text.includes('@')) };
}

/**
 * Everybody with the full name, be it a username, an alias or an e-mail address; else those with the
 * normalized name.
 */
export async function usersNamed(duo: Duo, query: UserQuery): Promise<DuoUser[]> {
	const { isUsername, isEmail } = namesIn(query);
	const lists = await Promise.all([
		isUsername ? searchUser(duo, 'username', query.text) : [],
		isEmail ? searchUser(duo, 'email', query.text) : [],
	]);
	const found = new Map(lists.flat().map((user) => [user.user_id, user]));
	if (found.size > 0 || query.simple === query.text) return [...found.values()];
	return await searchUser(duo, 'username', query.simple);
}

function howNamed({ username, email }: DuoUser, { by, text }: UserQuery): string {
	if (by !== 'anything') return '';
	const wanted = text.toLowerCase();
	if (username.toLowerCase() === wanted) return ' (by username)';
	return email?.toLowerCase() === wanted ? ' (by e-mail address)' : ' (by alias)';
}

/** Duo's simple normalization: without a Windows domain before and a mail domain after the name. */
export function normalizeUsername(username: string): string {
	return username.replace(/^.*\\/, '').replace(/@.*$/, '');
}
