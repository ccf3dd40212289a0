import { childAccountField } from '../../../shared/accounts/childAccount';
import { reads } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';

import { creditBilling } from './billing';

export const get: ItemOperation = {
	name: 'Get',
	value: 'get',
	action: 'Get telephony credits of child account',
	description: 'Get how many telephony credits a child account has left for calls and SMS',
	permissions: [],
	concurrency: reads(),
	properties: [childAccountField()],

	async run(call) {
		const billing = await creditBilling.of(call);
		return { ...billing.labels, ...(await billing.get()) };
	},
};
