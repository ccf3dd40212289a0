/** The authentication log of the simulated tenant with 100,000 rows. */
import { startTenant, type LogStream, type Tenant, type TenantOptions } from '..';
import { walk } from '../testing/logs';

const day = 86_400_000;
const start = Date.now() - 2 * day;
const wholeTime = { mintime: start - day, maxtime: start + 2 * day };

const paths = {
	authentication: '/admin/v2/logs/authentication',
	activity: '/admin/v2/logs/activity',
	telephony: '/admin/v2/logs/telephony',
};

let tenant: Tenant;
const begin = async (options?: TenantOptions) => {
	tenant = await startTenant(options);
};
beforeEach(() => begin({ sample: { seed: 7, users: 5 } }));
afterEach(() => tenant.stop());
const fill = (stream: LogStream, count: number, more = {}) =>
	tenant.logs.generate({ stream, count, from: start, to: start + day, ...more });

it('walks through 100,000 rows in pages of 1,000 within seconds', async () => {
	fill('authentication', 100_000, { tieShare: 0.05 });
	const before = performance.now();
	const pages = await walk(tenant, paths.authentication, { ...wholeTime, limit: 1000 });
	expect(performance.now() - before).toBeLessThan(30_000);
	expect(pages).toHaveLength(100);
	expect(new Set(pages.flatMap(({ rows }) => rows.map(({ txid }) => txid))).size).toBe(100_000);
}, 60_000);
