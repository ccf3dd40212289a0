import { path } from '../../../shared/duo/path';
import { changes } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { token, tokenSummary } from '../../references/token';

export const deleteToken: ItemOperation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete token',
	description:
		'Delete a hardware token for good; every user and administrator who has it loses it. To take it from one user, use Unassign From User.',
	permissions: ['readResource', 'writeResource'],
	concurrency: changes(token),
	properties: [token.field()],

	// Looked up first: Duo answers a delete with success even when no token has that ID.
	async run(call) {
		const found = await token.find(call);
		await call.duo.delete(path`/admin/v1/tokens/${found.token_id}`);
		const users = (found.users ?? []).map(({ user_id, username }) => ({ user_id, username }));
		const admins = (found.admins ?? []).map(({ admin_id, name }) => ({ admin_id, name }));
		return { deleted: true, ...tokenSummary(found), users, admins };
	},
};
