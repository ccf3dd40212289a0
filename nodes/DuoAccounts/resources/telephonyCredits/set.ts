import { childAccountField } from '../../../shared/accounts/childAccount';
import { inInputOrder } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';

import { creditBilling } from './billing';

export const set: ItemOperation = {
	name: 'Set',
	value: 'set',
	action: 'Set telephony credits of child account',
	description:
		'Set how many telephony credits a child account has; the difference comes from the parent account or goes back to it',
	permissions: [],
	concurrency: inInputOrder('Credits pass from one child account to another by way of the parent'),
	properties: [
		childAccountField(),
		{
			displayName: 'Credits',
			name: 'credits',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 0,
			required: true,
			description: 'The new total, not what is added',
		},
	],

	async run(call) {
		const credits = call.params.number('credits');
		const billing = await creditBilling.of(call);
		const { credits: previousCredits } = await billing.get();
		const told = { ...billing.labels, credits, previousCredits };
		if (credits === previousCredits) {
			const reason = `${billing.labels.accountName} has this many credits already`;
			return { ...told, changed: false, reason };
		}
		await billing.set({ credits });
		return { ...told, changed: true };
	},
};
