/** Users are put into groups and taken out again, and the members of a group are listed. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { locator } from '../../support/locator';
import { useTenant, type RunOptions } from '../../support/useTenant';

const duo = useTenant();

/** Runs an operation on the group and the user that each item names as `team` and `who`. */
const members = async (operation: string, items: IDataObject[], run: RunOptions = {}) =>
	await duo.admin(
		'group',
		operation,
		{ group: locator('name', '={{ $json.team }}'), user: locator('username', '={{ $json.who }}') },
		{ items, ...run },
	);
const getMembers = async (parameters: INodeParameters) => await duo.admin('group', 'getMembers', parameters);
const { writes } = duo;
const groupsOf = (username: string) =>
	[...duo.tenant.account.users.values()].find((user) => user.username === username)?.groups;
const addUsers = (...usernames: string[]) =>
	usernames.map((username) => duo.tenant.addUser({ username }).user_id);

describe('addMember', () => {
	it('puts each user into the group of the item', async () => {
		const [qa, ops] = ['qa', 'ops'].map((name) => duo.tenant.addGroup({ name }).group_id);
		const [zoe, ben] = addUsers('zoe', 'ben');

		const { json, error } = await members('addMember', [
			{ team: 'qa', who: 'zoe' },
			{ team: 'ops', who: 'zoe' },
			{ team: 'qa', who: 'ben' },
		]);

		expect(error).toBeUndefined();
		expect(json).toEqual(
			[
				{ group_id: qa, name: 'qa', user_id: zoe, username: 'zoe' },
				{ group_id: ops, name: 'ops', user_id: zoe, username: 'zoe' },
				{ group_id: qa, name: 'qa', user_id: ben, username: 'ben' },
			].map((names) => ({ added: true, alreadyMember: false, ...names })),
		);
		const posts = writes().map(({ method, path, params }) => ({ method, path, params }));
		expect(posts).toHaveLength(3);
		expect(posts).toEqual(
			expect.arrayContaining([
				{ method: 'POST', path: `/admin/v1/users/${zoe}/groups`, params: { group_id: qa } },
				{ method: 'POST', path: `/admin/v1/users/${zoe}/groups`, params: { group_id: ops } },
				{ method: 'POST', path: `/admin/v1/users/${ben}/groups`, params: { group_id: qa } },
			]),
		);
		expect([groupsOf('zoe'), groupsOf('ben')]).toEqual([[qa, ops], [qa]]);
	});

	it('changes nothing when the user is a member already, also through an earlier item', async () => {
		const { group_id } = duo.tenant.addGroup({ name: 'qa' });
		duo.tenant.addUser({ username: 'zoe', groups: [group_id] });
		addUsers('ben');

		const { json } = await members('addMember', [
			{ team: 'qa', who: 'zoe' },
			{ team: 'qa', who: 'ben' },
			{ team: 'QA', who: 'Ben' },
		]);

		expect(json.map(({ added, alreadyMember }) => [added, alreadyMember])).toEqual([
			[false, true],
			[true, false],
			[false, true],
		]);
		expect(writes()).toHaveLength(1);
	});

	it('adds nobody when group or user are not clear', async () => {
		for (const name of ['QA', 'qa']) duo.tenant.addGroup({ name });
		addUsers('zoe');

		const { json } = await members(
			'addMember',
			[
				{ team: 'Qa', who: 'zoe' },
				{ team: 'ops', who: 'zoe' },
				{ team: 'qa', who: 'zoo' },
			],
			{ onError: 'continueRegularOutput' },
		);

		expect(json.map(({ error }) => error)).toEqual([
			'2 groups in Duo have the name “Qa”',
			'No group in Duo has the name “ops”',
			'No user in Duo has the username or alias “zoo”',
		]);
		expect(writes()).toEqual([]);
	});

	it('explains Duo’s limit of 100 groups per user', async () => {
		const ids = Array.from(
			{ length: 101 },
			(_, index) => duo.tenant.addGroup({ name: `team${index}` }).group_id,
		);
		duo.tenant.addUser({ username: 'zoe', groups: ids.slice(0, 100) });

		const { error } = await members('addMember', [{ team: 'team100', who: 'zoe' }]);

		expect(error?.message).toBe('Duo could not add the entry');
		expect(error?.description).toContain('at most 100 phones, tokens, groups or bypass codes per user');
		expect(groupsOf('zoe')).toHaveLength(100);
	});

	it('names the missing permission', async () => {
		duo.tenant.addGroup({ name: 'qa' });
		addUsers('zoe');
		const key = duo.tenant.addKey({ api: 'admin', permissions: ['adminapi_read_resource'] });

		const { error } = await members('addMember', [{ team: 'qa', who: 'zoe' }], { key });

		expect(error?.message).toBe('Duo does not allow this application to do that');
		expect(error?.description).toContain('“Grant write resource (Grant resource: Write)”');
		expect(groupsOf('zoe')).toEqual([]);
	});
});

