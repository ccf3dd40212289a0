/** Log → Get Many: every row of a range once, and no more pages than needed. */
import { locator } from '../../support/locator';
import { useSharedTenant } from '../../support/useTenant';

const HOUR = 3_600_000;

const now = Date.now();
const ago = (hours: number) => new Date(now - hours * HOUR).toISOString();

const duo = useSharedTenant();
beforeAll(() => {
	const to = now - HOUR / 2;
	for (const stream of ['authentication', 'administrator'] as const) {
		duo.tenant.logs.generate({ stream, count: 2500, from: now - 48 * HOUR, to, tieShare: 0.1 });
	}
});

const getMany = (parameters: object) =>
	duo.admin('log', 'getMany', { returnAll: true, from: ago(49), to: '', filters: {}, ...parameters });

test.each(['authentication', 'administrator'] as const)('%s: every row of the range once', async (log) => {
	const { json, error } = await getMany({ log });
	expect(error).toBeUndefined();
	expect(json).toHaveLength(2500);
	expect(new Set(json.map((event) => event.log))).toEqual(new Set([log]));
	const half = await getMany({ log, from: ago(48), to: ago(24) });
	const later = await getMany({ log, from: ago(24), to: '' });
	expect(half.json.length + later.json.length).toBeGreaterThanOrEqual(2500);
	expect(half.json.every(({ time }) => Date.parse(time as string) <= now - 24 * HOUR)).toBe(true);
	expect(later.json.every(({ time }) => Date.parse(time as string) >= now - 24 * HOUR)).toBe(true);
});

test('no more pages are read than the limit needs', async () => {
	const before = duo.tenant.requests.length;
	const { json } = await getMany({ log: 'authentication', returnAll: false, limit: 1500 });
	expect(json).toHaveLength(1500);
	expect(duo.tenant.requests.length - before).toBe(2);
});

test.each([false, true])(
	'the times that users have are taken for a range (simplified: %s)',
	async (simplify) => {
		const seconds = Math.floor((now - 24 * HOUR) / 1000);
		const { user_id } = duo.tenant.addUser({ username: `ann ${simplify}`, last_login: seconds });
		const user = await duo.admin('user', 'get', { user: locator('id', user_id), simplify });
		expect(user.json).toMatchObject([
			{ last_login: simplify ? new Date(seconds * 1000).toISOString() : seconds },
		]);

		await duo.admin(
			'log',
			'getMany',
			{ log: 'authentication', returnAll: true, from: '={{ $json.last_login }}', to: '', filters: {} },
			{ items: user.json },
		);
		expect(duo.tenant.requests.at(-1)!.params.mintime).toBe(String(seconds * 1000));
	},
);

test('filters reach Duo', async () => {
	const { json } = await getMany({ log: 'authentication', filters: { results: ['fraud'] } });
	expect(duo.tenant.requests.at(-1)!.params.results).toBe('fraud');
	expect(json.length).toBeLessThan(2500);
});

test('a range that is none, and a missing permission, are told', async () => {
	expect((await getMany({ log: 'authentication', from: ago(1), to: ago(2) })).error?.message).toBe(
		'“From” must be earlier than “To”',
	);
	expect((await getMany({ log: 'authentication', from: 'yesterday' })).error?.message).toMatch(
		'“From” is not a date',
	);
	const key = duo.tenant.addKey({ api: 'admin', permissions: ['adminapi_read_resource'] });
	const { error } = await duo.admin(
		'log',
		'getMany',
		{ log: 'telephony', from: ago(1), to: '', returnAll: true },
		{ key },
	);
	expect(error?.description).toMatch('“Grant read log”');
});
