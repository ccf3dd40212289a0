import type { IDataObject } from 'n8n-workflow';

import type { Duo } from '../../../shared/duo/Duo';
import { changes } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { PartialError } from '../../../shared/errors/PartialError';
import { toError } from '../../../shared/errors/toError';
import { findUser, userField } from '../../references/user';
import { users } from '../../references/users';

import { factors } from './factors';

export const resetFactors: ItemOperation = {
	name: 'Reset Factors',
	value: 'resetFactors',
	action: 'Reset factors of user',
	description:
		'Take away the phones, tokens, security keys, desktop authenticators and bypass codes of a user, e.g. after an account was taken over; a dry run only lists them',
	permissions: ['readResource', 'writeResource'],
	concurrency: changes(users),
	properties: [
		...userField(),
		{
			displayName: 'Factors',
			name: 'factors',
			type: 'multiOptions',
			options: factors.map(({ name, value }) => ({ name, value })),
			default: [...factors.map(({ value }) => value)],
			description: 'Phones and hardware tokens are detached, the others deleted',
		},
		{
			displayName: 'Dry Run',
			name: 'dryRun',
			type: 'boolean',
			default: true,
			description: 'Whether to only list what would be taken away',
		},
	],

	async run(call) {
		const { params, duo } = call;
		const chosen = params.choices('factors');
		const dryRun = params.flag('dryRun');
		const { user_id, username } = await findUser(call);

		// All lists first, so that a missing permission is noticed before anything is taken away.
		const found = await Promise.all(
			factors
				.filter(({ value }) => chosen.includes(value))
				.map(async ({ value, list }) => ({ value, entries: await list(duo, user_id) })),
		);
		const paths = found.flatMap(({ entries }) => entries.map(({ remove }) => remove));
		const resets = !dryRun && paths.length > 0;
		if (resets) {
			await takeAway(duo, username, paths);
		}
		const lists = found.map(({ value, entries }): [string, IDataObject[]] => [
			value,
			entries.map(({ shown }) => shown),
		]);
		return {
			user_id,
			username,
			dryRun,
			reset: resets,
			...(paths.length === 0 && { reason: `${username} has none of these factors` }),
			...Object.fromEntries(lists),
		};
	},
};

async function takeAway(duo: Duo, username: string, paths: string[]): Promise<void> {
	for (const [done, factorPath] of paths.entries()) {
		try {
			await duo.delete(factorPath);
		} catch (fault) {
			if (done === 0) throw toError(fault);
			throw PartialError.because(
				`Only ${done} of ${paths.length} factors were taken away from ${username}`,
				fault,
			);
		}
	}
}
