import { inInputOrder } from '../../../shared/engine/concurrency';
import type { ItemCall } from '../../../shared/engine/ItemCall';
import type { ItemOperation } from '../../../shared/engine/operation';
import { InputError } from '../../../shared/errors/InputError';
import { allowLookAlikesField } from '../../../shared/parameters/newName';
import { defaultCountryField, normalizePhoneNumber } from '../../phoneNumber';
import { searchUser } from '../../references/user';
import { platformOptions } from '../phone/fields';

import { enrollByEmail, enrollByLink, type Enrollment, type LinkTerms } from './enrollment';
import { simplifyUser } from './fields';

type Delivery = 'email' | 'link';
type IfExists = 'stop' | 'continue' | 'inviteAgain';

export const enroll: ItemOperation = {
	name: 'Enroll by Email or Link',
	value: 'enroll',
	action: 'Enroll user by email or link',
	description:
		'Create a user if needed and invite them to set up Duo: by an e-mail that Duo sends, or with an activation link that you deliver yourself. With the keys of an Auth API application only, use Duo Auth → Enroll New User.',
	permissions: ['readResource', 'writeResource'],
	concurrency: inInputOrder(
		'A user may be named by an alias, and gets a phone only if there is none that waits',
	),
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
			displayName: 'Email',
			name: 'email',
			type: 'string',
			required: true,
			placeholder: 'e.g. jane@example.com',
			default: '',
		},
		{
			displayName: 'Invite By',
			name: 'delivery',
			type: 'options',
			options: [
				{
					name: 'Activation Link',
					value: 'link',
					description: 'Duo sends nothing; the output has a link and a QR code for Duo Mobile',
				},
				{ name: 'Email From Duo', value: 'email', description: 'Duo sends the user an enrollment e-mail' },
			],
			default: 'email',
		},
		{
			displayName: 'If the User Exists',
			name: 'ifExists',
			type: 'options',
			options: [
				{
					name: 'Continue',
					value: 'continue',
					description: 'Send nothing and return the user',
				},
				{ name: 'Invite Again', value: 'inviteAgain' },
				{ name: 'Stop', value: 'stop', description: 'Change nothing and return an error' },
			],
			default: 'stop',
		},
		{
			displayName: 'Phone Number',
			name: 'number',
			type: 'string',
			placeholder: 'e.g. +1 555 555 0101',
			default: '',
			description:
				'The phone to be activated. Leave it empty to have it added without a number, like a tablet.',
			displayOptions: { show: { delivery: ['link'] } },
		},
		{ ...defaultCountryField(), displayOptions: { show: { delivery: ['link'] } } },
		{
			displayName: 'Platform',
			name: 'platform',
			type: 'options',
			options: platformOptions(),
			default: 'generic smartphone',
			description: 'The platform of the phone to be activated',
			displayOptions: { show: { delivery: ['link'] } },
		},
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: [
				allowLookAlikesField(),
				{
					displayName: 'Full Name',
					name: 'realname',
					type: 'string',
					default: '',
					description: 'Used only if the user is created',
					displayOptions: { show: { '/delivery': ['link'] } },
				},
				{
					displayName: 'Valid For (Seconds)',
					name: 'validSecs',
					type: 'number',
					typeOptions: { minValue: 0 },
					default: 2592000,
					description:
						'How long the invitation can be used. Duo’s own default is 30 days for e-mails and 1 day for links.',
				},
			],
		},
	],

	async run(call) {
		const { params, duo } = call;
		const username = params.newName('username', params.collection('options'));
		const email = params.text('email');
		const ifExists = params.choice<IfExists>('ifExists');
		const invite = deliveries[params.choice<Delivery>('delivery')](call);

		const [existing] = await searchUser(duo, 'username', username);
		if (existing && ifExists === 'stop') {
			throw new InputError(
				`${username} is already in Duo`,
				`Nothing was changed; the user’s ID is ${existing.user_id}. To go on, set “If the User Exists” to Continue or Invite Again.`,
			);
		}
		if (existing && ifExists === 'continue') {
			const reason = `${username} is already in Duo`;
			return { created: false, invited: false, reason, ...simplifyUser(existing) };
		}
		return await invite({ duo, username, email, existing });
	},
};

/** Each reads its parameters first, so that a slip there costs nothing, and then invites. */
const deliveries: Record<Delivery, (call: ItemCall) => (enrollment: Enrollment) => Promise<object>> = {
	email: ({ params }) => {
		const validSecs = params.collection('options').number('validSecs');
		return async (enrollment) => await enrollByEmail(enrollment, validSecs);
	},
	link: ({ params }) => {
		const options = params.collection('options');
		const typed = params.optionalText('number');
		const terms: LinkTerms = {
			phone: {
				number: typed ? normalizePhoneNumber(typed, params.choice('defaultCountry')) : undefined,
				platform: params.openChoice('platform'),
			},
			validSecs: options.number('validSecs') ?? ONE_DAY,
			realname: options.prose('realname'),
		};
		return async (enrollment) => await enrollByLink(enrollment, terms);
	},
};

/** Seconds. */
const ONE_DAY = 86_400;
