import { path } from '../../../shared/duo/path';
import { changes } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { findPhone, phoneField, phones } from '../../references/phone';

export const sendSmsPasscodes: ItemOperation = {
	name: 'Send Passcodes by SMS',
	value: 'sendSmsPasscodes',
	action: 'Send passcodes to phone by SMS',
	description: 'Send a new set of passcodes by SMS; the passcodes are not in the output',
	permissions: ['readResource', 'writeResource'],
	concurrency: changes(phones),
	properties: phoneField(),

	async run(call) {
		const { phone_id, number } = await findPhone(call);
		await call.duo.post(path`/admin/v1/phones/${phone_id}/send_sms_passcodes`);
		return { sent: true, phone_id, number };
	},
};
