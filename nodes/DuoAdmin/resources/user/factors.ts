import type { IDataObject } from 'n8n-workflow';

import type { Duo } from '../../../shared/duo/Duo';
import { path } from '../../../shared/duo/path';
import type { DuoBypassCode, DuoPhone, DuoToken, DuoWebAuthnCredential } from '../../duoObjects';
import type { DuoDesktopAuthenticator } from '../../references/desktopAuthenticator';
import { phoneSummary } from '../../references/phone';
import type { DuoU2fToken } from '../../references/u2fToken';

interface DescribedFactor {
	shown: IDataObject;
	/** The path that takes it away. */
	remove: string;
}

type Describe<T> = (object: T, userId: string) => DescribedFactor;

/** A kind of factor: how a user's are listed, what is told of each, and how one is taken away. */
interface Factor {
	value: string;
	name: string;
	list: (duo: Duo, userId: string) => Promise<DescribedFactor[]>;
}

export const factors: readonly Factor[] = [
	factor<DuoBypassCode>('bypassCodes', 'Bypass Codes', 'bypass_codes', ({ bypass_code_id }) => ({
		shown: { bypass_code_id },
		remove: path`/admin/v1/bypass_codes/${bypass_code_id}`,
	})),
	factor<DuoDesktopAuthenticator>(
		'desktopAuthenticators',
		'Desktop Authenticators',
		'desktopauthenticators',
		({ dakey, device_name = '' }) => ({
			shown: { dakey, device_name },
			remove: path`/admin/v1/desktop_authenticators/${dakey}`,
		}),
	),
	factor<DuoToken>('tokens', 'Hardware Tokens', 'tokens', ({ token_id, type, serial }, userId) => ({
		shown: { token_id, type, serial },
		remove: path`/admin/v1/users/${userId}/tokens/${token_id}`,
	})),
	factor<DuoPhone>('phones', 'Phones', 'phones', (phone, userId) => ({
		shown: phoneSummary(phone),
		remove: path`/admin/v1/users/${userId}/phones/${phone.phone_id}`,
	})),
	factor<DuoU2fToken>('u2fTokens', 'U2F Tokens', 'u2ftokens', ({ registration_id }) => ({
		shown: { registration_id },
		remove: path`/admin/v1/u2ftokens/${registration_id}`,
	})),
	factor<DuoWebAuthnCredential>(
		'webAuthn',
		'WebAuthn Credentials',
		'webauthncredentials',
		({ webauthnkey, credential_name = '', label = '' }) => ({
			shown: { webauthnkey, credential_name, label },
			remove: path`/admin/v1/webauthncredentials/${webauthnkey}`,
		}),
	),
];

function factor<T>(value: string, name: string, subpath: string, describe: Describe<T>): Factor {
	return {
		value,
		name,
		list: async (duo, userId) => {
			const objects = await duo.list<T>(path`/admin/v1/users/${userId}/${subpath}`);
			return objects.map((object) => describe(object, userId));
		},
	};
}
