/** User → Get: a user by any of their names. */
import type { INodeParameters } from 'n8n-workflow';

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
