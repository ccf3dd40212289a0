import { path } from '../../../shared/duo/path';
import { changes } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { InputError } from '../../../shared/errors/InputError';
import { token, tokenSummary } from '../../references/token';
import { findUser, userField } from '../../references/user';
import { users } from '../../references/users';

export const unassign: ItemOperation = {
	name: 'Unassign From User',
	value: 'unassign',
	action: 'Unassign token from user',
	description: 'Take a hardware token from a user; the token stays in Duo',
	permissions: ['readResource', 'writeResource'],
	concurrency: changes(users, token),
	properties: [token.field(), ...userField()],

	// Checked first: Duo answers with success even when the user does not have the token.
	async run(call) {
		const found = await token.find(call);
		const { user_id, username, tokens } = await findUser(call);
		if (!tokens?.some(({ token_id }) => token_id === found.token_id)) {
			const others = (tokens ?? []).map(({ serial, token_id }) => `${serial} (${token_id})`).join(', ');
			throw new InputError(
				`${username} does not have the token ${found.serial}`,
				others ? `${username} has: ${others}.` : `${username} has no hardware token in Duo.`,
			);
		}
		await call.duo.delete(path`/admin/v1/users/${user_id}/tokens/${found.token_id}`);
		return { unassigned: true, ...tokenSummary(found), user_id, username };
	},
};
