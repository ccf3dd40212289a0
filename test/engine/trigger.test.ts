import { MINUTE, passTime, useOwnClock } from '../support/clock';
import { startTrustedTenant } from '../support/engine';
import { ActiveTrigger, type DuoEvent } from '../support/trigger';
import type { Tenant } from '../tenant';

let tenant: Tenant;

useOwnClock();
beforeEach(async () => {
	tenant = await startTrustedTenant();
});
afterEach(async () => {
	await tenant.stop();
});

const logsOf = (...logs: string[]) => ({
	triggerOn: 'logEvent',
	logs,
	startBackHours: 0,
	filters: {},
	options: {},
});
const txids = (events: DuoEvent[]) => events.map(({ event }) => event.txid);

test('emits what happens after the activation, once, in order', async () => {
	tenant.logs.add('authentication', {}, { at: Date.now() - 10 * MINUTE });
	const trigger = new ActiveTrigger(tenant, logsOf('authentication'));
	expect(await trigger.poll()).toEqual([]);

	const rows = [1, 2, 3].map((second) =>
		tenant.logs.add('authentication', {}, { at: Date.now() + second * 1000 }),
	);
	passTime(1);
	expect(await trigger.poll()).toEqual([]);
	passTime(3);
	const events = await trigger.poll();
	expect(txids(events)).toEqual(rows.map(({ txid }) => txid));
	expect(events[0]).toEqual({
		log: 'authentication',
		time: expect.stringMatching(/^\d{4}-.*Z$/) as string,
		event: rows[0],
	});
	passTime(1);
	expect(await trigger.poll()).toEqual([]);
});

test('begins as far back as is wanted', async () => {
	const rows = [30, 20, 10].map((minutes) =>
		tenant.logs.add('authentication', {}, { at: Date.now() - minutes * MINUTE }),
	);
	tenant.logs.add('authentication', {}, { at: Date.now() - 90 * MINUTE });
	const trigger = new ActiveTrigger(tenant, { ...logsOf('authentication'), startBackHours: 1 });
	expect(txids(await trigger.poll())).toEqual(rows.map(({ txid }) => txid));
});

test('finds an event that Duo shows late, and repeats nothing while it looks back', async () => {
	const trigger = new ActiveTrigger(tenant, logsOf('authentication'));
	await trigger.poll();
	const at = Date.now();
	const onTime = tenant.logs.add('authentication', {}, { at });
	const late = tenant.logs.add('authentication', {}, { at: at + 1000, visibleAt: at + 9 * MINUTE });
	const found: unknown[] = [];
	for (let minute = 0; minute < 14; minute++) {
		passTime(1);
		found.push(...txids(await trigger.poll()));
	}
	expect(found).toEqual([onTime.txid, late.txid]);
});

test('all six logs at once, each in Duo’s own shape with JSON texts parsed', async () => {
	const logs = [
		'activity',
		'administrator',
		'authentication',
		'offlineEnrollment',
		'telephony',
		'trustMonitor',
	] as const;
	const trigger = new ActiveTrigger(tenant, logsOf(...logs));
	await trigger.poll();
	for (const log of logs)
		for (let count = 0; count < 3; count++) tenant.logs.add(log, {}, { at: Date.now() + count * 1000 });
	passTime(5);
	const events = await trigger.poll();
	for (const log of logs) expect(events.filter((event) => event.log === log)).toHaveLength(3);
	expect(events.every(({ time }) => Math.abs(Date.parse(time!) - Date.now()) < 6 * MINUTE)).toBe(true);
	passTime(1);
	expect(await trigger.poll()).toEqual([]);
});

test('at 100,000 events an hour the state stays below 256 kB, and nothing comes twice', async () => {
	const to = Date.now() - 125 * 1000;
	const rows = tenant.logs.generate({
		stream: 'authentication',
		count: 30_000,
		from: to - 18 * MINUTE,
		to,
		tieShare: 0.1,
	});
	const trigger = new ActiveTrigger(tenant, { ...logsOf('authentication'), startBackHours: 1 });
	const first = await trigger.poll();
	const second = await trigger.poll();
	expect(first.length + second.length).toBe(rows.length);
	for (let minute = 0; minute < 3; minute++) {
		passTime(1);
		expect(await trigger.poll()).toEqual([]);
		const stored = JSON.stringify(trigger.staticData);
		expect(stored.length).toBeLessThan(256 * 1024);
		expect(stored.length).toBeGreaterThan(100 * 1024);
	}
}, 60_000);

test('after n8n was killed, what was emitted does not come again', async () => {
	const trigger = new ActiveTrigger(tenant, logsOf('authentication', 'administrator'));
	await trigger.poll();
	const all: unknown[] = [];
	const emitted: unknown[] = [];
	for (let minute = 0; minute < 30; minute++) {
		if (minute < 20) {
			all.push(tenant.logs.add('authentication', {}, { at: Date.now() + 500 }).txid);
			if (minute % 4 === 0) tenant.logs.add('administrator', { action: `a${minute}` }, { at: Date.now() });
		}
		passTime(1);
		const events = await trigger.poll();
		emitted.push(...txids(events.filter(({ log }) => log === 'authentication')).map(String));
		if (minute % 3 === 0) trigger.restart();
	}
	expect(emitted.sort()).toEqual(all.sort());
});

