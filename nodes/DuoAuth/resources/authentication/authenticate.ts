import { waitsForPeople } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { separateOutputsField, isApproved } from '../../../shared/operations/verification';
import { sorted } from '../../../shared/parameters/sorted';
import { findUser, userField } from '../../user';

import { readWait, waitField } from './fields';
import { report, waitForAnswer } from './shared/authStatus';
import { factorFields, readFactor } from './shared/factors';
import { contextFields, promptFields, readContext, readPrompt, startAuth } from './shared/startAuth';

export const authenticate: ItemOperation = {
	name: 'Authenticate',
	value: 'authenticate',
	action: 'Authenticate user',
	description:
		'Ask a user for one factor of any kind and wait for the result, without asking Duo first whether one is needed. Verify does both.',
	permissions: [],
	concurrency: waitsForPeople(),
	firstOutputTakes: isApproved,
	properties: [
		...userField(),
		...factorFields(['auto', 'passcode', 'phone', 'push', 'sms'], 'auto'),
		waitField(),
		separateOutputsField(),
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: sorted([...contextFields(), ...promptFields()]),
		},
	],

	async run(call) {
		const { params, duo } = call;
		const { factor, parameters } = readFactor(params);
		const seconds = readWait(params);
		const context = readContext(params);
		const prompt = readPrompt(params);
		const user = await findUser(call);
		const started = await startAuth(duo, factor, user, { ...parameters, ...context, ...prompt });
		if (!('txid' in started)) return { ...user, factor, ...report(started) };

		const { txid } = started;
		const status = await waitForAnswer(duo, txid, Date.now() + seconds * 1000);
		return { ...user, factor, txid, ...report(status) };
	},
};
