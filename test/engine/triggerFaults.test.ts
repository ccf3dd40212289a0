/**
 * The trigger when a poll fails, overlaps another or comes late: nothing is lost, and nothing comes twice.
 */
import { MINUTE, passTime, useOwnClock } from '../support/clock';
import { ActiveTrigger, allLogs, logsOf, txids } from '../support/trigger';
import { useTenant } from '../support/useTenant';

useOwnClock();
const duo = useTenant();

test('after n8n was killed, what was emitted does not come again', async () => {
	const trigger = new ActiveTrigger(duo.tenant, logsOf('authentication', 'administrator'));
	await trigger.poll();
	const all: unknown[] = [];
	const emitted: unknown[] = [];
	for (let minute = 0; minute < 30; minute++) {
		if (minute < 20) {
			all.push(duo.tenant.logs.add('authentication', {}, { at: Date.now() + 500 }).txid);
			if (minute % 4 === 0)
				duo.tenant.logs.add('administrator', { action: `a${minute}` }, { at: Date.now() });
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
		const trigger = new ActiveTrigger(duo.tenant, logsOf('authentication'));
		await trigger.poll();
		const row = duo.tenant.logs.add('authentication', {}, { at: Date.now() });
		passTime(3);
		for (const kind of ['cut', 'serverError', 'rateLimit'] as const) {
			duo.tenant.faults.add({ kind });
			const before = duo.tenant.requests.length;
			expect(await trigger.poll()).toEqual([]);
			expect(duo.tenant.requests.length - before).toBe(1);
		}
		expect(txids(await trigger.poll())).toEqual([row.txid]);
	});

	test('an activation right after Duo asked to slow down succeeds and misses nothing', async () => {
		duo.tenant.faults.add({ kind: 'rateLimit' });
		const trigger = new ActiveTrigger(duo.tenant, logsOf('authentication'));
		expect(await trigger.poll()).toEqual([]);
		const row = duo.tenant.logs.add('authentication', {}, { at: Date.now() + 1000 });
		passTime(4);
		expect(txids(await trigger.poll())).toEqual([row.txid]);
	});

	test('one log without permission is named at activation', async () => {
		const key = duo.tenant.addKey({ api: 'admin', permissions: ['adminapi_read_resource'] });
		const trigger = new ActiveTrigger(duo.tenant, logsOf('telephony'), key);
		await expect(trigger.poll()).rejects.toMatchObject({
			message: 'The log “Telephony” cannot be read: Duo does not allow this application to do that',
			description: expect.stringContaining('“Grant read log”') as string,
		});
	});

	test('a log that fails for good does not stop the others, and is reported once an hour when there is nothing else', async () => {
		const trigger = new ActiveTrigger(duo.tenant, logsOf('authentication', 'telephony'));
		await trigger.poll();
		duo.tenant.faults.add({ kind: 'notJson', path: '/admin/v2/logs/telephony', times: Infinity });
		const row = duo.tenant.logs.add('authentication', {}, { at: Date.now() });
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
	await duo.restart({ limitsPerMinute: { logs: 2 } });
	const trigger = new ActiveTrigger(duo.tenant, logsOf(...allLogs));
	expect(await trigger.poll()).toEqual([]);
	passTime(0.1);
	for (const log of allLogs) duo.tenant.logs.add(log, {}, { at: Date.now() });
	const found: string[] = [];
	for (let minute = 0; minute < 10; minute++) {
		passTime(1.1);
		found.push(...(await trigger.poll()).map(({ log }) => log));
	}
	expect(found.sort()).toEqual([...allLogs]);
});

test('after a pause longer than Duo keeps its logs it goes on with what is still there', async () => {
	const trigger = new ActiveTrigger(duo.tenant, logsOf('authentication'));
	await trigger.poll();
	passTime(200 * 24 * 60);
	const row = duo.tenant.logs.add('authentication', {}, { at: Date.now() - 24 * 60 * MINUTE });
	expect(txids(await trigger.poll())).toEqual([row.txid]);
});

describe('a poll that begins while another is under way', () => {
	test('at the same moment', async () => {
		const trigger = new ActiveTrigger(duo.tenant, logsOf('authentication'));
		await trigger.poll();
		const row = duo.tenant.logs.add('authentication', {}, { at: Date.now() });
		passTime(3);
		const [first, second] = await Promise.all([trigger.poll(), trigger.poll()]);
		expect(txids([...first, ...second])).toEqual([row.txid]);
	});

	test('because that one takes longer than its interval', async () => {
		const trigger = new ActiveTrigger(duo.tenant, logsOf('authentication'));
		await trigger.poll();
		const before = duo.tenant.logs.add('authentication', {}, { at: Date.now() });
		passTime(3);
		duo.tenant.faults.add({ kind: 'slow', delayMs: 500 });
		const asked = duo.tenant.requests.length;
		const slow = trigger.poll();
		while (duo.tenant.requests.length === asked) await new Promise((resolve) => setTimeout(resolve, 5));

		const meanwhile = duo.tenant.logs.add('authentication', {}, { at: Date.now() - 2.5 * MINUTE });
		expect(await trigger.poll()).toEqual([]);
		expect(duo.tenant.requests).toHaveLength(asked + 1);
		passTime(1);
		const found = [...(await slow), ...(await trigger.poll())];
		expect(txids(found).sort()).toEqual([before.txid, meanwhile.txid].sort());
		expect(await trigger.poll()).toEqual([]);
	});
});
