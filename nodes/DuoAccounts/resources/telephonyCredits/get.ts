import { childAccountField } from '../../../shared/accounts/childAccount';
import { touchesNothing, type ItemOperation } from '../../../shared/engine/operation';

import { creditBilling } from './billing';

export const get: ItemOperation = {
	name: 'Get',
	value: 'get',
	action: 'Get telephony credits of child account',
	description: 'Get how many telephony credits a child account has left for calls and SMS',
	permissions: [],
	touches: touchesNothing,
	properties: [childAccountField()],

	async run(call) {
		const billing = await creditBilling.of(call);
		return { ...billing.labels, ...(await billing.get()) };
	},
};
