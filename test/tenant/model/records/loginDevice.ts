/** What people log in with besides a phone: tokens, codes and keys. */
import type { IdsAndClock } from './IdsAndClock';

export interface Token {
	token_id: string;
	serial: string;
	type: string;
	totp_step: number | null;
}
export type NewToken = Partial<Token> & { serial: string; type: string; users?: string[] };

export interface BypassCode {
	bypass_code_id: string;
	user_id: string;
	code: string;
	created: number;
	expiration: number | null;
	/** Uses left; null is without limit. */
	reuse_count: number | null;
	admin_email: string | null;
}
export type NewBypassCode = Partial<Omit<BypassCode, 'user_id'>> & { user: string };

export interface WebAuthnCredential {
	webauthnkey: string;
	user_id: string;
	credential_name: string;
	label: string;
	date_added: number;
}
export type NewWebAuthnCredential = Partial<Omit<WebAuthnCredential, 'user_id'>> & { user: string };

export interface U2fToken {
	registration_id: string;
	user_id: string;
	date_added: number;
}

/** A computer on which a user logs in with Duo Desktop. */
export interface DesktopAuthenticator {
	dakey: string;
	daid: string;
	user_id: string;
	device_name: string;
	duo_desktop_version: string;
	os_family: string;
}

// unconfirmed: all names but those of the parameters of create and update
export interface SharedDeviceAuth {
	shared_device_key: string;
	name: string;
	active: boolean;
	groups: string[];
	trusted_endpoint_integrations: string[];
}

export const newToken = ({ ids }: IdsAndClock, given: Omit<NewToken, 'users'>): Token => ({
	token_id: ids.id('DH'),
	totp_step: null,
	...given,
});

export const newBypassCode = (
	{ ids, clock }: IdsAndClock,
	{ user, ...given }: NewBypassCode,
): BypassCode => ({
	// unconfirmed: the prefix of the ids of bypass codes
	bypass_code_id: ids.id('DB'),
	user_id: user,
	code: ids.digits(9),
	created: clock.now(),
	expiration: null,
	reuse_count: 1,
	admin_email: null,
	...given,
});

export const newWebAuthnCredential = (
	{ ids, clock }: IdsAndClock,
	{ user, ...given }: NewWebAuthnCredential,
): WebAuthnCredential => ({
	webauthnkey: ids.id('WA'),
	user_id: user,
	credential_name: 'Security key',
	label: 'Security Key',
	date_added: clock.now(),
	...given,
});

export const newU2fToken = ({ ids, clock }: IdsAndClock, user_id: string): U2fToken => ({
	registration_id: ids.letters(20),
	user_id,
	date_added: clock.now(),
});

export const newDesktopAuthenticator = (
	{ ids }: IdsAndClock,
	{ user, ...given }: Partial<DesktopAuthenticator> & { user: string },
): DesktopAuthenticator => ({
	// unconfirmed: how these two look
	dakey: ids.letters(20),
	daid: ids.letters(20),
	user_id: user,
	device_name: 'LAPTOP-1',
	duo_desktop_version: '7.0.0',
	os_family: 'Windows',
	...given,
});

export const newSharedDeviceAuth = (
	{ ids }: IdsAndClock,
	given: Partial<SharedDeviceAuth>,
): SharedDeviceAuth => ({
	shared_device_key: ids.letters(20),
	name: '',
	active: true,
	groups: [],
	trusted_endpoint_integrations: [],
	...given,
});
