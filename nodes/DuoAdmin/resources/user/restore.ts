import { changes } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { InputError } from '../../../shared/errors/InputError';
import { PartialError } from '../../../shared/errors/PartialError';
import { findUser, forgetUser, getUser, userField } from '../../references/user';
import { users } from '../../references/users';

export const restore: ItemOperation = {
	name: 'Restore',
	value: 'restore',
	action: 'Restore user',
	description: 'Bring a user back from the trash',
	permissions: ['readResource', 'writeResource'],
	concurrency: changes(users),
	properties: userField(),

	async run(call) {
		const { user_id, username, status } = await findUser(call);
		if (status !== 'pending deletion') {
			throw new InputError(`${username} is not in the trash`, `The status is “${status}”.`);
		}
		await call.duo.post('/admin/v1/users/bulk_restore', {
			user_id_list: JSON.stringify([user_id]),
		});
		// Else the state before would be what is remembered.
		forgetUser(call.duo, { user_id });
		const restored = await getUser(call.duo, user_id).catch((fault: unknown) => {
			throw PartialError.because(`${username} was restored, but the new status could not be read`, fault);
		});
		return { restored: true, user_id, username, status: restored.status };
	},
};
