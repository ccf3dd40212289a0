import { InputError } from '../../../shared/errors/InputError';
import type { ItemOperation } from '../../../shared/operation';
import { path } from '../../../shared/path';
import { findToken, forgetTokens, tokenField, tokenSummary, touchesToken } from '../../references/token';
import { findUser, forgetUser, userField } from '../../references/user';
import { prepareUsers, touchesUser } from '../../references/users';

type IfOwned = 'share' | 'stop';

export const assign: ItemOperation = {
	name: 'Assign to User',
	value: 'assign',
	action: 'Assign token to user',
	description: 'Give a hardware token to a user; if the user has it already, nothing changes',
	permissions: ['readResource', 'writeResource'],
	prepare: prepareUsers,
	touches: async (call) => [...(await touchesUser(call)), ...touchesToken(call)],
	properties: [
		...tokenField(),
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
		const token = await findToken(call);
		const { user_id, username } = await findUser(call);
		const owners = token.users ?? [];
		const alreadyAssigned = owners.some((owner) => owner.user_id === user_id);
		const others = owners.filter((owner) => owner.user_id !== user_id).map((owner) => owner.username);

		if (!alreadyAssigned) {
			if (others.length > 0 && ifOwned === 'stop') {
				throw new InputError(
					`The token ${token.serial} belongs to ${others.join(', ')}`,
					'Nothing was changed. To go on, set “If the Token Belongs to Someone Else” to Share, or use Unassign From User first.',
				);
			}
			await call.duo.post(path`/admin/v1/users/${user_id}/tokens`, { token_id: token.token_id });
			forgetTokens(call.duo);
			forgetUser(call.duo, { user_id });
		}
		return {
			assigned: !alreadyAssigned,
			alreadyAssigned,
			...(alreadyAssigned && { reason: `${username} already has the token ${token.serial}` }),
			...tokenSummary(token),
			user_id,
			username,
			sharedWith: others,
		};
	},
};
