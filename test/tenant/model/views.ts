/** Records as Duo’s answers show them. */
import { createHash } from 'node:crypto';

import type { Account } from './account';
import { capabilitiesOf } from './phones';
import type {
	Admin,
	BypassCode,
	DesktopAuthenticator,
	Group,
	Phone,
	Token,
	U2fToken,
	User,
	WebAuthnCredential,
} from './records';

/**
 * The user as it stands inside phones, tokens and codes: scalars only, and never enrolled, whatever the
 * truth.
 */
export function reducedUser(user: User) {
	const { alias1 = null, alias2 = null, alias3 = null, alias4 = null } = user.aliases;
	const scalars = omit(user, 'phones', 'groups', 'tokens', 'statusBeforeTrash');
	return { ...scalars, aliases: { ...user.aliases }, alias1, alias2, alias3, alias4, is_enrolled: false };
}

export function fullUser(account: Account, user: User) {
	return {
		...reducedUser(user),
		is_enrolled: isEnrolled(account, user),
		phones: pick(account.phones, user.phones).map(nestedPhone),
		groups: pick(account.groups, user.groups).map(groupView),
		tokens: pick(account.tokens, user.tokens).map(nestedToken),
		u2ftokens: ownedBy(account.u2fTokens, user).map((token) => omit(token, 'user_id')),
		webauthncredentials: ownedBy(account.webAuthnCredentials, user).map((credential) =>
			omit(credential, 'user_id'),
		),
		desktoptokens: [],
	};
}

export const isEnrolled = (account: Account, user: User): boolean =>
	pick(account.phones, user.phones).some((phone) => capabilitiesOf(phone).length > 0) ||
	user.tokens.length > 0 ||
	ownedBy(account.webAuthnCredentials, user).length > 0 ||
	ownedBy(account.u2fTokens, user).length > 0;

/** A phone inside a user has no users of its own. */
export function nestedPhone(phone: Phone) {
	return { ...omit(phone, 'answer', 'smsPasscodes'), capabilities: capabilitiesOf(phone) };
}

export const fullPhone = (
	account: Account,
	phone: Phone,
	users = account.usersWith('phones', phone.phone_id),
) => ({ ...nestedPhone(phone), users: users.map(reducedUser) });

/** Written in lower case, answered with a capital. */
export const groupView = (group: Group) => ({
	...group,
	status: group.status.charAt(0).toUpperCase() + group.status.slice(1),
});

export const nestedToken = ({ serial, token_id, totp_step, type }: Token) => ({
	serial,
	token_id,
	totp_step,
	type,
});

export const tokenView = (account: Account, token: Token) => ({
	...nestedToken(token),
	admins: [],
	users: account.usersWith('tokens', token.token_id).map(reducedUser),
});

export function adminView(account: Account, admin: Admin) {
	const token = account.tokens.get(admin.token_id ?? '');
	return {
		...omit(admin, 'token_id', 'has_external_password_mgmt', 'password', 'failedLogins'),
		// unconfirmed: the form of this id
		role_id: createHash('sha256').update(admin.role).digest('hex').slice(0, 20).toUpperCase(),
		admin_units: [...account.adminUnits.values()]
			.filter(({ admins }) => admins.includes(admin.admin_id))
			.map(({ admin_unit_id }) => admin_unit_id),
		hardtoken: token ? nestedToken(token) : null,
	};
}

export const bypassCodeView = (account: Account, code: BypassCode) => ({
	...omit(code, 'code', 'user_id'),
	user: owner(account, code.user_id),
});

export function webAuthnView(account: Account, { user_id, ...shown }: WebAuthnCredential) {
	return {
		...shown,
		date_last_used: null,
		backup_eligible: false,
		backup_status: false,
		passwordless_authorized: false,
		uv_capable: true,
		aaguid: '00000000-0000-0000-0000-000000000000',
		credential_id: shown.webauthnkey,
		registered_as: 'roaming',
		transports: ['usb'],
		user: owner(account, user_id),
		admin: null,
	};
}

export const u2fView = (account: Account, { user_id, ...shown }: U2fToken) => ({
	...shown,
	user: owner(account, user_id),
});

export const desktopAuthenticatorView = (account: Account, { user_id, ...shown }: DesktopAuthenticator) => ({
	...shown,
	user: owner(account, user_id),
});

/** Without the user, whom the request has named. */
// unconfirmed: that Duo leaves the user out here
export const desktopAuthenticatorsOf = (account: Account, user: User) =>
	ownedBy(account.desktopAuthenticators, user).map((authenticator) => omit(authenticator, 'user_id'));

function owner(account: Account, userId: string) {
	const user = account.users.get(userId);
	return user ? reducedUser(user) : null;
}

function omit<T extends object, K extends keyof T>(record: T, ...names: K[]): Omit<T, K> {
	const rest = { ...record };
	for (const name of names) Reflect.deleteProperty(rest, name);
	return rest;
}

const pick = <T>(map: Map<string, T>, ids: string[]): T[] =>
	ids.map((id) => map.get(id)).filter((record) => record !== undefined);

const ownedBy = <T extends { user_id: string }>(map: Map<string, T>, user: User): T[] =>
	[...map.values()].filter((record) => record.user_id === user.user_id);
