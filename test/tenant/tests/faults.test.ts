/** Faults, rate limits and latency of the simulated tenant. */
import { startTenant, type Account, type Fault, type Tenant } from '..';
import { call, type Values } from '../testing/client';

const somePage: unknown = expect.stringContaining('<html>');

let tenant: Tenant;
beforeEach(async () => {
	tenant = await startTenant();
});
afterEach(() => tenant.stop());

const groups = (values?: Values) => call(tenant, 'GET', '/admin/v1/groups', values);
const statuses = async (count: number) => {
	const found: number[] = [];
	for (let time = 0; time < count; time++) found.push((await groups()).status);
	return found;
};

describe('a fault', () => {
	it('strikes as often and as late as it is told', async () => {
		tenant.faults.add({ kind: 'serverError', path: '/admin/v1/groups', after: 1, times: 2 });
		expect(await statuses(5)).toEqual([200, 500, 500, 200, 200]);
		tenant.faults.add({ kind: 'serverError', times: Infinity });
		expect(await statuses(3)).toEqual([500, 500, 500]);
		tenant.faults.clear();
		expect(await statuses(1)).toEqual([200]);
	});

	it.each([
		[{ method: 'POST' }, 200],
		[{ method: 'get' }, 500],
		[{ path: '/admin/v1/users' }, 200],
		[{ path: /groups$/g }, 500],
		[{ path: /users/ }, 200],
	] as [Partial<Fault>, number][])(
		'that fits %p makes GET /admin/v1/groups answer %i',
		async (fault, status) => {
			tenant.faults.add({ kind: 'serverError', ...fault });
			expect(await statuses(1)).toEqual([status]);
		},
	);

	it('may strike one account, or one API host, only', async () => {
		const [one, two] = tenant.addChildren(2) as [Account, Account];
		const key = tenant.keys.accounts;
		const summary = async ({ accountId, apiHostname }: Account) =>
			(
				await call(
					tenant,
					'GET',
					'/admin/v1/info/summary',
					{ account_id: accountId },
					{ key, host: apiHostname },
				)
			).status;
		tenant.faults.add({ kind: 'serverError', account: one.accountId, times: Infinity });
		expect([await summary(two), await summary(one), (await groups()).status]).toEqual([200, 500, 200]);
		tenant.faults.clear();
		tenant.faults.add({ kind: 'serverError', account: tenant.account.accountId });
		expect([await summary(one), (await groups()).status]).toEqual([200, 500]);
		tenant.faults.add({ kind: 'serverError', host: two.apiHostname });
		expect([await summary(one), (await groups()).status, await summary(two)]).toEqual([200, 200, 500]);
	});

	it('may strike calls about one user only', async () => {
		for (const username of ['ada', 'bob']) tenant.addUser({ username });
		const preauth = async (username: string) =>
			(await call(tenant, 'POST', '/auth/v2/preauth', { username })).status;
		tenant.faults.add({ kind: 'rateLimit', user: 'bob' });
		expect([await preauth('ada'), await preauth('bob'), await preauth('bob')]).toEqual([200, 429, 200]);
	});

	it('of too many requests says when to come back only if asked to', async () => {
		tenant.faults.add({ kind: 'rateLimit', times: 1 });
		tenant.faults.add({ kind: 'rateLimit', times: 2, retryAfterSeconds: 7 });
		const [first, second] = [await groups(), await groups()];
		expect([first.status, first.headers['retry-after']]).toEqual([429, undefined]);
		expect([second.status, second.headers['retry-after']]).toEqual([429, '7']);
		expect(first.body.stat).toBe('FAIL');
	});

	it('may cut the connection before the request is handled, or after', async () => {
		const create = (name: string) => call(tenant, 'POST', '/admin/v1/groups', { name });
		tenant.faults.add({ kind: 'cut' });
		await expect(create('before')).rejects.toThrow();
		expect(tenant.account.groups.size).toBe(0);
		tenant.faults.add({ kind: 'cutAfter' });
		await expect(create('after')).rejects.toThrow();
		expect([...tenant.account.groups.values()].map(({ name }) => name)).toEqual(['after']);
		expect(tenant.requests.map(({ params, status, signature }) => [params.name, status, signature])).toEqual([
			['before', 0, 'v2-sha1'],
			['after', 0, 'v2-sha1'],
		]);
	});

	it('may be slowness, a page that is no JSON, or a redirect', async () => {
		tenant.faults.add({ kind: 'slow', delayMs: 120 });
		const start = performance.now();
		expect((await groups()).status).toBe(200);
		expect(performance.now() - start).toBeGreaterThan(115);
		tenant.faults.add({ kind: 'notJson' });
		expect(await groups()).toMatchObject({ status: 200, text: somePage });
		tenant.faults.add({ kind: 'redirect', location: 'https://elsewhere.example/' });
		expect(await groups()).toMatchObject({
			status: 302,
			headers: { location: 'https://elsewhere.example/' },
		});
	});

	it('may be a page that repeats', async () => {
		for (const name of ['a', 'b', 'c']) tenant.addGroup({ name });
		tenant.faults.add({ kind: 'repeatPage' });
		expect((await groups({ limit: '2', offset: '0' })).body.metadata?.next_offset).toBe(0);
		tenant.faults.add({ kind: 'repeatPage' });
		expect((await groups({ limit: '1', offset: '2' })).body.metadata?.next_offset).toBe(2);
		expect((await groups({ limit: '2', offset: '0' })).body.metadata?.next_offset).toBe(2);
	});
});

it('refuses more calls of a kind in a minute than its limits allow', async () => {
	await tenant.stop();
	tenant = await startTenant({ limitsPerMinute: { lists: 2, writes: 1 } });
	const create = async (name: string) => (await call(tenant, 'POST', '/admin/v1/groups', { name })).status;
	expect(await statuses(3)).toEqual([200, 200, 429]);
	expect((await groups({ offset: '1' })).status).toBe(200);
	expect([await create('a'), await create('b')]).toEqual([200, 429]);
	expect(tenant.account.groups.size).toBe(1);
});

it('counts the calls of each account on its own', async () => {
	await tenant.stop();
	tenant = await startTenant({ limitsPerMinute: { reads: 1 } });
	const summary = async ({ accountId: account_id, apiHostname: host }: Account) => {
		const key = tenant.keys.accounts;
		return (await call(tenant, 'GET', '/admin/v1/info/summary', { account_id }, { key, host })).status;
	};
	const [one, two] = tenant.addChildren(2) as [Account, Account];
	expect([await summary(one), await summary(two), await summary(one)]).toEqual([200, 200, 429]);
	expect(await statuses(2)).toEqual([200, 429]);
});

it('adds its latency to every reply', async () => {
	await tenant.stop();
	tenant = await startTenant({ latencyMs: 80 });
	const start = performance.now();
	await groups();
	expect(performance.now() - start).toBeGreaterThan(78);
});

it('stops at once, even while somebody waits for an answer', async () => {
	const { phone_id } = tenant.addPhone({ answer: { answer: 'none', afterMs: 0 } });
	tenant.addUser({ username: 'ada', phones: [phone_id] });
	const waiting = call(tenant, 'POST', '/auth/v2/auth', { username: 'ada', factor: 'push', device: 'auto' });
	const settled = waiting.then(
		() => 'answered',
		() => 'cut',
	);
	await new Promise((resolve) => setTimeout(resolve, 60));
	const start = performance.now();
	await tenant.stop();
	expect(await settled).toBe('cut');
	expect(performance.now() - start).toBeLessThan(1000);
	tenant = await startTenant();
});
