import { changes } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { findPhone, phoneField, phones } from '../../references/phone';

import { activationLink } from './activation';
import { validSecondsField } from './fields';

export const createActivationLink: ItemOperation = {
	name: 'Create Activation Link',
	value: 'createActivationLink',
	action: 'Create activation link for phone',
	description: 'Make a link and QR code that activate Duo Mobile on a phone',
	permissions: ['readResource', 'writeResource'],
	concurrency: changes(phones),
	properties: [
		...phoneField(),
		validSecondsField(),
		{
			displayName: 'Include Installation Link',
			name: 'install',
			type: 'boolean',
			default: true,
			description: 'Whether to get a link to the Duo Mobile app as well',
		},
	],

	async run(call) {
		const terms = {
			validSecs: call.params.number('validSecs'),
			install: call.params.flag('install'),
		};
		const { phone_id, number } = await findPhone(call);
		return { phone_id, number, ...(await activationLink(call.duo, phone_id, terms)) };
	},
};
