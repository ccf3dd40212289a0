import type { INodeProperties } from 'n8n-workflow';

import { DUO_ADMIN } from '../DuoAdmin/credential';
import { expectId, isMeantAsId } from '../DuoAdmin/references/id';
import { findOne, normalizeUsername, usersNamed, type UserQuery } from '../DuoAdmin/references/user';
import type { Duo, DuoParameters } from '../shared/duo/Duo';
import type { ItemCall } from '../shared/engine/ItemCall';
import { DuoApiError } from '../shared/errors/DuoApiError';
import { InputError } from '../shared/errors/InputError';
import { permissionLabels } from '../shared/errors/permissions';
import { quoted } from '../shared/errors/quoted';
import { toError } from '../shared/errors/toError';

/** A user as Duo's parameters name them. */
export type NamedUser = { user_id: string } | { username: string };

type UserMode = 'id' | 'username' | 'email';

/** Names a user; the Auth API can neither list nor search them. Read with {@link findUser}. */
export function userField(): INodeProperties[] {
	return [
		{
			displayName: 'User',
			name: 'user',
			type: 'resourceLocator',
			default: { mode: 'username', value: '' },
			required: true,
			description:
				'The user, by ID, username, alias or e-mail address. For an e-mail address, choose a Duo Admin API credential as well.',
			modes: [
				{
					displayName: 'Username',
					name: 'username',
					type: 'string',
					placeholder: 'e.g. jdoe',
					hint: 'A username or an alias',
				},
				{
					displayName: 'By ID, Username or Email',
					name: 'id',
					type: 'string',
					placeholder: 'e.g. jdoe',
					hint: 'Whatever names one user. An e-mail address needs a Duo Admin API credential as well.',
				},
				{
					displayName: 'Email',
					name: 'email',
					type: 'string',
					placeholder: 'e.g. jane@example.com',
					hint: 'Needs a Duo Admin API credential as well',
				},
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
 * The user as one of Duo's two parameters. The Auth API knows IDs, usernames and aliases; what else names a
 * user is looked up with the Admin API, if the node has a credential for it.
 *
 * @throws InputError when that takes a credential that the node lacks, or several users are named.
 */
export async function findUser(call: ItemCall): Promise<NamedUser> {
	const { mode, value: text } = call.params.locator<UserMode>('user');
	const isNormalized = call.params.flag('normalizeUsername');
	if (mode === 'id' && isMeantAsId(text)) return { user_id: expectId(text, 'DU', 'user') };
	const simple = isNormalized ? normalizeUsername(text) : text;
	if (mode === 'username') return { username: simple };

	const admin = adminOf(call);
	if (mode === 'email') {
		if (!admin) throw needsAdmin(text);
		const { user_id } = await asked(findOne(admin, { by: 'email', text, simple: text }));
		return { user_id };
	}
	if (!admin) return { username: simple };
	const query: UserQuery = { by: 'anything', text, simple };
	// Nobody: then Duo's policy for new users decides what becomes of the name.
	if ((await asked(usersNamed(admin, query))).length === 0) return { username: simple };
	const { user_id } = await asked(findOne(admin, query));
	return { user_id };
}

/** The Admin API, if the node has a credential for it; the same for all items of a run. */
function adminOf({ duo, n8n }: ItemCall): Duo | undefined {
	return n8n.getNode().credentials?.[DUO_ADMIN.type] ? duo.beside(DUO_ADMIN.type) : undefined;
}

function needsAdmin(text: string): InputError {
	return new InputError(
		`Duo’s Auth API cannot find a user by e-mail address, here ${quoted(text)}`,
		'Choose a Duo Admin API credential in this node as well, or look the user up first with Duo Admin → User → Get and pass the user ID.',
	);
}

/** What a request to the Admin API gives; a refusal is told as one of that API's. */
async function asked<T>(answer: Promise<T>): Promise<T> {
	return await answer.catch((fault: unknown) => {
		if (!(fault instanceof DuoApiError)) throw toError(fault);
		throw new InputError(
			'The user could not be looked up with the Duo Admin API credential',
			`That application needs ${permissionLabels(['readResource'])}. Duo says: ${fault.duoSays}.`,
		);
	});
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
		throw isUserRefused(fault) ? unknownUser(user, fault) : toError(fault);
	});
}

const MAY_BE_EMAIL =
	'If it is an e-mail address and not a username, choose a Duo Admin API credential in this node as well: Duo’s Auth API cannot find users by e-mail address.';

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
					user.username.includes('@')
						? MAY_BE_EMAIL
						: 'Compare it with the usernames and aliases in the Duo Admin Panel, or enroll the user first.',
				];
	return new InputError(`Duo does not know the user ${quoted(name)}`, `${hint} Duo says: ${fault.duoSays}.`);
}
