import type { INodeProperties } from 'n8n-workflow';

import { touchesNamed, type ItemCall } from '../../shared/operation';
import { path } from '../../shared/path';
import type { Duo } from '../../shared/transport/Duo';
import type { DuoToken, DuoUser } from '../duoObjects';
import { expectId, idMode } from './id';
import { onlyMatch } from './onlyMatch';

type TokenMode = 'list' | 'id' | 'serial';

/** A hardware token as Duo lists it; inside a user it has no users of its own. */
export interface HardwareToken extends DuoToken {
	/** Seconds; null unless the token counts time. */
	totp_step?: number | null;
	users?: DuoUser[] | null;
	/** Administrators who log in to the Duo Admin Panel with it. */
	admins?: Array<{ admin_id: string; name: string }> | null;
}

/** The one way to name a hardware token. Read with {@link findToken}. */
export function tokenField(): INodeProperties[] {
	return [
		{
			displayName: 'Token',
			name: 'token',
			type: 'resourceLocator',
			default: { mode: 'list', value: '' },
			required: true,
			description: 'The hardware token: from the list, by its serial number, or by ID',
			modes: [
				{
					displayName: 'From List',
					name: 'list',
					type: 'list',
					placeholder: 'Choose a token…',
					typeOptions: { searchListMethod: 'searchTokens', searchable: true },
				},
				{
					displayName: 'Serial Number',
					name: 'serial',
					type: 'string',
					placeholder: 'e.g. 100200300',
				},
				idMode('DH', 'token'),
			],
		},
	];
}

/** For operations that change the hardware token that an item names. */
export const touchesToken = touchesNamed('token');

/**
 * The hardware token that the parameter "Token" names. Duo searches a serial number only together with a type, so the
 * tokens are listed, once per run.
 *
 * @throws InputError when there is none, or more than one.
 */
export async function findToken({ params, duo }: ItemCall): Promise<HardwareToken> {
	const { mode, value } = params.locator<TokenMode>('token');
	if (mode !== 'serial') {
		const id = expectId(value, 'DH', 'token');
		return await duo.once(
			`token ${id}`,
			async () => await duo.get<HardwareToken>(path`/admin/v1/tokens/${id}`),
		);
	}

	const tokens = await duo.once('token list', async () => await duo.list<HardwareToken>('/admin/v1/tokens'));
	return onlyMatch(tokens, value, {
		noun: 'hardware token',
		label: 'serial number',
		textOf: ({ serial }) => serial,
		idOf: (token) => `${token.token_id} (${typeName(token)})`,
	});
}

/** To be called after a token was changed, deleted, or given to or taken from a user, who is to be forgotten too. */
export function forgetTokens(duo: Duo): void {
	duo.forget('token ');
}

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
	return type === 'd1' ? 'Duo D-100' : (tokenTypes[type as TokenType] ?? type);
}
