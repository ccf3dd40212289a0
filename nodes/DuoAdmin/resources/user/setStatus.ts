import { path } from '../../../shared/duo/path';
import { changes } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import type { DuoUser } from '../../duoObjects';
import { findUser, userField } from '../../references/user';
import { users } from '../../references/users';

import { statusOptions } from './fields';

export const setStatus: ItemOperation = {
	name: 'Set Status',
	value: 'setStatus',
	action: 'Set status of user',
	description:
		'Set a user active, let them bypass two-factor authentication, or disable them; tells the status before',
	permissions: ['readResource', 'writeResource'],
	concurrency: changes(users),
	properties: [
		...userField(),
		{
			displayName: 'Status',
			name: 'status',
			type: 'options',
			options: statusOptions(),
			default: 'active',
		},
	],

	async run(call) {
		const status = call.params.choice<string>('status');
		const { user_id, username, status: previousStatus } = await findUser(call);
		const told = { user_id, username, previousStatus };
		if (status === previousStatus) {
			return { ...told, status, changed: false, reason: `${username} has the status “${status}” already` };
		}
		const user = await call.duo.post<DuoUser>(path`/admin/v1/users/${user_id}`, { status });
		return user.status === previousStatus
			? { ...told, status: user.status, changed: false, reason: 'Duo has kept the status as it was' }
			: { ...told, status: user.status, changed: true };
	},
};
