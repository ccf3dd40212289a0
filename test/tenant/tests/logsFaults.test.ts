/** Pages of logs that are out of order, empty or repeated, when a test wants them so. */
import { startTenant, type FaultKind, type Tenant } from '..';
import { call } from '../testing/client';
import { logPage, walk } from '../testing/logs';

const start = Date.now() - 86_400_000;
const values = { mintime: start - 1, maxtime: start + 3_600_001, limit: 4 };

let tenant: Tenant;
beforeEach(async () => {
	tenant = await startTenant();
});
afterEach(() => tenant.stop());

const logs = [
	['authentication', '/admin/v2/logs/authentication'],
	['activity', '/admin/v2/logs/activity'],
	['trustMonitor', '/admin/v1/trust_monitor/events'],
] as const;

describe.each(logs)('in the %s log', (stream, path) => {
	const strike = (kind: FaultKind, after = 0) => {
		tenant.faults.clear();
		tenant.faults.add({ kind, path, after });
	};
	const sizes = async () => (await walk(tenant, path, values)).map(({ rows }) => rows.length);

	beforeEach(() => {
		tenant.logs.generate({ stream, count: 10, from: start, to: start + 3_600_000 });
	});

	it('a page repeats', async () => {
		const plain = await walk(tenant, path, values);
		for (const after of [0, 1]) {
			strike('repeatPage', after);
			const pages = await walk(tenant, path, values);
			expect(pages).toHaveLength(4);
			expect(pages[after]!.rows).toEqual(plain[after]!.rows);
			expect(pages[after + 1]!.rows).toEqual(plain[after]!.rows);
		}
	});

	it('an empty page has an offset that leads on', async () => {
		strike('emptyPageWithOffset');
		expect(await sizes()).toEqual([0, 4, 4, 2]);
		strike('emptyPageWithOffset', 2);
		expect(await sizes()).toEqual([4, 4, 0, 2]);
	});

	it('the offset is missing', async () => {
		strike('missingOffset', 1);
		expect(await sizes()).toEqual([4, 4]);
	});

	it('rows come in reverse order', async () => {
		const { rows } = await logPage(tenant, path, values);
		strike('descending');
		expect((await logPage(tenant, path, values)).rows).toEqual([...rows].reverse());
	});
});

it('a bare list comes in reverse order', async () => {
	const rows = tenant.logs.generate({ stream: 'administrator', count: 3, from: start, to: start + 9000 });
	tenant.faults.add({ kind: 'descending' });
	const { body } = await call(tenant, 'GET', '/admin/v1/logs/administrator');
	expect(body.response).toEqual([...rows].reverse());
});

it('the lists of people and things can suffer the same', async () => {
	for (const name of ['a', 'b', 'c']) tenant.addGroup({ name });
	const groups = async (kind: FaultKind) => {
		tenant.faults.add({ kind });
		const { body } = await call(tenant, 'GET', '/admin/v1/groups', { limit: 2 });
		return [body.response.map(({ name }) => name).join(''), body.metadata?.next_offset];
	};
	expect(await groups('descending')).toEqual(['ba', 2]);
	expect(await groups('missingOffset')).toEqual(['ab', undefined]);
	expect(await groups('emptyPageWithOffset')).toEqual(['', 0]);
});
