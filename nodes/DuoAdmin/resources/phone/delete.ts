import { path } from '../../../shared/duo/path';
import type { ItemOperation } from '../../../shared/engine/operation';
import { findPhone, phoneField, phoneSummary, touchesPhone } from '../../references/phone';
import { forgetUsers } from '../../references/user';

export const deletePhone: ItemOperation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete phone',
	description:
		'Delete a phone for good; every user who has it loses it. To take it from one user, use Remove From User.',
	permissions: ['readResource', 'writeResource'],
	touches: touchesPhone,
	properties: phoneField(),

	// Looked up first: Duo answers a delete with success even when no phone has that ID.
	async run(call) {
		const phone = await findPhone(call);
		await call.duo.delete(path`/admin/v1/phones/${phone.phone_id}`);
		forgetUsers(call.duo);
		const users = (phone.users ?? []).map(({ user_id, username }) => ({ user_id, username }));
		return { deleted: true, ...phoneSummary(phone), users };
	},
};
