import type { ItemOperation } from '../../../shared/engine/operation';
import { forgetUser } from '../../references/user';
import { webAuthnCredential } from '../../references/webAuthn';

export const deleteWebAuthn: ItemOperation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete WebAuthn credential',
	description:
		'Delete a security key, passkey or built-in sensor, e.g. a lost one; its user cannot log in with it any more',
	permissions: ['readResource', 'writeResource'],
	touches: webAuthnCredential.touches,
	properties: [webAuthnCredential.field()],

	async run(call) {
		const { webauthnkey, credential_name, label, user } = await webAuthnCredential.remove(call);
		if (user) forgetUser(call.duo, user);
		const { user_id, username } = user ?? {};
		return { deleted: true, webauthnkey, credential_name, label, user_id, username };
	},
};
