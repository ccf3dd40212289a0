import { reads } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { webAuthnCredential } from '../../references/webAuthn';

export const get: ItemOperation = {
	name: 'Get',
	value: 'get',
	action: 'Get WebAuthn credential',
	description: 'Get one security key, passkey or built-in sensor with its user',
	permissions: ['readResource'],
	concurrency: reads(),
	properties: [webAuthnCredential.field()],

	async run(call) {
		return await webAuthnCredential.find(call);
	},
};
