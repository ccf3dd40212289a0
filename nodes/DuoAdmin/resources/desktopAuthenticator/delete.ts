import { changes, anyOf } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { desktopAuthenticator } from '../../references/desktopAuthenticator';
import { users } from '../../references/users';

export const deleteDesktopAuthenticator: ItemOperation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete desktop authenticator',
	description: 'Delete a desktop authenticator; its user cannot log in with that computer any more',
	permissions: ['readResource', 'writeResource'],
	concurrency: changes(desktopAuthenticator, anyOf(users)),
	properties: [desktopAuthenticator.field()],

	async run(call) {
		const { dakey, device_name, user } = await desktopAuthenticator.remove(call);
		const { user_id, username } = user ?? {};
		return { deleted: true, dakey, device_name, user_id, username };
	},
};
