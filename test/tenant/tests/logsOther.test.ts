/** The logs of version 1 and Trust Monitor in the simulated tenant. */
import { startTenant, type Tenant } from '..';
import { call, type Values } from '../testing/client';
import { logPage, walk } from '../testing/logs';

const day = 86_400_000;
const start = (Math.floor(Date.now() / 1000) - 2 * 86_400) * 1000;
const wholeTime = { mintime: start - day, maxtime: start + 2 * day };

let tenant: Tenant;
beforeEach(async () => {
	tenant = await startTenant({ sample: { seed: 7, users: 5 } });
});
afterEach(() => tenant.stop());

const list = async (path: string, values: Values = {}) => {
	const { body } = await call(tenant, 'GET', path, values);
	expect(Object.keys(body).sort()).toEqual(['response', 'stat']);
	return body.response as Record<string, unknown>[];
};

describe.each([
	['administrator', '/admin/v1/logs/administrator'],
	['offlineEnrollment', '/admin/v1/logs/offline_enrollment'],
] as const)('the %s log', (stream, path) => {
	it('is a bare list of at most 1000 rows, oldest first, from a second on', async () => {
		const rows = tenant.logs.generate({ stream, count: 1500, from: start, to: start + day, tieShare: 0.3 });
		const first = await list(path);
		expect(first).toEqual(rows.slice(0, 1000));
		const mintime = rows[999]!.timestamp;
		const rest = await list(path, { mintime });
		expect(rest).toEqual(rows.filter(({ timestamp }) => timestamp >= mintime));
		expect(await list(path, { mintime: rows[1499]!.timestamp + 1 })).toEqual([]);
	});

	it('shows rows at once, or when a test wants them seen', async () => {
		tenant.logs.add(stream, { username: 'now' });
		tenant.logs.add(stream, { username: 'later' }, { visibleAt: Date.now() + 60_000 });
		expect(await list(path)).toMatchObject([{ username: 'now' }]);
		tenant.clock.skewSeconds = 61;
		expect(await list(path)).toHaveLength(2);
	});
});

it('shows the old forms of the telephony and authentication logs', async () => {
	const at = start;
	tenant.logs.add(
		'telephony',
		{ phone: '+12025550111', credits: 2, context: 'verify', type: 'phone' },
		{ at },
	);
	tenant.logs.add('authentication', { user: { name: 'ada' }, application: { name: 'VPN' } }, { at });
	const timestamp = at / 1000;
	expect(await list('/admin/v1/logs/telephony')).toMatchObject([
		{ phone: '+12025550111', credits: 2, context: 'verify', type: 'phone', timestamp },
	]);
	expect(await list('/admin/v1/logs/authentication', { mintime: timestamp })).toMatchObject([
		{ username: 'ada', integration: 'VPN', new_enrollment: false, timestamp },
	]);
	expect(await list('/admin/v1/logs/authentication', { mintime: timestamp + 1 })).toEqual([]);
});

describe('the events of the trust monitor', () => {
	const path = '/admin/v1/trust_monitor/events';

	it('come in pages of 50, or up to 200, with a cursor until the end', async () => {
		const rows = tenant.logs.generate({ stream: 'trustMonitor', count: 450, from: start, to: start + day });
		expect((await logPage(tenant, path, wholeTime)).rows).toHaveLength(50);
		const pages = await walk(tenant, path, { ...wholeTime, limit: 500 });
		expect(pages.map((page) => page.rows.length)).toEqual([200, 200, 50]);
		expect(pages.flatMap((page) => page.rows)).toEqual(rows);
		const { body } = await call(tenant, 'GET', path, { ...wholeTime, mintime: start + day - 1 });
		expect(body.response).toEqual({ events: [], metadata: {} });
	});

	it('can be had by type', async () => {
		tenant.logs.add('trustMonitor', { type: 'auth', surfaced_timestamp: start });
		tenant.logs.add('trustMonitor', { type: 'bypass_status', surfaced_timestamp: start });
		const types = async (type: string) =>
			(await logPage(tenant, path, { ...wholeTime, type })).rows.map((row) => row.type);
		expect(await types('auth')).toEqual(['auth']);
		expect(await types('bypass_status_enabled')).toEqual(['bypass_status']);
	});

	it('need both times in milliseconds', async () => {
		const code = async (values: Values) => (await call(tenant, 'GET', path, values)).body.code;
		expect(await code({ mintime: start })).toBe(40001);
		expect(await code({ mintime: start / 1000, maxtime: start })).toBe(40002);
	});
});

it('lists the applications without their secrets', async () => {
	const key = tenant.addKey({ api: 'admin', name: 'Reports', permissions: ['adminapi_integrations'] });
	const { body } = await call(tenant, 'GET', '/admin/v3/integrations', { limit: 3 }, { key });
	expect(body.metadata).toEqual({ total_objects: 4, next_offset: 3 });
	const rest = await call(tenant, 'GET', '/admin/v3/integrations', { offset: 3 }, { key });
	expect(rest.body.response).toMatchObject([
		{
			name: 'Reports',
			type: 'adminapi',
			integration_key: key.integrationKey,
			adminapi_integrations: 1,
			adminapi_info: 0,
		},
	]);
	expect(body.response.map(({ type }) => type)).toEqual(['adminapi', 'authapi', 'accountsapi']);
	expect(rest.text).not.toContain(key.secretKey);
	const other = tenant.addKey({ api: 'admin', permissions: ['adminapi_read_resource'] });
	expect((await call(tenant, 'GET', '/admin/v3/integrations', {}, { key: other })).status).toBe(403);
});

it('lists administrators that a test adds', async () => {
	const { admin_id } = tenant.addAdmin({
		name: 'Olga',
		email: 'olga@example.com',
		role: 'Help Desk',
		last_login: 1,
	});
	const { body } = await call(tenant, 'GET', '/admin/v1/admins');
	expect(body.metadata).toEqual({ total_objects: 3 });
	expect(body.response[2]).toMatchObject({
		admin_id,
		name: 'Olga',
		role: 'Help Desk',
		last_login: 1,
		status: 'Active',
	});
});
