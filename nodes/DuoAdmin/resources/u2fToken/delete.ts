import { changes, anyOf } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { u2fToken } from '../../references/u2fToken';
import { users } from '../../references/users';

export const deleteU2fToken: ItemOperation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete U2F token',
	description: 'Delete a U2F security key; its user cannot log in with it any more',
	permissions: ['readResource', 'writeResource'],
	concurrency: changes(u2fToken, anyOf(users)),
	properties: [u2fToken.field()],

	async run(call) {
		const { registration_id, user } = await u2fToken.remove(call);
		return { deleted: true, registration_id, user_id: user?.user_id, username: user?.username };
	},
};
