import type { ItemOperation } from '../../../shared/operation';
import { path } from '../../../shared/path';
import { findToken, forgetTokens, tokenField, tokenSummary, touchesToken } from '../../references/token';

export const deleteToken: ItemOperation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete token',
	description:
		'Delete a hardware token for good; every user and administrator who has it loses it. To take it from one user, use Unassign From User.',
	permissions: ['readResource', 'writeResource'],
	touches: touchesToken,
	properties: tokenField(),

	// Looked up first: Duo answers a delete with success even when no token has that ID.
	async run(call) {
		const token = await findToken(call);
		await call.duo.delete(path`/admin/v1/tokens/${token.token_id}`);
		forgetTokens(call.duo);
		const users = (token.users ?? []).map(({ user_id, username }) => ({ user_id, username }));
		const admins = (token.admins ?? []).map(({ admin_id, name }) => ({ admin_id, name }));
		return { deleted: true, ...tokenSummary(token), users, admins };
	},
};