describe('faults', () => {
	test('a passing one keeps the place, and nothing is lost', async () => {
		const trigger = new ActiveTrigger(tenant, logsOf('authentication'));
		await trigger.poll();
		const row = tenant.logs.add('authentication', {}, { at: Date.now() });
		passTime(3);
		for (const kind of ['cut', 'serverError', 'rateLimit'] as const) {
			tenant.faults.add({ kind });
			const before = tenant.requests.length;
			expect(await trigger.poll()).toEqual([]);
			expect(tenant.requests.length - before).toBe(1);
		}
		expect(txids(await trigger.poll())).toEqual([row.txid]);
	});

	test('an activation right after Duo asked to slow down succeeds and misses nothing', async () => {
		tenant.faults.add({ kind: 'rateLimit' });
		const trigger = new ActiveTrigger(tenant, logsOf('authentication'));
		expect(await trigger.poll()).toEqual([]);
		const row = tenant.logs.add('authentication', {}, { at: Date.now() + 1000 });
		passTime(4);
		expect(txids(await trigger.poll())).toEqual([row.txid]);
	});

	test('one log without permission is named at activation', async () => {
		const key = tenant.addKey({ api: 'admin', permissions: ['adminapi_read_resource'] });
		const trigger = new ActiveTrigger(tenant, logsOf('telephony'), key);
		await expect(trigger.poll()).rejects.toMatchObject({
			message: 'The log “Telephony” cannot be read: Duo does not allow this application to do that',
			description: expect.stringContaining('“Grant read log”') as string,
		});
	});

	test('a log that fails for good does not stop the others, and is reported once an hour when there is nothing else', async () => {
		const trigger = new ActiveTrigger(tenant, logsOf('authentication', 'telephony'));
		await trigger.poll();
		tenant.faults.add({ kind: 'notJson', path: '/admin/v2/logs/telephony', times: Infinity });
		const row = tenant.logs.add('authentication', {}, { at: Date.now() });
		passTime(3);
		expect(txids(await trigger.poll())).toEqual([row.txid]);
		await expect(trigger.poll()).rejects.toThrow('The log “Telephony” cannot be read');
		passTime(1);
		expect(await trigger.poll()).toEqual([]);
		passTime(61);
		await expect(trigger.poll()).rejects.toThrow('The log “Telephony” cannot be read');
	});
});

test('under Duo’s limit of two calls for logs a minute all six logs are read in turn, and nothing is lost', async () => {
	await tenant.stop();
	tenant = await startTrustedTenant({ limitsPerMinute: { logs: 2 } });
	const logs = [
		'activity',
		'administrator',
		'authentication',
		'offlineEnrollment',
		'telephony',
		'trustMonitor',
	] as const;
	const trigger = new ActiveTrigger(tenant, logsOf(...logs));
	expect(await trigger.poll()).toEqual([]);
	passTime(0.1);
	for (const log of logs) tenant.logs.add(log, {}, { at: Date.now() });
	const found: string[] = [];
	for (let minute = 0; minute < 10; minute++) {
		passTime(1.1);
		found.push(...(await trigger.poll()).map(({ log }) => log));
	}
	expect(found.sort()).toEqual([...logs]);
});

test('after a pause longer than Duo keeps its logs it goes on with what is still there', async () => {
	const trigger = new ActiveTrigger(tenant, logsOf('authentication'));
	await trigger.poll();
	passTime(200 * 24 * 60);
	const row = tenant.logs.add('authentication', {}, { at: Date.now() - 24 * 60 * MINUTE });
	expect(txids(await trigger.poll())).toEqual([row.txid]);
});

describe('a poll that begins while another is under way', () => {
	test('at the same moment', async () => {
		const trigger = new ActiveTrigger(tenant, logsOf('authentication'));
		await trigger.poll();
		const row = tenant.logs.add('authentication', {}, { at: Date.now() });
		passTime(3);
		const [first, second] = await Promise.all([trigger.poll(), trigger.poll()]);
		expect(txids([...first, ...second])).toEqual([row.txid]);
	});

	test('because that one takes longer than its interval', async () => {
		const trigger = new ActiveTrigger(tenant, logsOf('authentication'));
		await trigger.poll();
		const before = tenant.logs.add('authentication', {}, { at: Date.now() });
		passTime(3);
		tenant.faults.add({ kind: 'slow', delayMs: 500 });
		const asked = tenant.requests.length;
		const slow = trigger.poll();
		while (tenant.requests.length === asked) await new Promise((resolve) => setTimeout(resolve, 5));

		const meanwhile = tenant.logs.add('authentication', {}, { at: Date.now() - 2.5 * MINUTE });
		expect(await trigger.poll()).toEqual([]);
		expect(tenant.requests).toHaveLength(asked + 1);
		passTime(1);
		const found = [...(await slow), ...(await trigger.poll())];
		expect(txids(found).sort()).toEqual([before.txid, meanwhile.txid].sort());
		expect(await trigger.poll()).toEqual([]);
	});
});

