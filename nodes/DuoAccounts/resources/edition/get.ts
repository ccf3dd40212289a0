import { childAccountField } from '../../../shared/accounts/childAccount';
import { reads } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';

import { editionBilling } from './billing';

export const get: ItemOperation = {
	name: 'Get',
	value: 'get',
	action: 'Get edition of child account',
	description:
		'Get the Duo edition of a child account: ENTERPRISE is Essentials, PLATFORM Advantage, BEYOND Premier',
	permissions: [],
	concurrency: reads(),
	properties: [childAccountField()],

	async run(call) {
		const billing = await editionBilling.of(call);
		return { ...billing.labels, ...(await billing.get()) };
	},
};
