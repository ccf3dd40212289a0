import { changes } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { verdict } from '../../../shared/operations/verification';
import { sorted } from '../../../shared/parameters/sorted';
import { findUser, userField } from '../../user';

import { trustedDeviceField } from './fields';
import { hasDeviceFor, preauth, preauthOutcome } from './shared/preauth';
import {
	contextFields,
	deviceField,
	promptFields,
	readContext,
	readPrompt,
	startAuth,
} from './shared/startAuth';

export const sendPush: ItemOperation = {
	name: 'Send Push',
	value: 'sendPush',
	action: 'Send push to user',
	description:
		'Send a push and go on at once with its transaction ID, and with the code to read out if your policy uses Verified Push. Get Auth Status looks for the answer.',
	permissions: [],
	concurrency: changes(),
	properties: [
		...userField(),
		deviceField(),
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: sorted([...contextFields(), ...promptFields(), trustedDeviceField()]),
		},
	],

	async run(call) {
		const { params, duo } = call;
		const device = params.text('device');
		const context = readContext(params);
		const prompt = readPrompt(params);
		const trusted_device_token = params.collection('options').text('trustedDeviceToken');
		const user = await findUser(call);
		const before = await preauth(duo, user, {
			...context,
			trusted_device_token,
			client_supports_verified_push: 1,
		});
		const { status_msg, enroll_portal_url, txid, verification_code } = before;
		const decided = preauthOutcome(before);
		if (decided) {
			return {
				...user,
				sent: false,
				...verdict(decided),
				status_msg,
				...(enroll_portal_url ? { enroll_portal_url } : {}),
			};
		}
		if (!hasDeviceFor(before, 'push', device)) return { ...user, sent: false, ...verdict('noDevice') };

		const started = await startAuth(duo, 'push', user, { device, ...context, ...prompt, txid });
		return {
			...user,
			sent: true,
			...started,
			...(verification_code ? { verification_code } : {}),
		};
	},
};
