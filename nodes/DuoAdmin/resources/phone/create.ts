import { changes, type Subject } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import type { ItemParameters } from '../../../shared/parameters/ItemParameters';
import type { DuoPhone } from '../../duoObjects';
import { defaultCountryField, normalizePhoneNumber, type PhoneNumber } from '../../phoneNumber';

import { phoneDetailFields, readPhoneDetails } from './fields';

/** Numbers are unique. */
const newNumber: Subject = {
	keys: ({ params }) => {
		const number = readNumber(params);
		return number ? [number.number] : [];
	},
};

export const create: ItemOperation = {
	name: 'Create',
	value: 'create',
	action: 'Create phone',
	description: 'Create a phone that no user has yet. To give a user a phone, Associate does both.',
	permissions: ['writeResource'],
	concurrency: changes(newNumber),
	properties: [
		{
			displayName: 'Phone Number',
			name: 'number',
			type: 'string',
			placeholder: 'e.g. +1 555 555 0101',
			default: '',
			description: 'Leave it empty for a tablet',
		},
		defaultCountryField(),
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: phoneDetailFields(),
		},
	],

	async run({ params, duo }) {
		const { extension, ...details } = readPhoneDetails(params.collection('additionalFields'));
		const number = readNumber(params);
		return await duo.post<DuoPhone>('/admin/v1/phones', {
			...details,
			number: number?.number,
			extension: extension || number?.extension || undefined,
		});
	},
};

/** Undefined for a tablet. */
function readNumber(params: ItemParameters): PhoneNumber | undefined {
	const typed = params.optionalText('number');
	return typed === undefined ? undefined : normalizePhoneNumber(typed, params.choice('defaultCountry'));
}
