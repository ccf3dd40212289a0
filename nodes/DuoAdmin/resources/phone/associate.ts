import { changes } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { findPhone, phoneField, phoneLabel, phoneSummary, readPhone, phones } from '../../references/phone';
import { findUser, userField } from '../../references/user';
import { users } from '../../references/users';

import { attachByNumber, attachKnown } from './attach';
import { ifOwnedField, platformOptions, readIfOwned, typeOptions } from './fields';

export const associate: ItemOperation = {
	name: 'Associate',
	value: 'associate',
	action: 'Associate phone with user',
	description:
		'Attach a phone to a user. A phone named by its number is created if Duo does not have it; if the user has it already, nothing changes.',
	permissions: ['readResource', 'writeResource'],
	concurrency: changes(users, phones),
	properties: [
		...userField(),
		...phoneField(),
		ifOwnedField(),
		{
			displayName: 'New Phone',
			name: 'newPhone',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			description: 'Used only if the phone is created',
			options: [
				{ displayName: 'Name', name: 'name', type: 'string', default: '' },
				{
					displayName: 'Platform',
					name: 'platform',
					type: 'options',
					options: platformOptions(),
					default: 'generic smartphone',
				},
				{
					displayName: 'Type',
					name: 'type',
					type: 'options',
					options: typeOptions(),
					default: 'mobile',
				},
			],
		},
	],

	async run(call) {
		const { params, duo } = call;
		const reference = readPhone(params);
		const ifOwned = readIfOwned(params);
		const details = params.collection('newPhone');
		const newPhone = {
			name: details.prose('name'),
			type: details.choice('type') ?? 'mobile',
			platform: details.openChoice('platform') ?? 'generic smartphone',
		};
		const user = await findUser(call);

		const { phone, ...done } =
			'number' in reference
				? await attachByNumber(duo, user, { number: reference.number, ...newPhone }, ifOwned)
				: await attachKnown(duo, user, await findPhone(call), ifOwned);

		return {
			associated: !done.alreadyAssociated,
			...(done.alreadyAssociated && {
				reason: `${user.username} already has the phone ${phoneLabel(phone)}`,
			}),
			user_id: user.user_id,
			username: user.username,
			...phoneSummary(phone),
			...done,
		};
	},
};
