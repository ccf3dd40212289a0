import { inInputOrder, lookedUp } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { PartialError } from '../../../shared/errors/PartialError';
import { toError } from '../../../shared/errors/toError';
import type { DuoPhone, DuoUser } from '../../duoObjects';
import { phoneAmong, phoneField, phoneLabel, phonesOf, readPhone } from '../../references/phone';
import { findUser, userField } from '../../references/user';
import { users } from '../../references/users';

import { detach } from './detach';
import { deleteUnusedField } from './fields';

export const remove: ItemOperation = {
	name: 'Remove From User',
	value: 'remove',
	action: 'Remove phone from user',
	description:
		'Detach one phone or all phones of a user, e.g. a lost device. The phone must be attached to the user.',
	permissions: ['readResource', 'writeResource'],
	concurrency: inInputOrder(
		'Deletes a phone when nobody has it any more: the last of its users decides',
		lookedUp(users),
	),
	properties: [
		...userField(),
		{
			displayName: 'Remove',
			name: 'scope',
			type: 'options',
			options: [
				{ name: 'One Phone', value: 'one' },
				{ name: 'All Phones of the User', value: 'all' },
			],
			default: 'one',
		},
		...phoneField().map((field) => ({
			...field,
			displayOptions: { show: { scope: ['one'] } },
		})),
		deleteUnusedField(),
	],

	async run(call) {
		const { params, duo } = call;
		const reference = params.choice('scope') === 'one' ? readPhone(params) : undefined;
		const deleteUnused = params.flag('deleteUnused');
		const user = await findUser(call);
		const attached = await phonesOf(duo, user);
		const leaving = reference ? [phoneAmong(attached, reference, user)] : attached;

		const { user_id, username } = user;
		if (leaving.length === 0) {
			return { user_id, username, removed: false, deleted: false, reason: `${username} has no phone` };
		}
		const done: DuoPhone[] = [];
		const outputs: object[] = [];
		for (const phone of leaving) {
			try {
				outputs.push({ user_id, username, ...(await detach(duo, user, phone, deleteUnused)) });
			} catch (fault) {
				throw done.length === 0 ? toError(fault) : stoppedHalfway(done, leaving.length, user, fault);
			}
			done.push(phone);
		}
		return outputs;
	},
};

function stoppedHalfway(done: DuoPhone[], all: number, { username }: DuoUser, fault: unknown): PartialError {
	const were = done.length === 1 ? 'was' : 'were';
	return PartialError.because(
		`Only ${done.length} of the ${all} phones of ${username} ${were} removed: ${done.map(phoneLabel).join(', ')}`,
		fault,
	);
}
