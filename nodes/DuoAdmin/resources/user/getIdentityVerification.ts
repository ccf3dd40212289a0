import { path } from '../../../shared/duo/path';
import { reads } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { findUser, userField } from '../../references/user';
import { users } from '../../references/users';

import { withUser } from './identityVerification';

export const getIdentityVerification: ItemOperation = {
	name: 'Get Identity Verification',
	value: 'getIdentityVerification',
	action: 'Get identity verification of user',
	description: 'Get how far the identity verification of a user has come',
	permissions: ['readResource'],
	concurrency: reads(users),
	properties: userField(),

	async run(call) {
		const user = await findUser(call);
		const reply = await call.duo.get(path`/admin/v2/identity_verification/${user.user_id}/status`);
		return withUser(user, reply);
	},
};
