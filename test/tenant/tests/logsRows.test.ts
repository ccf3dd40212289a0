/** Made-up log rows: plausible, and the same for the same seed. */
import { startTenant, type LogStream, type Tenant } from '..';

const start = Date.UTC(2026, 0, 5, 10);
const hour = 3_600_000;
const streams: LogStream[] = [
	'authentication',
	'activity',
	'telephony',
	'administrator',
	'offlineEnrollment',
	'trustMonitor',
];

const tenants: Tenant[] = [];
const begin = async (seed = 7) => {
	const tenant = await startTenant({ sample: { seed, users: 5 } });
	tenants.push(tenant);
	return tenant;
};
afterEach(() => Promise.all(tenants.splice(0).map((tenant) => tenant.stop())));

/** Every row of every log, made in both ways. */
const rowsOf = (tenant: Tenant, seed = 1) =>
	streams.map((stream) => {
		tenant.logs.add(stream, {}, { at: start });
		const options = {
			count: 20,
			from: start,
			to: start + hour,
			seed,
			lateShare: 0.5,
			sharedTxidShare: 0.2,
			tieShare: 0.2,
		};
		tenant.logs.generate({ stream, ...options });
		return tenant.logs.rows(stream);
	});

it('invents the same rows under the same seed, and others under another', async () => {
	const first = rowsOf(await begin());
	expect(rowsOf(await begin())).toEqual(first);
	expect(rowsOf(await begin(8))).not.toEqual(first);
	expect(rowsOf(await begin(), 2)).not.toEqual(first);
});

it('names people, phones and administrators of the tenant', async () => {
	const tenant = await begin();
	rowsOf(tenant);
	for (const { row } of tenant.logs.rows('authentication')) {
		expect(tenant.account.users.get(row.user.key ?? '')?.username).toBe(row.user.name);
		if (row.auth_device.key) expect(tenant.account.phones.has(row.auth_device.key)).toBe(true);
	}
	for (const { row } of tenant.logs.rows('activity')) {
		expect(tenant.account.admins.has(row.actor.key ?? '')).toBe(true);
	}
});

it('invents people for a tenant that has none', async () => {
	const tenant = await startTenant();
	tenants.push(tenant);
	expect(tenant.logs.add('authentication').user.name).toMatch(/^[a-z]+$/);
	expect(tenant.logs.add('administrator').username).not.toBe('');
});

it('keeps what a test says, inside nested objects too, and invents the rest', async () => {
	const { logs } = await begin();
	const row = logs.add(
		'authentication',
		{ user: { name: 'zoe', groups: ['a', 'b'] }, result: 'denied' },
		{ at: start + 7 },
	);
	expect(row).toMatchObject({
		user: { name: 'zoe', groups: ['a', 'b'], key: expect.stringMatching(/^DU/) as string },
		result: 'denied',
		timestamp: start / 1000,
	});
	expect(row.isotimestamp).toMatch(/^2026-01-05T10:00:00\.007\d{3}\+00:00$/);
	expect(logs.rows('authentication')).toEqual([
		{ row, at: start + 7, visibleAt: start + 7 + 120_000, id: row.txid },
	]);
	expect(logs.add('activity', { action: 'user_create' }).action).toBe('user_create');
});

it('makes ties, shared transactions and late rows in the wanted share', async () => {
	const { logs } = await begin();
	const count = 2000;
	const shares = { tieShare: 0.3, sharedTxidShare: 0.2, lateShare: 0.1, lateBySeconds: 600 };
	logs.generate({ stream: 'authentication', count, from: start, to: start + hour, ...shares });
	const rows = logs.rows('authentication');
	const late = rows.filter(({ at, visibleAt }) => visibleAt > at + 120_000);
	for (const [found, share] of [
		[count - new Set(rows.map(({ at }) => at)).size, 0.3],
		[count - new Set(rows.map(({ id }) => id)).size, 0.2],
		[late.length, 0.1],
	] as const) {
		expect(Math.abs(found / count - share)).toBeLessThan(0.04);
	}
	expect(Math.max(...late.map(({ at, visibleAt }) => visibleAt - at))).toBeLessThanOrEqual(720_000);
	expect(rows.every(({ at }) => at >= start && at <= start + hour)).toBe(true);
	expect(rows.every(({ at }, index) => index === 0 || at >= rows[index - 1]!.at)).toBe(true);
});

it('keeps rows in order, in whatever order they are added', async () => {
	const { logs } = await begin();
	logs.generate({ stream: 'activity', count: 10, from: start + hour, to: start + 2 * hour });
	logs.generate({ stream: 'activity', count: 10, from: start, to: start + 2 * hour });
	logs.add('activity', {}, { at: start });
	const times = logs.rows('activity').map(({ at }) => at);
	expect(times).toHaveLength(21);
	expect(times).toEqual([...times].sort((a, b) => a - b));
});

it('grows until it is told to stop', async () => {
	const { logs } = await begin();
	const counts = () => streams.map((stream) => logs.rows(stream).length);
	const stop = logs.grow({ perMinute: 6000, streams: ['authentication', 'administrator'] });
	await new Promise((resolve) => setTimeout(resolve, 300));
	stop();
	const [authentication = 0, , , administrator = 0] = counts();
	expect(authentication).toBeGreaterThan(5);
	expect(Math.abs(authentication - administrator)).toBeLessThan(2);
	const before = counts();
	await new Promise((resolve) => setTimeout(resolve, 100));
	expect(counts()).toEqual(before);
});
