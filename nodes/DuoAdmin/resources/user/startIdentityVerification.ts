import { path } from '../../../shared/duo/path';
import { changes } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { findUser, userField } from '../../references/user';
import { users } from '../../references/users';

import { withUser } from './identityVerification';

export const startIdentityVerification: ItemOperation = {
	name: 'Start Identity Verification',
	value: 'startIdentityVerification',
	action: 'Start identity verification of user',
	description: 'Have a user prove who they are with an identity document, if your Duo edition offers that',
	permissions: ['readResource', 'writeResource'],
	concurrency: changes(users),
	properties: userField(),

	async run(call) {
		const user = await findUser(call);
		const reply = await call.duo.post(path`/admin/v2/identity_verification/${user.user_id}/start`);
		return withUser(user, reply);
	},
};
