/** Child accounts of the simulated tenant, and what their parent may do. */
import { startTenant, type Account, type Tenant } from '..';
import { call, type CallOptions, type Values } from '../testing/client';

let tenant: Tenant;
beforeEach(async () => {
	tenant = await startTenant();
});
afterEach(() => tenant.stop());

const accounts = (path: string, values?: Values) =>
	call(tenant, 'POST', `/accounts/v1/account/${path}`, values, { sign: 'v5' });

it('makes, lists and deletes child accounts', async () => {
	const { account_id } = (await accounts('create', { name: 'Branch office' })).body.response;
	expect(account_id).toMatch(/^DA[A-Z0-9]{18}$/);
	const listed = [{ account_id, api_hostname: tenant.childHosts[0], name: 'Branch office' }];
	expect((await accounts('list')).body.response).toEqual(listed);
	expect((await accounts('delete', { account_id })).body.response).toBe('');
	expect((await accounts('list')).body.response).toEqual([]);
});

it('opens the data of a child, and only of that child, to the key of its parent', async () => {
	const child = tenant.addChild('Branch office');
	const other = tenant.addChild('Warehouse');
	tenant.addUser({ username: 'parent' });
	child.addUser({ username: 'child' });
	const key = tenant.keys.accounts;
	const usersOf = async ({ accountId, apiHostname }: Account) =>
		(await call(tenant, 'GET', '/admin/v1/users', { account_id: accountId }, { key, host: apiHostname }))
			.body;
	const users = async (values: Values) =>
		(await call(tenant, 'GET', '/admin/v1/users', values, { key })).body;
	expect((await usersOf(child)).response).toMatchObject([{ username: 'child' }]);
	expect((await usersOf(other)).response).toEqual([]);
	expect(await users({})).toMatchObject({ code: 40301 });
	expect(await users({ account_id: 'DANOTHING' })).toMatchObject({ stat: 'FAIL' });
	const values = { account_id: other.accountId, username: 'new' };
	await call(tenant, 'POST', '/admin/v1/users', values, { key, sign: 'v5', host: other.apiHostname });
	expect(other.findUser('new')).toBeDefined();
	expect(tenant.account.findUser('new')).toBeUndefined();
});

it('lets a parent see and change the edition and the telephony credits of its children', async () => {
	const child = tenant.addChild('Branch office');
	const billing = async (method: string, what: string, values: Values = {}, host = child.apiHostname) => {
		const given = { ...values, account_id: child.accountId };
		const key = tenant.keys.accounts;
		return (await call(tenant, method, `/admin/v1/billing/${what}`, given, { key, host, sign: 'v5' })).body;
	};
	expect((await billing('GET', 'edition')).response).toEqual({ edition: 'ENTERPRISE' });
	expect((await billing('POST', 'edition', { edition: 'BEYOND' })).stat).toBe('OK');
	expect((await billing('POST', 'edition', { edition: 'PREMIER' })).stat).toBe('FAIL');
	expect(child.edition).toBe('BEYOND');

	const credits = () => [child.telephonyCredits, tenant.account.telephonyCredits];
	await billing('POST', 'telephony_credits', { credits: '130' });
	expect((await billing('GET', 'telephony_credits')).response).toEqual({ credits: 130 });
	expect(credits()).toEqual([130, 70]);
	expect((await billing('POST', 'telephony_credits', { credits: '201' })).stat).toBe('FAIL');
	expect((await billing('POST', 'telephony_credits', { credits: '10' }, tenant.host)).stat).toBe('FAIL');
	expect(credits()).toEqual([130, 70]);

	const admin = await call(tenant, 'GET', '/admin/v1/billing/edition');
	expect(admin.body).toMatchObject({ code: 40301 });
	tenant.account.billingEnabled = false;
	expect(await billing('GET', 'edition')).toMatchObject({ code: 40301 });
});

