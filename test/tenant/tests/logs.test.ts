/** The logs of version 2 in the simulated tenant: pages, order and late rows. */
import { startTenant, type LogStream, type Tenant, type TenantOptions } from '..';
import { call, type Values } from '../testing/client';
import { logPage, walk } from '../testing/logs';

const day = 86_400_000;
const start = Date.now() - 2 * day;
const wholeTime = { mintime: start - day, maxtime: start + 2 * day };

const paths = {
	authentication: '/admin/v2/logs/authentication',
	activity: '/admin/v2/logs/activity',
	telephony: '/admin/v2/logs/telephony',
};
const streams = Object.keys(paths) as (keyof typeof paths)[];
const idNames = { authentication: 'txid', activity: 'activity_id', telephony: 'telephony_id' };

let tenant: Tenant;
const begin = async (options?: TenantOptions) => {
	tenant = await startTenant(options);
};
beforeEach(() => begin({ sample: { seed: 7, users: 5 } }));
afterEach(() => tenant.stop());

const authentications = (values: Values = {}) =>
	logPage(tenant, paths.authentication, { ...wholeTime, ...values });
const refusal = async (path: string, values: Values) => {
	const { status, body } = await call(tenant, 'GET', path, values);
	return [status, body.code, body.message_detail];
};
const fill = (stream: LogStream, count: number, more = {}) =>
	tenant.logs.generate({ stream, count, from: start, to: start + day, ...more });

describe.each(streams)('the %s log', (stream) => {
	const path = paths[stream];
	const idOf = (row: Record<string, unknown>) => row[idNames[stream]];

	it('comes in pages, newest first, and each row once', async () => {
		fill(stream, 25, { tieShare: 0.5 });
		const pages = await walk(tenant, path, { ...wholeTime, limit: 10 });
		expect(pages.map(({ rows, total }) => [rows.length, total])).toEqual([
			[10, 25],
			[10, 25],
			[5, 25],
		]);
		const stored = tenant.logs.rows(stream).map(({ row }) => idOf(row));
		expect(pages.flatMap(({ rows }) => rows.map(idOf))).toEqual([...stored].reverse());
		const upwards = await walk(tenant, path, { ...wholeTime, limit: 7, sort: 'ts:asc' });
		expect(upwards.flatMap(({ rows }) => rows.map(idOf))).toEqual(stored);
	});

	it('has an offset of time and id', async () => {
		fill(stream, 3);
		const { rows, offset } = await logPage(tenant, path, { ...wholeTime, limit: 2 });
		const [, second] = [...tenant.logs.rows(stream)].reverse();
		const parts = [String(second!.at), idOf(rows[1]!)];
		expect(offset).toEqual(stream === 'authentication' ? parts : parts.join(','));
		expect((await logPage(tenant, path, wholeTime)).offset ?? null).toBeNull();
	});

	it('says 100 rows unless told otherwise, and at most 1000', async () => {
		fill(stream, 1200);
		expect((await logPage(tenant, path, wholeTime)).rows).toHaveLength(100);
		expect((await logPage(tenant, path, { ...wholeTime, limit: 5000 })).rows).toHaveLength(1000);
	});

	it('keeps rows back for two minutes', async () => {
		tenant.logs.add(stream);
		tenant.logs.add(stream, {}, { at: Date.now() - 125_000 });
		const recent = { mintime: Date.now() - day, maxtime: Date.now() + day };
		expect((await logPage(tenant, path, recent)).total).toBe(1);
		tenant.clock.skewSeconds = 130;
		expect((await logPage(tenant, path, recent)).total).toBe(2);
	});

	it('wants both times, in milliseconds, in order, of the last 180 days', async () => {
		const now = Date.now();
		const seconds = Math.floor(now / 1000);
		const sent: [Values, number, string][] = [
			[{}, 40001, 'mintime'],
			[{ mintime: now - 1 }, 40001, 'maxtime'],
			[{ mintime: seconds - 1, maxtime: now }, 40002, 'mintime'],
			[{ mintime: now - 1, maxtime: seconds }, 40002, 'maxtime'],
			[{ mintime: now, maxtime: now }, 40002, 'mintime'],
			[{ mintime: now - 181 * day, maxtime: now }, 40002, 'mintime'],
			[{ ...wholeTime, sort: 'up' }, 40002, 'sort'],
			[{ ...wholeTime, next_offset: 'somewhere' }, 40002, 'next_offset'],
		];
		for (const [values, code, detail] of sent)
			expect(await refusal(path, values)).toEqual([400, code, detail]);
	});

	it('takes both times as inclusive', async () => {
		for (const at of [start, start + 1, start + 2, start + 3]) tenant.logs.add(stream, {}, { at });
		const { total } = await logPage(tenant, path, { mintime: start + 1, maxtime: start + 2 });
		expect(total).toBe(2);
	});
});

it('takes the offset of the authentication log as a repeated parameter too', async () => {
	fill('authentication', 4);
	const first = await authentications({ limit: 2 });
	const byComma = await authentications({ next_offset: [first.offset].flat().join(',') });
	const repeated = await authentications({ next_offset: first.offset as string[] });
	expect(repeated).toEqual(byComma);
	expect(byComma.rows).toHaveLength(2);
});

it('goes on where it was while rows are added', async () => {
	fill('authentication', 20);
	const stored = tenant.logs.rows('authentication').map(({ row }) => row.txid);
	const pages = await walk(tenant, paths.authentication, { ...wholeTime, limit: 6 }, () => {
		tenant.logs.add('authentication', {}, { at: start + 1.5 * day });
	});
	expect(pages.flatMap(({ rows }) => rows.map(({ txid }) => txid))).toEqual([...stored].reverse());
	expect(pages.map(({ total }) => total)).toEqual([20, 21, 22, 23]);
});

