import type { ItemOperation } from '../../../shared/operation';

export const enroll: ItemOperation = {
	name: 'Enroll',
	value: 'enroll',
	action: 'Enroll user',
	description:
		'Create a user with one phone and get a link and QR code that activate Duo Mobile on it. The user must not exist yet.',
	permissions: [],
	properties: [
		{
			displayName: 'Username',
			name: 'username',
			type: 'string',
			required: true,
			placeholder: 'e.g. jdoe',
			default: '',
		},
		{
			displayName: 'Valid For (Seconds)',
			name: 'validSecs',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 86400,
			description: 'How long the activation can be used; 86400 seconds are one day',
		},
	],

	async run({ params, duo }) {
		const username = params.text('username');
		return await duo.post<object>('/auth/v2/enroll', {
			username,
			valid_secs: params.number('validSecs', { min: 1 }),
		});
	},
};
