import type { INodeParameters } from 'n8n-workflow';

import { inAnyOrder } from '../../support/inAnyOrder';
import { locator } from '../../support/locator';
import { useTenant, type RunOptions } from '../../support/useTenant';

const duo = useTenant();

const user = async (operation: string, parameters: INodeParameters, run: RunOptions = {}) =>
	await duo.admin('user', operation, parameters, run);
const named = (mode: string, value: string): INodeParameters => ({ user: locator(mode, value) });
const { sent } = duo;
const search = (params: Record<string, string>) => ({
	method: 'GET',
	path: '/admin/v1/users',
	params: { ...params, limit: '100', offset: '0' },
});
const addUsers = (count: number, status: 'active' | 'bypass' = 'active') =>
	Array.from({ length: count }, () =>
		duo.tenant.addUser({ username: `user${duo.tenant.account.users.size}`, status }),
	);

describe('get', () => {
	it.each(['list', 'id'])('finds a user by %s with one call', async (mode) => {
		const { user_id } = duo.tenant.addUser({ username: 'zoe' });

		const { json, error } = await user('get', named(mode, '={{ $json.id }}'), {
			items: [{ id: ` ${user_id} ` }],
		});

		expect(error).toBeUndefined();
		expect(json).toEqual([expect.objectContaining({ user_id, username: 'zoe' })]);
		expect(sent()).toEqual([{ method: 'GET', path: `/admin/v1/users/${user_id}`, params: {} }]);
	});

	it('finds users by username, alias and e-mail, whatever their case', async () => {
		const zoe = duo.tenant.addUser({
			username: 'zoe',
			aliases: { alias1: 'qa.zoe' },
			email: 'zoe@example.test',
		});
		duo.tenant.addUser({ username: 'ben', email: 'ben@example.test' });

		const byName = await user('get', named('username', '={{ $json.who }}'), {
			items: [{ who: 'ZOE' }, { who: 'qa.zoe' }],
		});
		const byEmail = await user('get', named('email', 'Zoe@Example.test'));

		expect([...byName.json, ...byEmail.json].map(({ user_id }) => user_id)).toEqual(
			Array(3).fill(zoe.user_id),
		);
		expect(sent()).toEqual([
			{ method: 'GET', path: '/admin/v1/users', params: { username_list: '["ZOE","qa.zoe"]' } },
			search({ email: 'Zoe@Example.test' }),
		]);
	});

	it('looks up the bare name with Normalize Username, and the name as it is without', async () => {
		duo.tenant.addUser({ username: 'zoe' });
		const items = [{ who: 'CORP\\zoe' }, { who: 'zoe@example.test' }];

		const bare = await user(
			'get',
			{ ...named('username', '={{ $json.who }}'), normalizeUsername: true },
			{ items },
		);
		const asIs = await user('get', named('username', '={{ $json.who }}'), { items });

		expect(bare.json.map(({ username }) => username)).toEqual(['zoe', 'zoe']);
		expect(asIs.error?.message).toBe('No user in Duo has the username or alias “CORP\\zoe”');
		expect(sent()[0]).toEqual(search({ username: 'zoe' }));
	});

	it('asks Duo once for a user whom five items name', async () => {
		duo.tenant.addUser({ username: 'zoe' });

		const { outputs } = await user('get', named('username', '={{ $json.who }}'), {
			items: ['zoe', 'Zoe', 'zoe', 'ZOE', 'zoe'].map((who) => ({ who })),
		});

		expect(outputs[0]!.map(({ pairedItem }) => pairedItem)).toEqual(
			[0, 1, 2, 3, 4].map((item) => ({ item })),
		);
		expect(sent()).toEqual([search({ username: 'zoe' })]);
	});

	it('names all users who share an e-mail address instead of taking the first', async () => {
		const [first, second] = ['zoe', 'zoe.admin'].map((username) =>
			duo.tenant.addUser({ username, email: 'zoe@example.test' }),
		);

		const { error, json } = await user('get', named('email', 'zoe@example.test'));

		expect(json).toEqual([]);
		expect(error?.message).toBe('2 users in Duo have the e-mail address “zoe@example.test”');
		expect(error?.description).toContain(`zoe is ${first!.user_id}, zoe.admin is ${second!.user_id}`);
	});

	it('says which item names nobody, and goes on with the others when told to', async () => {
		duo.tenant.addUser({ username: 'zoe' });
		const items = [{ who: 'zoe' }, { who: 'zoo' }, {}, { who: 'zoe' }];

		const stopped = await user('get', named('username', '={{ $json.who }}'), { items });
		const going = await user('get', named('username', '={{ $json.who }}'), {
			items,
			onError: 'continueRegularOutput',
		});

		expect(stopped.error).toMatchObject({
			message: 'No user in Duo has the username or alias “zoo”',
			context: { itemIndex: 1 },
		});
		expect(going.json).toEqual([
			expect.objectContaining({ username: 'zoe' }),
			{ error: 'No user in Duo has the username or alias “zoo”' },
			{ error: '“User” is empty' },
			expect.objectContaining({ username: 'zoe' }),
		]);
	});

	it('refuses the ID of something else without asking Duo', async () => {
		const { error } = await user('get', named('id', 'DPEXAMPLEPHONE000001'));

		expect(error?.message).toBe('“DPEXAMPLEPHONE000001” is not a user ID');
		expect(error?.description).toContain('DU and 18 capital letters or digits');
		expect(sent()).toEqual([]);
	});

	it('gives the fields that most flows need, or everything Duo has', async () => {
		const group = duo.tenant.addGroup({ name: 'qa' });
		const { user_id } = duo.tenant.addUser({
			username: 'zoe',
			groups: [group.group_id],
			notes: 'on leave',
			last_login: 1_767_600_000,
		});
		const phone = duo.tenant.addPhone({ number: '+15555550101', name: 'work', users: [user_id] });

		const [simple] = (await user('get', named('id', user_id))).json;
		const [full] = (await user('get', { ...named('id', user_id), simplify: false })).json;

		expect(simple).toEqual({
			user_id,
			username: 'zoe',
			realname: null,
			email: '',
			status: 'active',
			is_enrolled: true,
			last_login: '2026-01-05T08:00:00.000Z',
			aliases: {},
			phones: [{ phone_id: phone.phone_id, number: '+15555550101', name: 'work' }],
			groups: [{ group_id: group.group_id, name: 'qa' }],
			bypassGroups: [],
		});
		expect(full).toMatchObject({
			notes: 'on leave',
			last_login: 1_767_600_000,
			groups: [{ name: 'qa', status: 'Active' }],
			tokens: [],
		});
	});

	it('says nothing of a log-in that never was', async () => {
		const { user_id } = duo.tenant.addUser({ username: 'zoe', last_login: null });

		expect((await user('get', named('id', user_id))).json).toMatchObject([{ last_login: null }]);
	});

	it('names the missing permission', async () => {
		const { user_id } = duo.tenant.addUser({ username: 'zoe' });
		const key = duo.tenant.addKey({ api: 'admin', permissions: ['adminapi_write_resource'] });

		const { error } = await user('get', named('id', user_id), { key });

		expect(error).toMatchObject({
			message: 'Duo does not allow this application to do that',
			httpCode: '403',
		});
		expect(error?.description).toContain('grant “Grant read resource (Grant resource: Read)”.');
		expect(error?.description).toContain('40301 Access forbidden');
	});
});

