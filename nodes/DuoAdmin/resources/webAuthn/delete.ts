import { changes, anyOf } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { users } from '../../references/users';
import { webAuthnCredential } from '../../references/webAuthn';

export const deleteWebAuthn: ItemOperation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete WebAuthn credential',
	description:
		'Delete a security key, passkey or built-in sensor, e.g. a lost one; its user cannot log in with it any more',
	permissions: ['readResource', 'writeResource'],
	concurrency: changes(webAuthnCredential, anyOf(users)),
	properties: [webAuthnCredential.field()],

	async run(call) {
		const { webauthnkey, credential_name, label, user } = await webAuthnCredential.remove(call);
		const { user_id, username } = user ?? {};
		return { deleted: true, webauthnkey, credential_name, label, user_id, username };
	},
};
