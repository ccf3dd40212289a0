/** The trigger over the logs: which events it emits, once and in order, and from when on. */
import { MINUTE, passTime, useOwnClock } from '../support/clock';
import { startTrustedTenant } from '../support/engine';
import { ActiveTrigger, allLogs, logsOf, txids } from '../support/trigger';
import { useTenant } from '../support/useTenant';

useOwnClock();
const duo = useTenant();

test('emits what happens after the activation, once, in order', async () => {
	duo.tenant.logs.add('authentication', {}, { at: Date.now() - 10 * MINUTE });
	const trigger = new ActiveTrigger(duo.tenant, logsOf('authentication'));
	expect(await trigger.poll()).toEqual([]);

	const rows = [1, 2, 3].map((second) =>
		duo.tenant.logs.add('authentication', {}, { at: Date.now() + second * 1000 }),
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
		duo.tenant.logs.add('authentication', {}, { at: Date.now() - minutes * MINUTE }),
	);
	duo.tenant.logs.add('authentication', {}, { at: Date.now() - 90 * MINUTE });
	const trigger = new ActiveTrigger(duo.tenant, { ...logsOf('authentication'), startBackHours: 1 });
	expect(txids(await trigger.poll())).toEqual(rows.map(({ txid }) => txid));
});

test('finds an event that Duo shows late, and repeats nothing while it looks back', async () => {
	const trigger = new ActiveTrigger(duo.tenant, logsOf('authentication'));
	await trigger.poll();
	const at = Date.now();
	const onTime = duo.tenant.logs.add('authentication', {}, { at });
	const late = duo.tenant.logs.add('authentication', {}, { at: at + 1000, visibleAt: at + 9 * MINUTE });
	const found: unknown[] = [];
	for (let minute = 0; minute < 14; minute++) {
		passTime(1);
		found.push(...txids(await trigger.poll()));
	}
	expect(found).toEqual([onTime.txid, late.txid]);
});

test('all six logs at once, each in Duo’s own shape with JSON texts parsed', async () => {
	const trigger = new ActiveTrigger(duo.tenant, logsOf(...allLogs));
	await trigger.poll();
	for (const log of allLogs)
		for (let count = 0; count < 3; count++) duo.tenant.logs.add(log, {}, { at: Date.now() + count * 1000 });
	passTime(5);
	const events = await trigger.poll();
	for (const log of allLogs) expect(events.filter((event) => event.log === log)).toHaveLength(3);
	expect(events.every(({ time }) => Math.abs(Date.parse(time!) - Date.now()) < 6 * MINUTE)).toBe(true);
	passTime(1);
	expect(await trigger.poll()).toEqual([]);
});

test('a test in the editor shows the newest events at once and moves nothing', async () => {
	const rows = Array.from({ length: 8 }, (_, index) =>
		duo.tenant.logs.add('authentication', {}, { at: Date.now() - (20 - index) * MINUTE }),
	);
	const trigger = new ActiveTrigger(duo.tenant, logsOf('authentication'));
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
	const trigger = new ActiveTrigger(duo.tenant, {
		...logsOf('authentication'),
		filters: { results: ['fraud', 'denied'], factors: 'duo_push' },
	});
	await trigger.poll();
	expect(duo.tenant.requests.at(-1)!.params).toMatchObject({
		results: ['denied', 'fraud'],
		factors: 'duo_push',
	});
});

test('a changed filter keeps the place, and a log that is added begins now', async () => {
	const trigger = new ActiveTrigger(duo.tenant, logsOf('authentication'));
	await trigger.poll();
	duo.tenant.logs.add('telephony', {}, { at: Date.now() });
	duo.tenant.logs.add('authentication', { result: 'denied' }, { at: Date.now() });
	const fraud = duo.tenant.logs.add('authentication', { result: 'fraud' }, { at: Date.now() });
	passTime(3);
	trigger.restart({ ...logsOf('authentication', 'telephony'), filters: { results: ['fraud'] } });
	expect(txids(await trigger.poll())).toEqual([fraud.txid]);
});

test('a credential for another Duo account begins anew', async () => {
	const trigger = new ActiveTrigger(duo.tenant, logsOf('authentication'));
	await trigger.poll();
	duo.tenant.logs.add('authentication', {}, { at: Date.now() });
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
