import type { DuoUser, DuoWebAuthnCredential } from '../duoObjects';

import { reference } from './reference';

/** As Duo lists it: with the user, or the administrator, who logs in with it. */
export interface WebAuthnCredential extends DuoWebAuthnCredential {
	user?: DuoUser | null;
	admin?: { admin_id: string; name: string } | null;
}

export const webAuthnCredential = reference<WebAuthnCredential>({
	displayName: 'WebAuthn Credential',
	parameter: 'webAuthnCredential',
	noun: 'WebAuthn credential',
	path: '/admin/v1/webauthncredentials',
	prefix: 'WA',
	idOf: ({ webauthnkey }) => webauthnkey,
	shown: ({ webauthnkey, credential_name, label, user, admin }) =>
		`${credential_name || label || webauthnkey} (${user?.username ?? admin?.name ?? 'nobody'})`,
	alsoFoundBy: ({ credential_name, label, user, admin }) => [
		credential_name,
		label,
		user?.username,
		admin?.name,
	],
	names: [
		{
			mode: 'name',
			displayName: 'Name',
			term: 'name',
			placeholder: 'e.g. YubiKey 5',
			of: ({ credential_name, label }) => credential_name || label,
		},
	],
});
