import { path } from '../../../shared/duo/path';
import { changes } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { findPhone, phoneField, phones } from '../../references/phone';

import { checkMessage, messageField } from './activation';

export const sendSmsInstallation: ItemOperation = {
	name: 'Send Installation by SMS',
	value: 'sendSmsInstallation',
	action: 'Send installation link to phone by SMS',
	description: 'Send a link to the Duo Mobile app by SMS',
	permissions: ['readResource', 'writeResource'],
	concurrency: changes(phones),
	properties: [
		...phoneField(),
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: [messageField('Installation', '<insturl>')],
		},
	],

	async run(call) {
		const text = call.params.collection('options').prose('installationMessage');
		const message = checkMessage(text, '<insturl>');
		const { phone_id, number } = await findPhone(call);
		await call.duo.post(path`/admin/v1/phones/${phone_id}/send_sms_installation`, {
			installation_msg: message,
		});
		return { sent: true, phone_id, number };
	},
};
