import { path } from '../../../shared/duo/path';
import { changes, anyOf } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { findPhone, phoneField, phoneSummary, phones } from '../../references/phone';
import { users } from '../../references/users';

export const deletePhone: ItemOperation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete phone',
	description:
		'Delete a phone for good; every user who has it loses it. To take it from one user, use Remove From User.',
	permissions: ['readResource', 'writeResource'],
	concurrency: changes(phones, anyOf(users)),
	properties: phoneField(),

	// Looked up first: Duo answers a delete with success even when no phone has that ID.
	async run(call) {
		const phone = await findPhone(call);
		await call.duo.delete(path`/admin/v1/phones/${phone.phone_id}`);
		const users = (phone.users ?? []).map(({ user_id, username }) => ({ user_id, username }));
		return { deleted: true, ...phoneSummary(phone), users };
	},
};
