import { waitsForPeople } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { DuoApiError } from '../../../shared/errors/DuoApiError';
import { toError } from '../../../shared/errors/toError';
import { separateOutputsField, isApproved, verdict } from '../../../shared/operations/verification';
import { sorted } from '../../../shared/parameters/sorted';
import { findUser, userField } from '../../user';

import { readWait, trustedDeviceField, waitField } from './fields';
import { report, waitForAnswer, type AuthStatus } from './shared/authStatus';
import { factorFields, readFactor } from './shared/factors';
import { hasDeviceFor, preauth, preauthOutcome } from './shared/preauth';
import { contextFields, promptFields, readContext, readPrompt, startAuth } from './shared/startAuth';

export const verify: ItemOperation = {
	name: 'Verify',
	value: 'verify',
	action: 'Verify user by second factor',
	description:
		'Make sure that a user is who they say: ask Duo what is needed, send a push or use another factor, and wait for the answer. With the keys of an Admin API application only, use Duo Admin → User → Verify by Help Desk Push.',
	permissions: [],
	concurrency: waitsForPeople(),
	firstOutputTakes: isApproved,
	properties: [
		...userField(),
		...factorFields(['auto', 'passcode', 'phone', 'push'], 'push'),
		waitField(),
		separateOutputsField(),
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
		const { factor, device, parameters } = readFactor(params);
		const seconds = readWait(params);
		const context = readContext(params);
		const prompt = readPrompt(params);
		const trusted_device_token = params.collection('options').text('trustedDeviceToken');

		const user = await findUser(call);
		const before = await preauth(duo, user, { ...context, trusted_device_token });
		const decided = preauthOutcome(before);
		if (decided) {
			const { status_msg, enroll_portal_url } = before;
			return {
				...user,
				...verdict(decided),
				status_msg,
				...(enroll_portal_url ? { enroll_portal_url } : {}),
			};
		}
		if (!hasDeviceFor(before, factor, device)) return { ...user, factor, ...verdict('noDevice') };

		const started = await startAuth(duo, factor, user, { ...parameters, ...context, ...prompt }).catch(
			(fault: unknown) => {
				if (isNoDevice(fault)) return undefined;
				throw toError(fault);
			},
		);
		if (!started) return { ...user, factor, ...verdict('noDevice') };
		if (!('txid' in started)) return { ...user, factor, ...report(started) };

		const { txid } = started;
		const status: AuthStatus = await waitForAnswer(duo, txid, Date.now() + seconds * 1000);
		return { ...user, factor, txid, ...report(status) };
	},
};

function isNoDevice(fault: unknown): boolean {
	return fault instanceof DuoApiError && fault.detail === 'no capable device';
}
