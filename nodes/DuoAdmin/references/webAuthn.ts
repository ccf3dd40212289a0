import type { DuoUser, DuoWebAuthnCredential } from '../duoObjects';
import { entry } from './entry';

/** As Duo lists it: with the user, or the administrator, who logs in with it. */
export interface WebAuthnCredential extends DuoWebAuthnCredential {
	user?: DuoUser | null;
	admin?: { admin_id: string; name: string } | null;
}

export const webAuthnCredential = entry<WebAuthnCredential>({
	displayName: 'WebAuthn Credential',
	name: 'webAuthnCredential',
	noun: 'WebAuthn credential',
	searchListMethod: 'searchWebAuthnCredentials',
	path: '/admin/v1/webauthncredentials',
	prefix: 'WA',
});
