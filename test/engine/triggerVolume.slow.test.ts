/** The trigger with many events: bounded state, crowded seconds, and how far behind it is. */
import { MINUTE, passTime, useOwnClock } from '../support/clock';
import { ActiveTrigger, logsOf } from '../support/trigger';
import { useTenant } from '../support/useTenant';

useOwnClock();
const duo = useTenant();

test('at 100,000 events an hour the state stays below 256 kB, and nothing comes twice', async () => {
	const to = Date.now() - 125 * 1000;
	const rows = duo.tenant.logs.generate({
		stream: 'authentication',
		count: 30_000,
		from: to - 18 * MINUTE,
		to,
		tieShare: 0.1,
	});
	const trigger = new ActiveTrigger(duo.tenant, { ...logsOf('authentication'), startBackHours: 1 });
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

test('n8n’s log tells how far each log is read, how far that is behind, and whether more is waiting', async () => {
	const trigger = new ActiveTrigger(duo.tenant, {
		...logsOf('authentication', 'administrator'),
		startBackHours: 1,
	});
	const LINE = /^Duo Admin Trigger “Duo”: (\w+) is read up to (\S+), (\d+) s behind now(, more is waiting)?$/;
	/**
	 * Of each log's line: its name, how many minutes ago the place is that it has reached, and whether more is
	 * waiting.
	 */
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
	duo.tenant.logs.generate({ stream: 'authentication', count: 21_000, from, to: from + 21 * MINUTE });
	passTime(30);
	await trigger.poll();
	expect(lines()).toEqual([
		{ log: 'administrator', minutesAgo: 2, more: false },
		{ log: 'authentication', minutesAgo: 10, more: true },
	]);
}, 30_000);

test('of more rows in one second than Duo gives of the older logs, those that it gives come once, and all later ones', async () => {
	const trigger = new ActiveTrigger(duo.tenant, logsOf('administrator'));
	await trigger.poll();
	const second = Math.ceil(Date.now() / 1000) * 1000;
	const add = (count: number, at: number) => {
		for (let index = 0; index < count; index++)
			duo.tenant.logs.add('administrator', { action: `at ${at - second}`, object: `row ${index}` }, { at });
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
