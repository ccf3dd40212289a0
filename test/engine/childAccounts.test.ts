/** Duo Admin with the keys of a parent account: one child account, or all of them. */
import type { INodeParameters } from 'n8n-workflow';

import { locator } from '../support/locator';
import { useTenant } from '../support/useTenant';
import type { Account } from '../tenant';

const duo = useTenant();

const oneChild = (mode: string, value: string): INodeParameters => ({
	authentication: 'accountsApi',
	accountScope: 'one',
	childAccount: locator(mode, value),
});
const allChildren: INodeParameters = { authentication: 'accountsApi', accountScope: 'all' };
const byUsername = (value: string): INodeParameters => ({
	user: locator('username', value),
	normalizeUsername: false,
});
const labelsOf = ({ accountId, name }: Account) => ({ account_id: accountId, accountName: name });
const children = (...names: string[]) => names.map((name) => duo.tenant.addChild(name));
const lookUps = () => duo.sent().filter(({ path }) => path === '/accounts/v1/account/list');

describe('one child account', () => {
	it.each(['list', 'id', 'name'])(
		'named by %s is asked at its own host, and every row names it',
		async (mode) => {
			const [, branch] = children('Warehouse', 'Branch office');
			for (const username of ['ada', 'zoe']) branch!.addUser({ username });
			const value = mode === 'name' ? 'branch OFFICE' : branch!.accountId;

			const { json, error } = await duo.admin('user', 'getMany', {
				...oneChild(mode, value),
				returnAll: true,
			});

			expect(error).toBeUndefined();
			expect(json).toMatchObject([
				{ username: 'ada', ...labelsOf(branch!) },
				{ username: 'zoe', ...labelsOf(branch!) },
			]);
			expect(duo.tenant.requests.map(({ path, host }) => [path, host])).toEqual([
				['/accounts/v1/account/list', duo.tenant.host],
				['/admin/v1/users', branch!.apiHostname],
			]);
			expect(branch!.apiHostname).not.toBe(duo.tenant.host);
			expect(duo.tenant.requests[1]!.params).toMatchObject({ account_id: branch!.accountId });
		},
	);

	it('may differ from item to item, with one look-up of hosts, and writes go to the right one', async () => {
		const [warehouse, branch] = children('Warehouse', 'Branch office');
		const items = [warehouse!, branch!, warehouse!].map(({ accountId }, index) => ({
			account: accountId,
			username: `new${index}`,
		}));

		const { json } = await duo.admin(
			'user',
			'create',
			{ ...oneChild('id', '={{ $json.account }}'), username: '={{ $json.username }}' },
			{ items },
		);

		expect(json).toMatchObject([
			{ username: 'new0', ...labelsOf(warehouse!) },
			{ username: 'new1', ...labelsOf(branch!) },
			{ username: 'new2', ...labelsOf(warehouse!) },
		]);
		const names = ({ users }: Account) => [...users.values()].map(({ username }) => username);
		expect([warehouse!, branch!].map(names)).toEqual([['new0', 'new2'], ['new1']]);
		expect(lookUps()).toHaveLength(1);
	});

	it('must exist, and a name must be clear', async () => {
		const twins = children('Twin', 'Twin');

		const unknown = await duo.admin('user', 'getMany', oneChild('name', 'Nowhere'));
		const unclear = await duo.admin('user', 'getMany', oneChild('name', 'Twin'));

		expect(unknown.error).toMatchObject({
			message: 'No child account in Duo has the name “Nowhere”',
			context: { itemIndex: 0 },
		});
		expect(unclear.error?.message).toBe('2 child accounts in Duo have the name “Twin”');
		expect(unclear.error?.description).toContain(twins.map(({ accountId }) => accountId).join(', '));
		expect(duo.sent().filter(({ path }) => path.startsWith('/admin'))).toEqual([]);
	});

	it('that is missing costs one item only when n8n is to go on', async () => {
		const [branch] = children('Branch office');
		const { json } = await duo.admin(
			'user',
			'create',
			{ ...oneChild('name', '={{ $json.account }}'), username: '={{ $json.username }}' },
			{
				items: [
					{ account: 'Nowhere', username: 'ada' },
					{ account: 'Branch office', username: 'zoe' },
				],
				onError: 'continueRegularOutput',
			},
		);
		expect(json).toMatchObject([
			{ error: 'No child account in Duo has the name “Nowhere”' },
			{ username: 'zoe', ...labelsOf(branch!) },
		]);
	});
});

