import { path } from '../../../shared/duo/path';
import { changes } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { InputError } from '../../../shared/errors/InputError';
import { token, tokenSummary } from '../../references/token';
import { findUser, userField } from '../../references/user';
import { users } from '../../references/users';

type IfOwned = 'share' | 'stop';

export const assign: ItemOperation = {
	name: 'Assign to User',
	value: 'assign',
	action: 'Assign token to user',
	description: 'Give a hardware token to a user; if the user has it already, nothing changes',
	permissions: ['readResource', 'writeResource'],
	concurrency: changes(users, token),
	properties: [
		token.field(),
		...userField(),
		{
			displayName: 'If the Token Belongs to Someone Else',
			name: 'ifOwned',
			type: 'options',
			options: [
				{ name: 'Share', value: 'share', description: 'Assign it to this user as well' },
				{ name: 'Stop', value: 'stop', description: 'Change nothing and name the owner in an error' },
			],
			default: 'stop',
		},
	],

	async run(call) {
		const ifOwned = call.params.choice<IfOwned>('ifOwned');
		const found = await token.find(call);
		const { user_id, username } = await findUser(call);
		const owners = found.users ?? [];
		const alreadyAssigned = owners.some((owner) => owner.user_id === user_id);
		const others = owners.filter((owner) => owner.user_id !== user_id).map((owner) => owner.username);

		if (!alreadyAssigned) {
			if (others.length > 0 && ifOwned === 'stop') {
				throw new InputError(
					`The token ${found.serial} belongs to ${others.join(', ')}`,
					'Nothing was changed. To go on, set “If the Token Belongs to Someone Else” to Share, or use Unassign From User first.',
				);
			}
			await call.duo.post(path`/admin/v1/users/${user_id}/tokens`, { token_id: found.token_id });
		}
		return {
			assigned: !alreadyAssigned,
			alreadyAssigned,
			...(alreadyAssigned && { reason: `${username} already has the token ${found.serial}` }),
			...tokenSummary(found),
			user_id,
			username,
			sharedWith: others,
		};
	},
};
