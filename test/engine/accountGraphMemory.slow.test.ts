/** A graph of many users: how many calls it takes, and how much memory. */
import type { ExportReport, Job } from '../support/measureExport';
import { buildProgram, plainKeys } from '../support/ownProcess';
import { startTenant, type Tenant } from '../tenant';

const MB = 1024 * 1024;
const USERS = 20_000;

let tenant: Tenant;
let run: (job: Job) => Promise<ExportReport[]>;

beforeAll(async () => {
	tenant = await startTenant();
	run = await buildProgram('measureExport', tenant);
	const groups = ['Everybody', 'Staff'].map((name) => tenant.addGroup({ name }).group_id);
	for (let index = 0; index < USERS; index++) {
		const { user_id } = tenant.addUser({
			username: `person${index}`,
			realname: `Person ${index}`,
			email: `person${index}@example.com`,
			groups,
		});
		tenant.addPhone({ number: `+1555${String(index).padStart(7, '0')}`, users: [user_id] });
		if (index % 20 === 0) tenant.account.addWebAuthnCredential({ user: user_id });
	}
	const holders = [...tenant.account.users.keys()];
	for (let index = 0; index < 1000; index++) {
		tenant.addToken({ serial: String(index), type: 'h6', users: holders.slice(index * 3, index * 3 + 3) });
	}
});
afterAll(async () => {
	await tenant.stop();
});

/**
 * The account; three applications, two groups and each user with "has"; memberships; phones; tokens;
 * credentials.
 */
const OBJECTS = 1 + 3 * 2 + 2 * 2 + USERS * 2 + USERS * 2 + USERS * 2 + (1000 + 3000) + 1000 * 2;

const CALLS = {
	settings: 1,
	admins: 1,
	integrations: 1,
	groups: 1,
	users: Math.ceil(USERS / 300),
	phones: 1,
	tokens: 1,
};

async function exportAs(output: string): Promise<ExportReport> {
	const seen = tenant.requests.length;
	const [report] = await run({
		parameters: { resource: 'account', operation: 'exportGraph', output },
		keys: plainKeys(tenant),
	});
	const calls = Object.entries(CALLS).map(([list, count]) => [list, count] as const);
	const asked = tenant.requests.slice(seen).map(({ path }) => path.split('/').pop()!);
	for (const [list, count] of calls) expect(asked.filter((each) => each === list)).toHaveLength(count);
	expect(asked).toHaveLength(calls.reduce((sum, [, count]) => sum + count, 0));
	return report!;
}

test('20,000 users as files: no call too many, and never more than one file in memory', async () => {
	const { items, objects, before, most, atEnd } = await exportAs('files');

	expect(objects).toBe(OBJECTS);
	expect(items).toBe(Math.ceil(OBJECTS / 20_000));
	expect(most - before).toBeLessThan(40 * MB);
	expect(atEnd - before).toBeLessThan(10 * MB);
}, 300_000);

test('20,000 users as items: nothing but the items is held', async () => {
	const { items, before, most, atEnd } = await exportAs('items');

	expect(items).toBe(OBJECTS);
	expect(atEnd - before).toBeLessThan(100 * MB);
	expect(most - atEnd).toBeLessThan(10 * MB);
}, 300_000);
