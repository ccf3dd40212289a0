/** A backlog that is larger than one poll may read, in a process of its own with little memory. */
import { buildProgram, plainKeys } from '../support/ownProcess';
import type { Job, PollReport } from '../support/readBacklog';
import { startTenant, type Tenant } from '../tenant';

const MINUTE = 60_000;
const MB = 1024 * 1024;

let tenant: Tenant;
let run: (job: Job) => Promise<PollReport[]>;

beforeAll(async () => {
	tenant = await startTenant();
	run = await buildProgram('readBacklog', tenant);
});
afterAll(async () => {
	await tenant.stop();
});

test('a backlog of 100,000 events arrives complete, in pages of 1,000, in bounded steps and bounded memory', async () => {
	const to = Date.now() - 3 * MINUTE;
	const rows = tenant.logs.generate({
		stream: 'authentication',
		count: 100_000,
		from: to - 24 * 60 * MINUTE,
		to,
		tieShare: 0.1,
	});
	const polls = await run({
		parameters: {
			triggerOn: 'logEvent',
			logs: ['authentication'],
			startBackHours: 25,
			filters: {},
			options: {},
		},
		keys: plainKeys(tenant),
	});

	expect(polls.map(({ txids }) => txids.length)).toEqual([20_000, 20_000, 20_000, 20_000, 20_000, 0]);
	expect(new Set(polls.flatMap(({ txids }) => txids))).toEqual(new Set(rows.map(({ txid }) => txid)));
	expect(tenant.requests.filter(({ params }) => params.limit === '1000')).toHaveLength(
		tenant.requests.length,
	);
	expect(tenant.requests.length).toBeLessThan(105);
	for (const { stored } of polls) expect(stored).toBeLessThan(256 * 1024);

	// What 20,000 events take is free again after each poll, however much of the backlog was read before.
	for (const { before, atEnd, mostSoFar } of polls) {
		expect(atEnd - before).toBeLessThan(50 * MB);
		expect(before - polls[0]!.before).toBeLessThan(15 * MB);
		expect(mostSoFar - polls[0]!.mostSoFar).toBeLessThan(150 * MB);
	}
}, 300_000);
