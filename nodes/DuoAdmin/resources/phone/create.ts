import type { ItemOperation } from '../../../shared/operation';
import { defaultCountryField, normalizePhoneNumber } from '../../phoneNumber';
import type { DuoPhone } from '../../duoObjects';
import { phoneDetailFields, readPhoneDetails } from './fields';

export const create: ItemOperation = {
	name: 'Create',
	value: 'create',
	action: 'Create phone',
	description: 'Create a phone that no user has yet. To give a user a phone, Associate does both.',
	permissions: ['writeResource'],
	touches: (call) => [call.params.optionalText('number') ?? 'a tablet'],
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
		const typed = params.optionalText('number');
		const { extension, ...details } = readPhoneDetails(params.collection('additionalFields'));
		const number = typed && normalizePhoneNumber(typed, params.choice('defaultCountry'));
		return await duo.post<DuoPhone>('/admin/v1/phones', {
			...details,
			number: number ? number.number : undefined,
			extension: extension || (number && number.extension) || undefined,
		});
	},
};