describe('removeMember', () => {
	it('takes each user out of that group only', async () => {
		const [qa, ops] = ['qa', 'ops'].map((name) => duo.tenant.addGroup({ name }).group_id);
		const { user_id } = duo.tenant.addUser({ username: 'zoe', groups: [qa!, ops!] });

		const { json, error } = await members('removeMember', [{ team: 'qa', who: 'zoe' }]);

		expect(error).toBeUndefined();
		expect(json).toEqual([{ removed: true, group_id: qa, name: 'qa', user_id, username: 'zoe' }]);
		expect(writes().map(({ method, path }) => `${method} ${path}`)).toEqual([
			`DELETE /admin/v1/users/${user_id}/groups/${qa}`,
		]);
		expect(groupsOf('zoe')).toEqual([ops]);
	});

	it('does not claim to have removed somebody who is not a member', async () => {
		const [qa] = ['qa', 'ops'].map((name) => duo.tenant.addGroup({ name }).group_id);
		duo.tenant.addUser({ username: 'zoe', groups: [qa!] });
		addUsers('ben');

		const elsewhere = await members('removeMember', [{ team: 'ops', who: 'zoe' }]);
		const nowhere = await members('removeMember', [{ team: 'ops', who: 'ben' }]);
		const twice = await members('removeMember', [
			{ team: 'qa', who: 'zoe' },
			{ team: 'qa', who: 'zoe' },
		]);

		expect(elsewhere.error).toMatchObject({
			message: 'zoe is not a member of ops',
			description: 'zoe is a member of: qa.',
		});
		expect(nowhere.error?.description).toBe('ben is in no group.');
		expect(twice.error).toMatchObject({ message: 'zoe is not a member of qa', context: { itemIndex: 1 } });
		expect(writes()).toHaveLength(1);
	});
});

describe('getMembers', () => {
	it('gives an item per member, over all pages or up to the limit', async () => {
		const { group_id } = duo.tenant.addGroup({ name: 'qa' });
		const users = Array.from({ length: 501 }, (_, index) =>
			duo.tenant.addUser({ username: `user${index}`, groups: [group_id] }),
		);
		addUsers('outsider');
		const group = locator('id', group_id);

		const all = await getMembers({ group, returnAll: true });
		const two = await getMembers({ group, limit: 2 });

		const expected = users.map(({ user_id, username }) => ({ group_id, name: 'qa', user_id, username }));
		expect(all.json).toEqual(expected);
		expect(two.json).toEqual(expected.slice(0, 2));
		expect(
			duo.tenant.requests
				.filter(({ path }) => path.endsWith('/users'))
				.map(({ path, params }) => ({ path, params })),
		).toEqual([
			{ path: `/admin/v2/groups/${group_id}/users`, params: { limit: '500', offset: '0' } },
			{ path: `/admin/v2/groups/${group_id}/users`, params: { limit: '500', offset: '500' } },
			{ path: `/admin/v2/groups/${group_id}/users`, params: { limit: '2', offset: '0' } },
		]);
	});

	it('tells an empty group from one that does not exist', async () => {
		duo.tenant.addGroup({ name: 'qa' });

		const empty = await getMembers({ group: locator('name', 'qa') });
		const missing = await getMembers({ group: locator('name', 'ops') });

		expect([empty.error, empty.json]).toEqual([undefined, []]);
		expect(missing.error?.message).toBe('No group in Duo has the name “ops”');
	});
});
