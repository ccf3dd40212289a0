import { reads } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { limitFields } from '../../../shared/parameters/limit';
import { listInScope, scopeFields } from '../../references/scope';
import { users } from '../../references/users';
import type { WebAuthnCredential } from '../../references/webAuthn';

export const getMany: ItemOperation = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many WebAuthn credentials',
	description:
		'Get a list of security keys, passkeys and built-in sensors: of the whole account, or of one user',
	permissions: ['readResource'],
	concurrency: reads(users),
	properties: [...scopeFields('WebAuthn Credentials'), ...limitFields()],

	async run(call) {
		return await listInScope<WebAuthnCredential>(call, {
			all: '/admin/v1/webauthncredentials',
			user: 'webauthncredentials',
		});
	},
};
