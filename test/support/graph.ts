/** For the tests of the graph of an account. */
import type { IDataObject } from 'n8n-workflow';

import type { Tenant } from '../tenant';

/** Without the relationships. */
export const entitiesOf = (graph: IDataObject[]) => graph.filter((each) => !('_fromEntityKey' in each));
export const ofType = (graph: IDataObject[], type: string) => graph.filter(({ _type }) => _type === type);
export const keysOf = (graph: IDataObject[]) => graph.map(({ _key }) => _key);

/** One of each kind, and how the graph names them. */
export function oneOfEach(tenant: Tenant) {
	const admin = tenant.account.addAdmin({ name: 'Ann', email: 'ann@example.com', last_login: 1_767_600_000 });
	const group = tenant.addGroup({ name: 'QA', desc: 'QA people' });
	const user = tenant.addUser({
		username: 'zquist',
		realname: 'Zoe Quist',
		firstname: 'Zoe',
		lastname: 'Quist',
		email: 'zoe@example.com',
		notes: 'on leave',
		created: 1_767_000_000,
		last_login: 1_767_600_000,
		aliases: { alias1: 'zoe' },
		groups: [group.group_id],
	});
	const users = [user.user_id];
	const phone = tenant.addPhone({
		number: '+15555550101',
		model: 'Google Pixel 9',
		encrypted: 'Encrypted',
		tampered: 'Not tampered',
		last_seen: '2026-01-05T09:58:01',
		users,
	});
	const token = tenant.addToken({ serial: '100200', type: 'h6', users });
	const u2f = tenant.account.addU2fToken(user.user_id);
	const webAuthn = tenant.account.addWebAuthnCredential({ user: user.user_id, credential_name: 'My key' });
	return { admin, group, user, phone, token, u2f, webAuthn };
}
