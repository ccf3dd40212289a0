import { waitsForPeople } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';

import { readWait, waitField } from './fields';
import { authStatus, report, waitForAnswer } from './shared/authStatus';

export const getAuthStatus: ItemOperation = {
	name: 'Get Auth Status',
	value: 'getAuthStatus',
	action: 'Get status of authentication',
	description: 'Look whether a push was answered, once or until it is',
	permissions: [],
	concurrency: waitsForPeople(),
	properties: [
		{
			displayName: 'Transaction ID',
			name: 'txid',
			type: 'string',
			required: true,
			placeholder: 'e.g. {{ $json.txid }}',
			default: '',
			description: 'The txid that Send Push gave',
		},
		{
			displayName: 'Wait for the Answer',
			name: 'wait',
			type: 'boolean',
			default: true,
			description: 'Whether to wait until the user has answered, instead of looking once',
		},
		{ ...waitField(), displayOptions: { show: { wait: [true] } } },
	],

	async run({ params, duo }) {
		const txid = params.text('txid');
		const status = params.flag('wait')
			? await waitForAnswer(duo, txid, Date.now() + readWait(params) * 1000)
			: await authStatus(duo, txid);
		const isSettled = status.result !== 'waiting';
		const outcome = report(status);
		return {
			txid,
			settled: isSettled,
			...outcome,
			...(isSettled || params.flag('wait') ? {} : { outcome: 'waiting' }),
		};
	},
};
