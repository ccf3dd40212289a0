import { childAccountField } from '../../../shared/accounts/childAccount';
import { changes } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { childAccount } from '../../childAccount';

import { editionBilling, type Edition } from './billing';

export const set: ItemOperation = {
	name: 'Set',
	value: 'set',
	action: 'Set edition of child account',
	description:
		'Change the Duo edition of a child account; tells the edition before. This changes what Duo bills.',
	permissions: [],
	concurrency: changes(childAccount),
	properties: [
		childAccountField(),
		{
			displayName: 'Edition',
			name: 'edition',
			type: 'options',
			options: [
				{ name: 'Duo Advantage', value: 'PLATFORM', description: 'Formerly Duo Access' },
				{ name: 'Duo Essentials', value: 'ENTERPRISE', description: 'Formerly Duo MFA' },
				{ name: 'Duo Premier', value: 'BEYOND', description: 'Formerly Duo Beyond' },
			],
			default: 'ENTERPRISE',
		},
	],

	async run(call) {
		const edition = call.params.choice<Edition>('edition');
		const billing = await editionBilling.of(call);
		const { edition: previousEdition } = await billing.get();
		const told = { ...billing.labels, edition, previousEdition };
		if (edition === previousEdition) {
			return { ...told, changed: false, reason: `${billing.labels.accountName} has this edition already` };
		}
		await billing.set({ edition });
		return { ...told, changed: true };
	},
};