it('spreads its children over API hosts of their own, and each answers for its own only', async () => {
	const [first, second, third, fourth] = tenant.addChildren(4) as [Account, Account, Account, Account];
	expect([first, second, third, fourth].map(({ name }) => name)).toEqual([
		'Child 001',
		'Child 002',
		'Child 003',
		'Child 004',
	]);
	expect(new Set([tenant.host, ...tenant.childHosts]).size).toBe(4);
	expect([first, second, third].map(({ apiHostname }) => apiHostname)).toEqual(tenant.childHosts);
	expect(fourth.apiHostname).toBe(first.apiHostname);

	const summary = async ({ accountId }: Account, host: string) => {
		const key = tenant.keys.accounts;
		const { body } = await call(
			tenant,
			'GET',
			'/admin/v1/info/summary',
			{ account_id: accountId },
			{ key, host },
		);
		return body.stat;
	};
	expect(await summary(first, first.apiHostname)).toBe('OK');
	expect(await summary(fourth, first.apiHostname)).toBe('OK');
	expect(await summary(first, second.apiHostname)).toBe('FAIL');
	expect(await summary(first, tenant.host)).toBe('FAIL');
	expect(tenant.requests.map(({ host }) => host)).toEqual([
		first.apiHostname,
		first.apiHostname,
		second.apiHostname,
		tenant.host,
	]);
});

it('answers the parent on its own host only, and the key of a child on that of the child', async () => {
	const child = tenant.addChild('Branch office');
	const host = child.apiHostname;
	const list = await call(tenant, 'POST', '/accounts/v1/account/list', {}, { sign: 'v5', host });
	expect(list.body).toMatchObject({ stat: 'FAIL', message: 'Invalid identity in request credentials' });
	const summary = async (options: CallOptions) =>
		(await call(tenant, 'GET', '/admin/v1/info/summary', {}, options)).body.stat;
	expect(await summary({ host })).toBe('FAIL');
	const key = tenant.addKey({ api: 'admin', account: child });
	expect(key.host).toBe(host);
	expect(await summary({ key, host })).toBe('OK');
	expect(await summary({ key })).toBe('FAIL');
});

it('closes all its hosts when it stops', async () => {
	const hosts = [tenant.host, ...tenant.childHosts];
	const ping = async (host: string) => (await call(tenant, 'GET', '/auth/v2/ping', {}, { host })).status;
	expect(await Promise.all(hosts.map(ping))).toEqual([200, 200, 200, 200]);
	await tenant.stop();
	for (const host of hosts) await expect(ping(host)).rejects.toThrow();
	tenant = await startTenant({ childHosts: 0 });
	expect(tenant.addChild('Branch office').apiHostname).toBe(tenant.host);
});

it('counts what it has', async () => {
	tenant.addUser({ username: 'ada' });
	expect((await call(tenant, 'GET', '/admin/v1/info/summary')).body.response).toEqual({
		admin_count: 0,
		integration_count: 3,
		telephony_credits_remaining: 100,
		user_count: 1,
	});
});

it('is filled with the same people for the same seed', async () => {
	const fill = async (seed: number) => {
		const filled = await startTenant({ sample: { seed, users: 30 } });
		await filled.stop();
		const people = { users: [...filled.account.users.values()], phones: [...filled.account.phones.values()] };
		return { people, secret: filled.keys.admin.secretKey };
	};
	const [one, again, two] = [await fill(1), await fill(1), await fill(2)];
	expect(again).toEqual(one);
	expect(two.secret).not.toBe(one.secret);
	expect(one.people.users).toHaveLength(30);
	expect(two.people.users.map(({ username }) => username)).not.toEqual(
		one.people.users.map(({ username }) => username),
	);
	const numbers = one.people.phones.map(({ number }) => number);
	expect(new Set(numbers).size).toBe(numbers.length);
	for (const number of numbers) expect(number).toMatch(/^\+1[2-9]\d{2}55501\d{2}$/);
});
