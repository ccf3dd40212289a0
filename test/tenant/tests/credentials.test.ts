/** Which requests the simulated tenant believes, and how it refuses the others. */
import { startTenant, type Tenant } from '..';
import { call, type CallOptions } from '../testing/client';

let tenant: Tenant;
beforeAll(async () => {
	tenant = await startTenant();
});
afterAll(() => tenant.stop());
afterEach(() => {
	tenant.clock.skewSeconds = 0;
});

const users = (options: CallOptions = {}) => call(tenant, 'GET', '/admin/v1/users', { limit: '10' }, options);
const refusal = (code: number, message: string) => ({ stat: 'FAIL', code, message });

describe('a good signature', () => {
	it.each(['v2-sha1', 'v2-sha512', 'v4', 'v5'] as const)(
		'of kind %s is believed and recorded',
		async (sign) => {
			const reply = await call(tenant, 'POST', '/admin/v1/groups', { name: `née ${sign} (*'!~)` }, { sign });
			expect(reply.status).toBe(200);
			expect(reply.body.response.name).toBe(`née ${sign} (*'!~)`);
			expect(tenant.requests.at(-1)).toMatchObject({
				method: 'POST',
				path: '/admin/v1/groups',
				params: { name: `née ${sign} (*'!~)` },
				signature: sign,
				integrationKey: tenant.keys.admin.integrationKey,
				status: 200,
			});
		},
	);

	it('covers X-Duo headers in v5', async () => {
		expect((await users({ sign: 'v5', headers: { 'x-duo-note': 'signed' } })).status).toBe(200);
		// v4 leaves the headers out, so the same header is not covered there and does no harm
		expect((await users({ sign: 'v4', headers: { 'x-duo-note': 'unsigned' } })).status).toBe(200);
	});
});

