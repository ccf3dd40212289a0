import { inInputOrder, lookedUp } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { InputError } from '../../../shared/errors/InputError';
import { PartialError } from '../../../shared/errors/PartialError';
import { isSameNumber, normalizePhoneNumber, storedPhoneNumber } from '../../phoneNumber';
import { phoneAmong, phoneField, phonesOf, phoneSummary, readPhone } from '../../references/phone';
import { findUser, userField } from '../../references/user';
import { users } from '../../references/users';

import { activationLink, sendActivation } from './activation';
import { attachByNumber } from './attach';
import { detach } from './detach';
import { deleteUnusedField, ifOwnedField, platformOptions, readIfOwned, validSecondsField } from './fields';

type Activation = 'none' | 'link' | 'sms';

export const replace: ItemOperation = {
	name: 'Replace',
	value: 'replace',
	action: 'Replace phone of user',
	description: 'Give a user a new phone and, only after that worked, take away the old one',
	permissions: ['readResource', 'writeResource'],
	concurrency: inInputOrder('Two phones and their users change together', lookedUp(users)),
	properties: [
		...userField(),
		...phoneField({
			displayName: 'Old Phone',
			name: 'phone',
			description: 'The phone that goes: from the list, by its number, or by ID',
		}),
		{
			displayName: 'New Phone Number',
			name: 'newNumber',
			type: 'string',
			required: true,
			placeholder: 'e.g. +1 555 555 0102',
			default: '',
		},
		{
			displayName: 'Platform',
			name: 'platform',
			type: 'options',
			options: platformOptions(),
			default: 'generic smartphone',
			description: 'The platform of the new phone, if Duo does not have it yet',
		},
		{
			displayName: 'Duo Mobile on the New Phone',
			name: 'activation',
			type: 'options',
			options: [
				{ name: 'Create Activation Link', value: 'link', description: 'The output has the link' },
				{ name: 'Do Not Activate', value: 'none' },
				{ name: 'Send Activation by SMS', value: 'sms' },
			],
			default: 'link',
		},
		{ ...validSecondsField(), displayOptions: { hide: { activation: ['none'] } } },
		ifOwnedField(),
		{
			...deleteUnusedField(),
			description: 'Whether to delete the old phone from Duo when no other user has it',
		},
	],

	async run(call) {
		const { params, duo } = call;
		const oldReference = readPhone(params);
		const number = normalizePhoneNumber(params.text('newNumber'), params.choice('defaultCountry'));
		const activation = params.choice<Activation>('activation');
		const terms = { validSecs: activation === 'none' ? 0 : params.number('validSecs'), install: true };
		const platform = params.openChoice('platform');
		const ifOwned = readIfOwned(params);
		const deleteUnused = params.flag('deleteUnused');
		const user = await findUser(call);
		const oldPhone = phoneAmong(await phonesOf(duo, user), oldReference, user);
		if (isSameNumber(storedPhoneNumber(oldPhone), number)) {
			throw new InputError('The new phone has the number of the old one', 'Nothing was changed.');
		}

		const wanted = { number, type: 'mobile', platform };
		const { phone, ...done } = await attachByNumber(duo, user, wanted, ifOwned);
		try {
			const active = await activate[activation](duo, phone.phone_id, terms);
			const old = await detach(duo, user, oldPhone, deleteUnused);
			return {
				replaced: true,
				user_id: user.user_id,
				username: user.username,
				...phoneSummary(phone),
				...done,
				...active,
				oldPhone: old,
			};
		} catch (fault) {
			throw PartialError.because(
				`The new phone ${phone.number} is attached to ${user.username}, but the replacement was not completed`,
				fault,
			);
		}
	},
};

const activate: Record<Activation, (...of: Parameters<typeof activationLink>) => Promise<object>> = {
	none: () => Promise.resolve({}),
	link: activationLink,
	sms: async (duo, phoneId, terms) => ({
		...(await sendActivation(duo, phoneId, terms)),
		activationSent: true,
	}),
};
