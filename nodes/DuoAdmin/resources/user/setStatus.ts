import type { ItemOperation } from '../../../shared/operation';
import { path } from '../../../shared/path';
import type { DuoUser } from '../../duoObjects';
import { findUser, forgetUser, userField } from '../../references/user';
import { statusOptions } from './fields';
import { changesUser } from '../../references/users';

export const setStatus: ItemOperation = {
	name: 'Set Status',
	value: 'setStatus',
	action: 'Set status of user',
	description:
		'Set a user active, let them bypass two-factor authentication, or disable them; tells the status before',
	permissions: ['readResource', 'writeResource'],
	...changesUser,
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
		const user = await call.duo.post<DuoUser>(path`/admin/v1/users/${user_id}`, { status });
		forgetUser(call.duo, { user_id });
		return {
			user_id,
			username,
			status: user.status,
			previousStatus,
			changed: user.status !== previousStatus,
		};
	},
};