test('n8n’s log tells how far each log is read, how far that is behind, and whether more is waiting', async () => {
	const trigger = new ActiveTrigger(tenant, {
		...logsOf('authentication', 'administrator'),
		startBackHours: 1,
	});
	const LINE = /^Duo Admin Trigger “Duo”: (\w+) is read up to (\S+), (\d+) s behind now(, more is waiting)?$/;
	/** Of each log's line: its name, how many minutes ago the place is that it has reached, and whether more is waiting. */
	const lines = () =>
		trigger.logged.splice(0).map((line) => {
			const [, log, time, behind, more] = LINE.exec(line)!;
			const ago = Date.now() - Date.parse(time!);
			expect(Number(behind)).toBe(Math.round(ago / 1000));
			return { log, minutesAgo: Math.round(ago / MINUTE), more: more !== undefined };
		});

	await trigger.poll();
	expect(lines()).toEqual([
		{ log: 'administrator', minutesAgo: 2, more: false },
		{ log: 'authentication', minutesAgo: 2, more: false },
	]);

	const from = Date.now();
	tenant.logs.generate({ stream: 'authentication', count: 21_000, from, to: from + 21 * MINUTE });
	passTime(30);
	await trigger.poll();
	expect(lines()).toEqual([
		{ log: 'administrator', minutesAgo: 2, more: false },
		{ log: 'authentication', minutesAgo: 10, more: true },
	]);
}, 30_000);

test('of more rows in one second than Duo gives of the older logs, those that it gives come once, and all later ones', async () => {
	const trigger = new ActiveTrigger(tenant, logsOf('administrator'));
	await trigger.poll();
	const second = Math.ceil(Date.now() / 1000) * 1000;
	const add = (count: number, at: number) => {
		for (let index = 0; index < count; index++)
			tenant.logs.add('administrator', { action: `at ${at - second}`, object: `row ${index}` }, { at });
	};
	add(3, second);
	add(1200, second + 1000);
	add(900, second + 2000);
	add(150, second + 3000);
	passTime(4);
	const events = await trigger.poll();
	const counts: Record<string, number> = {};
	for (const { action } of events.map(({ event }) => event as { action: string }))
		counts[action] = (counts[action] ?? 0) + 1;
	expect(counts).toEqual({ 'at 0': 3, 'at 1000': 1000, 'at 2000': 900, 'at 3000': 150 });
	expect(new Set(events.map(({ event }) => JSON.stringify(event))).size).toBe(events.length);
	expect(await trigger.poll()).toEqual([]);
	passTime(1);
	expect(await trigger.poll()).toEqual([]);
}, 30_000);

test('a test in the editor shows the newest events at once and moves nothing', async () => {
	const rows = Array.from({ length: 8 }, (_, index) =>
		tenant.logs.add('authentication', {}, { at: Date.now() - (20 - index) * MINUTE }),
	);
	const trigger = new ActiveTrigger(tenant, logsOf('authentication'));
	const newest = await trigger.poll('manual');
	expect(txids(newest)).toEqual(
		rows
			.slice(3)
			.reverse()
			.map(({ txid }) => txid),
	);
	expect(trigger.staticData).toEqual({});
});

test('filters are applied by Duo', async () => {
	const trigger = new ActiveTrigger(tenant, {
		...logsOf('authentication'),
		filters: { results: ['fraud', 'denied'], factors: 'duo_push' },
	});
	await trigger.poll();
	expect(tenant.requests.at(-1)!.params).toMatchObject({ results: ['denied', 'fraud'], factors: 'duo_push' });
});

test('a changed filter keeps the place, and a log that is added begins now', async () => {
	const trigger = new ActiveTrigger(tenant, logsOf('authentication'));
	await trigger.poll();
	tenant.logs.add('telephony', {}, { at: Date.now() });
	tenant.logs.add('authentication', { result: 'denied' }, { at: Date.now() });
	const fraud = tenant.logs.add('authentication', { result: 'fraud' }, { at: Date.now() });
	passTime(3);
	trigger.restart({ ...logsOf('authentication', 'telephony'), filters: { results: ['fraud'] } });
	expect(txids(await trigger.poll())).toEqual([fraud.txid]);
});

test('a credential for another Duo account begins anew', async () => {
	const trigger = new ActiveTrigger(tenant, logsOf('authentication'));
	await trigger.poll();
	tenant.logs.add('authentication', {}, { at: Date.now() });
	passTime(3);
	await trigger.poll();
	const other = await startTrustedTenant();
	other.logs.add('authentication', {}, { at: Date.now() - MINUTE });
	const moved = new ActiveTrigger(other, logsOf('authentication'));
	moved.saved = trigger.saved;
	moved.restart();
	expect(await moved.poll()).toEqual([]);
	await other.stop();
});
