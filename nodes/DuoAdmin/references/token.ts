import type { DuoToken, DuoUser } from '../duoObjects';

import { withOwners } from './listSearch';
import { reference } from './reference';

/** A hardware token as Duo lists it; inside a user it has no users of its own. */
export interface HardwareToken extends DuoToken {
	/** Seconds; null unless the token counts time. */
	totp_step?: number | null;
	users?: DuoUser[] | null;
	/** Administrators who log in to the Duo Admin Panel with it. */
	admins?: Array<{ admin_id: string; name: string }> | null;
}

/** Duo searches a serial number only together with a type, so for one the tokens are listed. */
export const token = reference<HardwareToken>({
	displayName: 'Token',
	parameter: 'token',
	noun: 'hardware token',
	path: '/admin/v1/tokens',
	prefix: 'DH',
	idOf: ({ token_id }) => token_id,
	shown: (token) => withOwners(`${token.serial}, ${typeName(token)}`, token.users),
	alsoFoundBy: ({ users }) => (users ?? []).map(({ username }) => username),
	detail: typeName,
	names: [
		{
			mode: 'serial',
			displayName: 'Serial Number',
			term: 'serial number',
			placeholder: 'e.g. 100200300',
			of: ({ serial }) => serial,
		},
	],
});

/** What is told of a token in outputs. */
export function tokenSummary({ token_id, serial, type }: HardwareToken) {
	return { token_id, serial, type };
}

/** Duo's names of the types that can be created. */
export const tokenTypes = {
	h6: 'HOTP, 6 Digits',
	h8: 'HOTP, 8 Digits',
	t6: 'TOTP, 6 Digits',
	t8: 'TOTP, 8 Digits',
	yk: 'YubiKey AES',
} as const;

export type TokenType = keyof typeof tokenTypes;

/** In words; Duo's own tokens have the type `d1`, which cannot be created. */
export function typeName({ type }: DuoToken): string {
	const known: Partial<Record<string, string>> = { d1: 'Duo D-100', ...tokenTypes };
	return known[type] ?? type;
}
