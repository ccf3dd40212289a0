/** User → Get Many: filters, pages and limits. */
import type { INodeParameters } from 'n8n-workflow';

import { inAnyOrder } from '../../support/inAnyOrder';
import { useTenant, type RunOptions } from '../../support/useTenant';

const duo = useTenant();

const user = async (operation: string, parameters: INodeParameters, run: RunOptions = {}) =>
	await duo.admin('user', operation, parameters, run);
const { sent } = duo;
const addUsers = (count: number, status: 'active' | 'bypass' = 'active') =>
	Array.from({ length: count }, () =>
		duo.tenant.addUser({ username: `user${duo.tenant.account.users.size}`, status }),
	);

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
