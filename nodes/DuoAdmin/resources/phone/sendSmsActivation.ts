import { changes } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { findPhone, phoneField, phones } from '../../references/phone';

import { checkMessage, messageField, sendActivation } from './activation';
import { validSecondsField } from './fields';

export const sendSmsActivation: ItemOperation = {
	name: 'Send Activation by SMS',
	value: 'sendSmsActivation',
	action: 'Send activation to phone by SMS',
	description: 'Send a link by SMS that activates Duo Mobile; the link itself is not in the output',
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
			description: 'Whether to send a message with a link to the Duo Mobile app first',
		},
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: [messageField('Activation', '<acturl>'), messageField('Installation', '<insturl>')],
		},
	],

	async run(call) {
		const options = call.params.collection('options');
		const texts = {
			activation: checkMessage(options.prose('activationMessage'), '<acturl>'),
			installation: checkMessage(options.prose('installationMessage'), '<insturl>'),
		};
		const terms = {
			validSecs: call.params.number('validSecs'),
			install: call.params.flag('install'),
		};
		const { phone_id, number } = await findPhone(call);
		return { sent: true, phone_id, number, ...(await sendActivation(call.duo, phone_id, terms, texts)) };
	},
};