it('never parts rows of one moment and transaction', async () => {
	fill('authentication', 60, { tieShare: 0.5, sharedTxidShare: 0.5 });
	const stored = tenant.logs.rows('authentication');
	const moments = new Set(stored.map(({ at, id }) => `${at} ${id}`));
	expect(moments.size).toBeLessThan(60);
	for (const sort of ['ts:asc', 'ts:desc']) {
		const pages = await walk(tenant, paths.authentication, { ...wholeTime, limit: 10, sort });
		const found = pages.flatMap(({ rows }) => rows);
		const expected = stored.map(({ row }) => row);
		expect(found).toEqual(sort === 'ts:asc' ? expected : expected.reverse());
	}
});

it('shows late rows when they surface, at the time at which they happened', async () => {
	const at = start;
	tenant.logs.add('authentication', { alias: 'late' }, { at, visibleAt: Date.now() + 60_000 });
	tenant.logs.add('authentication', { alias: 'in time' }, { at: at + 1 });
	const aliases = async () => (await authentications({ sort: 'ts:asc' })).rows.map(({ alias }) => alias);
	expect(await aliases()).toEqual(['in time']);
	tenant.clock.skewSeconds = 61;
	expect(await aliases()).toEqual(['late', 'in time']);
});

it('has a delay that can be set', async () => {
	await tenant.stop();
	await begin({ logs: { delaySeconds: 0 } });
	tenant.logs.add('activity');
	const { total } = await logPage(tenant, paths.activity, {
		mintime: Date.now() - day,
		maxtime: Date.now() + day,
	});
	expect(total).toBe(1);
});

describe('a filter of the authentication log', () => {
	const filtered = async (values: Values) => {
		const { rows, total } = await authentications(values);
		expect(total).toBe(rows.length);
		return rows.map(({ alias }) => alias).sort();
	};

	it.each([
		[{ applications: 'DIONE' }, ['a']],
		[{ users: ['DUONE', 'DUTWO'] }, ['a', 'b']],
		[{ event_types: 'enrollment' }, ['b']],
		[{ factors: ['duo_push', 'sms_passcode'] }, ['a', 'b']],
		[{ factors: ['duo_push', 'sms_passcode'], results: 'denied' }, ['b']],
		[{ reasons: 'no_response' }, ['b']],
		[{ results: 'fraud' }, ['c']],
		[{ phone_numbers: '+12025550100' }, ['a']],
		[{ tokens: 'WAONE' }, ['c']],
		[{ users: 'nobody' }, []],
	] as [Values, string[]][])('%j finds %j', async (values, expected) => {
		const at = start;
		const common = { event_type: 'authentication', reason: 'user_approved', result: 'success' };
		tenant.logs.add(
			'authentication',
			{
				...common,
				alias: 'a',
				application: { key: 'DIONE' },
				user: { key: 'DUONE' },
				factor: 'duo_push',
				auth_device: { name: '+12025550100', key: 'DPONE' },
			},
			{ at },
		);
		tenant.logs.add(
			'authentication',
			{
				...common,
				alias: 'b',
				user: { key: 'DUTWO' },
				factor: 'sms_passcode',
				event_type: 'enrollment',
				reason: 'no_response',
				result: 'denied',
				auth_device: { name: null, key: null },
			},
			{ at },
		);
		tenant.logs.add(
			'authentication',
			{
				...common,
				alias: 'c',
				factor: 'u2f_token',
				result: 'fraud',
				auth_device: { name: 'Key', key: 'WAONE' },
			},
			{ at },
		);
		expect(await filtered(values)).toEqual(expected);
	});

	it('by group takes its id and finds its name, wherever the group came from', async () => {
		const { group_id } = tenant.addGroup({ name: 'qa' });
		tenant.logs.add('authentication', { alias: 'own', user: { groups: ['qa'] } }, { at: start });
		tenant.logs.add('authentication', { alias: 'synced', user: { groups: ['qa (from AD)'] } }, { at: start });
		tenant.logs.add('authentication', { alias: 'other', user: { groups: ['ops'] } }, { at: start });
		expect(await filtered({ groups: group_id })).toEqual(['own', 'synced']);
	});
});

it('takes the time of an added row from the row when nobody says it', async () => {
	tenant.logs.add('authentication', { timestamp: Math.floor(start / 1000) });
	tenant.logs.add('activity', { ts: new Date(start).toISOString() });
	expect((await authentications()).total).toBe(1);
	expect((await logPage(tenant, paths.activity, wholeTime)).total).toBe(1);
});

it('has other rows for each account, and none without the permission', async () => {
	const child = [...tenant.children.values()][0]!;
	child.logs.add('telephony', { phone: '+12025550111' }, { at: start });
	const values = { ...wholeTime, account_id: child.accountId };
	const { rows } = await logPage(tenant, paths.telephony, values, {
		key: tenant.keys.accounts,
		host: child.apiHostname,
	});
	expect(rows).toMatchObject([{ phone: '+12025550111' }]);
	expect((await logPage(tenant, paths.telephony, wholeTime)).rows).toEqual([]);
	const key = tenant.addKey({ api: 'admin', permissions: ['adminapi_read_resource'] });
	expect((await call(tenant, 'GET', paths.telephony, wholeTime, { key })).status).toBe(403);
});
