import { reads } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { limitFields } from '../../../shared/parameters/limit';
import type { DuoDesktopAuthenticator } from '../../references/desktopAuthenticator';
import { listInScope, scopeFields } from '../../references/scope';
import { users } from '../../references/users';

export const getMany: ItemOperation = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many desktop authenticators',
	description:
		'Get a list of computers that log their users in with Duo Desktop: of the whole account, or of one user',
	permissions: ['readResource'],
	concurrency: reads(users),
	properties: [...scopeFields('Desktop Authenticators'), ...limitFields()],

	async run(call) {
		return await listInScope<DuoDesktopAuthenticator>(call, {
			all: '/admin/v1/desktop_authenticators',
			user: 'desktopauthenticators',
		});
	},
};