describe('getMany', () => {
	it('reads all pages, 300 users each', async () => {
		const users = addUsers(301);

		const { json } = await user('getMany', { returnAll: true });

		expect(json.map(({ user_id }) => user_id)).toEqual(users.map(({ user_id }) => user_id));
		expect(sent().map(({ params }) => params)).toEqual([
			{ limit: '300', offset: '0' },
			{ limit: '300', offset: '300' },
		]);
	});

	it('asks for no more than the limit, and gives each item its own list', async () => {
		addUsers(60);

		const byDefault = await user('getMany', {});
		const { outputs } = await user(
			'getMany',
			{ limit: '={{ $json.most }}' },
			{ items: [{ most: 2 }, { most: '3' }] },
		);

		expect(byDefault.json).toHaveLength(50);
		expect(outputs[0]!.map(({ pairedItem }) => pairedItem)).toEqual(
			[0, 0, 1, 1, 1].map((item) => ({ item })),
		);
		expect(sent().map(({ params }) => params.limit)).toEqual(inAnyOrder(['50', '2', '3']));
	});

	it('filters by username or alias and by e-mail through Duo', async () => {
		duo.tenant.addUser({ username: 'zoe', aliases: { alias1: 'z' }, email: 'zoe@example.test' });
		addUsers(2);

		const byAlias = await user('getMany', { filters: { username: 'z' }, simplify: false });
		const byEmail = await user('getMany', { filters: { email: 'zoe@example.test' } });
		const nobody = await user('getMany', { filters: { username: 'zoo' } });

		expect([byAlias, byEmail, nobody].map(({ json }) => json.map(({ username }) => username))).toEqual([
			['zoe'],
			['zoe'],
			[],
		]);
		expect(byAlias.json[0]).toHaveProperty('alias1', 'z');
		expect(sent().map(({ params }) => params.username ?? params.email)).toEqual([
			'z',
			'zoe@example.test',
			'zoo',
		]);
	});

	it('counts active members of a bypass group as in bypass, and names the group', async () => {
		const skips = duo.tenant.addGroup({ name: 'skips Duo', status: 'bypass' }).group_id;
		const plain = duo.tenant.addGroup({ name: 'plain' }).group_id;
		duo.tenant.addUser({ username: 'own', status: 'bypass' });
		duo.tenant.addUser({ username: 'through', groups: [plain, skips] });
		duo.tenant.addUser({ username: 'member', groups: [plain] });
		duo.tenant.addUser({ username: 'off', status: 'disabled', groups: [skips] });

		const { json } = await user('getMany', { returnAll: true, filters: { status: 'bypass' } });
		const disabled = await user('getMany', { returnAll: true, filters: { status: 'disabled' } });

		expect(json.map(({ username, status, bypassGroups }) => [username, status, bypassGroups])).toEqual([
			['own', 'bypass', []],
			['through', 'active', ['skips Duo']],
		]);
		expect(disabled.json.map(({ username }) => username)).toEqual(['off']);
	});

	it('filters by status over all pages, and stops reading when the limit is reached', async () => {
		addUsers(300);
		const wanted = addUsers(3, 'bypass');
		addUsers(300);

		const all = await user('getMany', { returnAll: true, filters: { status: 'bypass' } });
		const calls = duo.tenant.requests.length;
		const two = await user('getMany', { limit: 2, filters: { status: 'bypass' } });

		expect(all.json.map(({ user_id }) => user_id)).toEqual(wanted.map(({ user_id }) => user_id));
		expect(two.json).toEqual(all.json.slice(0, 2));
		expect([calls, duo.tenant.requests.length - calls]).toEqual([3, 2]);
	});

	it.each([0, 2.5, 'many'])('refuses a limit of %p', async (limit) => {
		const { error } = await user('getMany', { limit });

		expect(error).toMatchObject({
			message: '“Limit” must be a whole number of at least 1',
			context: { itemIndex: 0 },
		});
		expect(sent()).toEqual([]);
	});

	it('stops instead of giving half a list when Duo repeats a page', async () => {
		addUsers(301);
		duo.tenant.faults.add({ kind: 'repeatPage', path: '/admin/v1/users' });

		const { error, json } = await user('getMany', { returnAll: true });

		expect(error?.message).toBe('Duo sent the same page of a list again');
		expect(json).toEqual([]);
	});
});
