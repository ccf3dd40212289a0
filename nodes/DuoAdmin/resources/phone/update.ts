import { path } from '../../../shared/duo/path';
import { inInputOrder, anyOf } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { sorted } from '../../../shared/parameters/sorted';
import { requireChanges } from '../../../shared/parameters/toDuo';
import type { DuoPhone } from '../../duoObjects';
import { normalizePhoneNumber } from '../../phoneNumber';
import { findPhone, phoneField } from '../../references/phone';
import { users } from '../../references/users';

import { phoneDetailFields, readPhoneDetails } from './fields';

export const update: ItemOperation = {
	name: 'Update',
	value: 'update',
	action: 'Update phone',
	description: 'Change a phone; only the fields that are added change',
	permissions: ['readResource', 'writeResource'],
	concurrency: inInputOrder('A number may pass from one phone to another', anyOf(users)),
	properties: [
		...phoneField(),
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: sorted([
				...phoneDetailFields(),
				{
					displayName: 'Phone Number',
					name: 'number',
					type: 'string',
					placeholder: 'e.g. +1 555 555 0102',
					default: '',
					description: 'The new number',
				},
			]),
		},
	],

	async run(call) {
		const { params, duo } = call;
		const fields = params.collection('updateFields');
		const { extension, ...details } = readPhoneDetails(fields);
		const typed = fields.text('number');
		const number = typed ? normalizePhoneNumber(typed, params.choice('defaultCountry')) : undefined;
		const changes = {
			...details,
			number: number?.number,
			extension: extension ?? number?.extension,
		};
		requireChanges(changes);
		const { phone_id } = await findPhone(call);
		const phone = await duo.post<DuoPhone>(path`/admin/v1/phones/${phone_id}`, changes);
		return phone;
	},
};