describe('a refused request', () => {
	it('without credentials', async () => {
		const reply = await users({ sign: 'none' });
		expect(reply.status).toBe(401);
		expect(reply.body).toEqual(refusal(40101, 'Missing request credentials'));
		expect(tenant.requests.at(-1)).toMatchObject({ signature: 'none', status: 401, code: 40101 });
	});

	it('with an unknown integration key', async () => {
		const reply = await users({ key: { ...tenant.keys.admin, integrationKey: 'DIXXXXXXXXXXXXXXXXXX' } });
		expect(reply.status).toBe(401);
		expect(reply.body).toEqual(refusal(40102, 'Invalid integration key in request credentials'));
	});

	it('with a wrong secret key', async () => {
		const reply = await users({ key: { ...tenant.keys.admin, secretKey: 'wrong' } });
		expect(reply.status).toBe(401);
		expect(reply.body).toEqual(refusal(40103, 'Invalid signature in request credentials'));
		expect(tenant.requests.at(-1)?.signature).toBe('invalid');
	});

	it.each([
		['whose body was changed on the way', { sentBody: 'name=other' }],
		['whose form does not call itself a form', { contentType: 'text/plain' }],
		['whose JSON was rewritten', { sign: 'v5', sentBody: '{"name": "x"}' }],
	] as [string, CallOptions][])('%s', async (_what, options) => {
		const reply = await call(tenant, 'POST', '/admin/v1/groups', { name: 'x' }, options);
		expect(reply.body).toEqual(refusal(40103, 'Invalid signature in request credentials'));
		expect([...tenant.account.groups.values()].map(({ name }) => name)).not.toContain('x');
	});

	it('without a date', async () => {
		// node:https sends no Date of its own
		expect((await users({ date: '' })).body).toMatchObject({
			code: 40104,
			message: 'Missing request timestamp',
		});
	});

	it('with a body of no type, or a wrong one', async () => {
		for (const contentType of [null, 'text/plain']) {
			const options = { sign: 'v5', contentType } as const;
			const reply = await call(tenant, 'POST', '/admin/v1/groups', { name: 'x' }, options);
			expect(reply.body).toMatchObject({ stat: 'FAIL', code: 40106 });
		}
	});

	it('with a date that is too far off, or none at all', async () => {
		const off = (seconds: number) => new Date(Date.now() + seconds * 1000).toUTCString();
		for (const date of [off(-330), off(330), 'tomorrow']) {
			expect((await users({ date })).body).toEqual(refusal(40105, 'Bad request timestamp'));
		}
		expect((await users({ date: off(-270) })).status).toBe(200);
	});

	it('because the clock of the tenant is off, which its Date header shows', async () => {
		tenant.clock.skewSeconds = 3600;
		const reply = await users();
		expect(reply.body.code).toBe(40105);
		const ahead = Date.parse(String(reply.headers.date)) - Date.now();
		expect(Math.abs(ahead - 3_600_000)).toBeLessThan(10_000);
	});

	it('with a key of another API', async () => {
		const { admin, auth, accounts } = tenant.keys;
		const wrong = {
			...refusal(40301, 'Access forbidden'),
			message_detail: 'Wrong integration type for this API.',
		};
		expect((await users({ key: auth })).body).toEqual(wrong);
		expect((await users({ key: accounts })).body).toMatchObject({ code: 40301 });
		expect((await call(tenant, 'GET', '/auth/v2/check', {}, { key: admin })).body).toEqual(wrong);
		expect((await call(tenant, 'POST', '/accounts/v1/account/list', {}, { key: admin })).body).toEqual(wrong);
	});

	it('without the permission it needs', async () => {
		const reader = tenant.addKey({ api: 'admin', permissions: ['adminapi_read_resource'] });
		const writer = tenant.addKey({ api: 'admin', permissions: ['adminapi_write_resource'] });
		const create = (key: typeof reader) =>
			call(tenant, 'POST', '/admin/v1/groups', { name: key.integrationKey }, { key });
		expect((await users({ key: reader })).status).toBe(200);
		expect((await create(writer)).status).toBe(200);
		expect((await create(reader)).body).toEqual(refusal(40301, 'Access forbidden'));
		expect((await users({ key: writer })).body).toEqual(refusal(40301, 'Access forbidden'));
		const summary = await call(tenant, 'GET', '/admin/v1/info/summary', {}, { key: reader });
		expect(summary.body).toEqual(refusal(40301, 'Access forbidden'));
	});

	it('for an unknown path or a wrong verb', async () => {
		const unknown = await call(tenant, 'GET', '/admin/v1/nothing');
		expect(unknown.status).toBe(404);
		expect(unknown.body).toEqual(refusal(40401, 'Resource not found'));
		expect((await call(tenant, 'PUT', '/admin/v1/users')).status).toBe(405);
	});

	it('keeps the order of the checks', async () => {
		const old = new Date(0).toUTCString();
		const { auth } = tenant.keys;
		const code = async (path: string, options: CallOptions) =>
			(await call(tenant, 'GET', path, {}, options)).body.code;
		expect(await code('/admin/v1/nothing', { sign: 'none', date: '' })).toBe(40101);
		expect(
			await code('/admin/v1/nothing', { key: { integrationKey: 'DIX', secretKey: 'x' }, date: old }),
		).toBe(40102);
		expect(await code('/admin/v1/nothing', { key: { ...auth, secretKey: 'x' }, date: old })).toBe(40103);
		expect(await code('/admin/v1/nothing', { key: auth, date: old })).toBe(40105);
		expect(await code('/admin/v1/nothing', { key: auth })).toBe(40301);
	});
});

it('answers a ping that nobody signed, and a check only when signed', async () => {
	const ping = await call(tenant, 'GET', '/auth/v2/ping', {}, { sign: 'none' });
	expect(ping.body.response.time).toBeGreaterThan(1_700_000_000);
	expect((await call(tenant, 'GET', '/auth/v2/check', {}, { sign: 'none' })).status).toBe(401);
	expect((await call(tenant, 'GET', '/auth/v2/check', {}, { sign: 'v5' })).body.stat).toBe('OK');
});

it('makes each key with the secret it is told', async () => {
	const key = tenant.addKey({ api: 'admin', secretKey: 'a secret of my own' });
	expect(key.integrationKey).toMatch(/^DI[A-Z0-9]{18}$/);
	expect((await users({ key: { ...key, secretKey: 'a secret of my own' } })).status).toBe(200);
});
