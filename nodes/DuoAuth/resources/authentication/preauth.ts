import { reads } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { findUser, userField } from '../../user';

import { trustedDeviceField } from './fields';
import { preauth as askPreauth } from './shared/preauth';
import { contextFields, readContext } from './shared/startAuth';

export const preauth: ItemOperation = {
	name: 'Preauth',
	value: 'preauth',
	action: 'Preauthenticate user',
	description:
		'Ask whether a user must authenticate, is let through, is refused or must enroll, and with which devices. Sends nothing to the user.',
	permissions: [],
	concurrency: reads(),
	properties: [
		...userField(),
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: [...contextFields(), trustedDeviceField()],
		},
	],

	async run(call) {
		const { params, duo } = call;
		const context = readContext(params);
		const trusted_device_token = params.collection('options').text('trustedDeviceToken');
		const user = await findUser(call);
		const answer = await askPreauth(duo, user, { ...context, trusted_device_token });
		return { ...user, ...answer };
	},
};
