import { path } from '../../../shared/duo/path';
import { changes } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { findUser, userField } from '../../references/user';
import { users } from '../../references/users';

import { withUser } from './identityVerification';

export const cancelIdentityVerification: ItemOperation = {
	name: 'Cancel Identity Verification',
	value: 'cancelIdentityVerification',
	action: 'Cancel identity verification of user',
	description: 'Break off an identity verification that was started for a user',
	permissions: ['readResource', 'writeResource'],
	concurrency: changes(users),
	properties: [
		...userField(),
		{
			displayName: 'Inquiry ID',
			name: 'inquiryId',
			type: 'string',
			required: true,
			default: '',
			description: 'The ID of the verification, from the output of Start or Get Identity Verification',
		},
	],

	async run(call) {
		const inquiryId = call.params.text('inquiryId');
		const user = await findUser(call);
		const reply = await call.duo.post(path`/admin/v2/identity_verification/${user.user_id}/cancel`, {
			inquiry_id: inquiryId,
		});
		return { ...withUser(user, reply), inquiry_id: inquiryId };
	},
};