describe('all child accounts', () => {
	it('are asked each at its own host, the rows in the order of the accounts', async () => {
		const all = children('A', 'B', 'C', 'D');
		for (const child of all) child.addUser({ username: `user of ${child.name}` });

		const { json } = await duo.admin('user', 'getMany', { ...allChildren, returnAll: true });

		expect(json).toMatchObject(
			all.map((child) => ({ username: `user of ${child.name}`, ...labelsOf(child) })),
		);
		expect(lookUps()).toHaveLength(1);
		const asked = duo.tenant.requests.filter(({ path }) => path === '/admin/v1/users');
		expect(new Set(asked.map(({ host, params }) => `${host} ${String(params.account_id)}`))).toEqual(
			new Set(all.map(({ apiHostname, accountId }) => `${apiHostname} ${accountId}`)),
		);
	});

	it('one that fails has a row that says so, and stops no other', async () => {
		const [a, b, c] = children('A', 'B', 'C');
		for (const child of [a!, c!]) child.addUser({ username: 'zoe' });

		const { json, error } = await duo.admin('user', 'get', { ...allChildren, ...byUsername('zoe') });

		expect(error).toBeUndefined();
		expect(json).toMatchObject([
			{ username: 'zoe', ...labelsOf(a!) },
			{ error: 'No user in Duo has the username or alias “zoe”', ...labelsOf(b!) },
			{ username: 'zoe', ...labelsOf(c!) },
		]);
	});

	it('one that fails for an item is asked for the next one all the same', async () => {
		const [a, b] = children('A', 'B');
		for (const username of ['ada', 'zoe']) a!.addUser({ username });
		b!.addUser({ username: 'zoe' });

		const { json } = await duo.admin(
			'user',
			'get',
			{ ...allChildren, ...byUsername('={{ $json.who }}'), requestOptions: { concurrentRequests: 1 } },
			{ items: [{ who: 'ada' }, { who: 'zoe' }] },
		);

		expect(json.map(({ accountName, username }) => [accountName, username])).toEqual([
			['A', 'ada'],
			['B', undefined],
			['A', 'zoe'],
			['B', 'zoe'],
		]);
	});

	it('the one that fails goes to n8n’s error output, with its name', async () => {
		const [a, b] = children('A', 'B');
		a!.addUser({ username: 'zoe' });

		const { outputs } = await duo.admin(
			'user',
			'get',
			{ ...allChildren, ...byUsername('zoe') },
			{ onError: 'continueErrorOutput' },
		);

		expect(outputs[0]).toMatchObject([{ json: { username: 'zoe', ...labelsOf(a!) } }]);
		expect(outputs[1]).toHaveLength(1);
		expect(outputs[1]![0]!.json.error).toBe(
			`B (${b!.accountId}): No user in Duo has the username or alias “zoe”`,
		);
	});

	it('all failing is an error of the item', async () => {
		children('A', 'B');
		const { error } = await duo.admin('user', 'get', { ...allChildren, ...byUsername('zoe') });
		expect(error?.message).toBe(
			'All 2 child accounts failed: No user in Duo has the username or alias “zoe”',
		);
	});

	it('a look-up that got lost is asked again: it changes nothing', async () => {
		children('A')[0]!.addUser({ username: 'zoe' });
		duo.tenant.faults.add({ kind: 'cut', path: '/accounts/v1/account/list', times: 1 });

		const { json } = await duo.admin('user', 'getMany', allChildren);

		expect(json).toMatchObject([{ username: 'zoe' }]);
		expect(lookUps()).toHaveLength(2);
	});

	it('operations that see all items at once see those of each account', async () => {
		const [a, b] = children('A', 'B');
		a!.addUser({ username: 'ada' });
		b!.addUser({ username: 'zoe' });

		const { json, outputs, error } = await duo.admin(
			'user',
			'resolve',
			{ ...allChildren, reference: '={{ $json.who }}' },
			{ items: [{ who: 'ada' }, { who: 'zoe' }] },
		);

		expect(error).toBeUndefined();
		expect(json.map(({ accountName, found }) => [accountName, found])).toEqual([
			['A', true],
			['B', false],
			['A', false],
			['B', true],
		]);
		expect(outputs[0]!.map(({ pairedItem }) => pairedItem)).toEqual([0, 0, 1, 1].map((item) => ({ item })));
	});
});

it('500 child accounts, several side by side, one slow and one refused', async () => {
	const all = Array.from({ length: 500 }, (_, index) => duo.tenant.addChild(`Customer ${index}`));
	for (const child of all) child.addUser({ username: 'zoe' });
	const slow = { kind: 'slow', delayMs: 2000, path: '/admin/v1/users', account: all[3]!.accountId } as const;
	duo.tenant.faults.add(slow);
	duo.tenant.faults.add({
		kind: 'serverError',
		path: '/admin/v1/users',
		account: all[7]!.accountId,
		times: 3,
	});

	const { json } = await duo.admin('user', 'getMany', allChildren);

	expect(json.map(({ accountName }) => accountName)).toEqual(all.map(({ name }) => name));
	expect(json.filter(({ username }) => username === 'zoe')).toHaveLength(499);
	expect(json[7]).toEqual({ error: 'Duo reports a fault of its own', ...labelsOf(all[7]!) });
	expect(lookUps()).toHaveLength(1);
	const slowOne = duo.tenant.requests.find(({ params }) => params.account_id === all[3]!.accountId)!;
	const meanwhile = duo.tenant.requests.filter(({ at }) => at > slowOne.at && at < slowOne.at + slow.delayMs);
	expect(meanwhile.length).toBeGreaterThan(10);
}, 60_000);
