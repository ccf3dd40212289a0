/** How the nodes talk to Duo: rate limits, lost connections and pages. */
import { runNode, type NodeRun } from '../support/engine';
import { locator } from '../support/locator';
import { useTenant } from '../support/useTenant';

const duo = useTenant();
beforeEach(() => {
	duo.tenant.addUser({ username: 'zoe', user_id: 'DUEXAMPLEUSER0000001' });
});

const user = locator('id', 'DUEXAMPLEUSER0000001');
const getUser: NodeRun = { type: 'duoAdmin', parameters: { resource: 'user', operation: 'get', user } };
const setStatus: NodeRun = {
	type: 'duoAdmin',
	parameters: { resource: 'user', operation: 'setStatus', user, status: 'disabled' },
};
const sent = (method: string) => duo.tenant.requests.filter((request) => request.method === method);

describe('429', () => {
	test('is waited for, a second and then two, and each try is signed afresh', async () => {
		duo.tenant.faults.add({ kind: 'rateLimit', times: 2 });
		const { json, error } = await runNode(duo.tenant, getUser);

		expect(error).toBeUndefined();
		expect(json[0]).toMatchObject({ username: 'zoe' });
		const [first, second, third] = duo.tenant.requests.map(({ at }) => at);
		expect(second! - first!).toBeGreaterThanOrEqual(1000);
		expect(second! - first!).toBeLessThan(2300);
		expect(third! - second!).toBeGreaterThanOrEqual(2000);
		expect(third! - second!).toBeLessThan(3300);
		expect(new Set(duo.tenant.requests.map(({ headers }) => headers.date)).size).toBe(3);
		expect(duo.tenant.requests.map(({ signature }) => signature)).toEqual(['v5', 'v5', 'v5']);
	}, 15_000);

	test('a POST is repeated too, and done once', async () => {
		duo.tenant.faults.add({ kind: 'rateLimit', method: 'POST', retryAfterSeconds: 0 });
		const { json } = await runNode(duo.tenant, setStatus);
		expect(json[0]).toMatchObject({ status: 'disabled', previousStatus: 'active' });
		expect(sent('POST').map(({ status }) => status)).toEqual([429, 200]);
	});

	test('after sixteen tries Duo’s refusal is told', async () => {
		duo.tenant.faults.add({ kind: 'rateLimit', times: Infinity, retryAfterSeconds: 0 });
		const { error } = await runNode(duo.tenant, getUser);
		expect(error).toMatchObject({
			message: 'Duo still asks to slow down',
			httpCode: '429',
		});
		expect(duo.tenant.requests).toHaveLength(16);
	});

	test('slows down every request of the run, not only the one that was refused', async () => {
		const phones = Array.from({ length: 8 }, (_, index) =>
			duo.tenant.addPhone({
				number: `+1555555020${index}`,
				activated: true,
				capabilities: ['push', 'auto'],
				answer: { answer: 'approve', afterMs: 0 },
			}),
		);
		phones.forEach((phone, index) =>
			duo.tenant.addUser({ username: `push${index}`, phones: [phone.phone_id] }),
		);
		// One alone could be the limit of one user.
		duo.tenant.faults.add({ kind: 'rateLimit', path: '/auth/v2/auth', times: 2, retryAfterSeconds: 2 });

		const { outputs } = await duo.auth(
			'authentication',
			'verify',
			{
				user: locator('username', '={{ $json.name }}'),
				device: 'auto', // So that no request is on its way while another is refused.
				requestOptions: { concurrentRequests: 1 },
			},
			{ items: phones.map((_, index) => ({ name: `push${index}` })) },
		);
		expect(outputs[0]!.map(({ json }) => json.outcome)).toEqual(phones.map(() => 'approved'));

		const refusedAt = duo.tenant.requests.findLast(({ status }) => status === 429)!.at;
		const inTheWait = duo.tenant.requests.filter(({ at }) => at > refusedAt && at < refusedAt + 1900);
		expect(inTheWait).toEqual([]);
	}, 20_000);
});

describe('a lost connection or a fault of Duo’s', () => {
	test.each(['cut', 'cutAfter', 'serverError'] as const)(
		'%s: reading is tried again',
		async (kind) => {
			duo.tenant.faults.add({ kind, method: 'GET' });
			const { json } = await runNode(duo.tenant, getUser);
			expect(json[0]).toMatchObject({ username: 'zoe' });
			expect(sent('GET')).toHaveLength(2);
		},
		15_000,
	);

	test.each(['cut', 'cutAfter', 'serverError', 'notJson'] as const)(
		'%s: a change is sent once only',
		async (kind) => {
			duo.tenant.faults.add({ kind, method: 'POST', times: Infinity });
			const { error } = await runNode(duo.tenant, setStatus);
			expect(sent('POST')).toHaveLength(1);
			expect(error).toBeDefined();
			if (kind.startsWith('cut')) {
				expect(error).toMatchObject({
					description: expect.stringContaining('look before you send it again') as unknown,
				});
			}
		},
		15_000,
	);

	test('a page of something that is not Duo is told as such, and not asked for again', async () => {
		duo.tenant.faults.add({ kind: 'notJson', times: Infinity });
		const { error } = await runNode(duo.tenant, getUser);
		expect(error?.message).toMatch('The answer did not come from Duo’s API (HTTP 200');
		expect(duo.tenant.requests).toHaveLength(1);
	});

	test('deleting is tried again', async () => {
		duo.tenant.faults.add({ kind: 'cutAfter', method: 'DELETE' });
		const { json } = await duo.admin('user', 'delete', { user });
		expect(json).toEqual([{ deleted: true, user_id: 'DUEXAMPLEUSER0000001', username: 'zoe' }]);
		expect(sent('DELETE')).toHaveLength(2);
	}, 15_000);

	test('a redirect is not followed: the signature stays with Duo', async () => {
		duo.tenant.faults.add({ kind: 'redirect', location: 'https://127.0.0.1:1/elsewhere', times: Infinity });
		const { error } = await runNode(duo.tenant, getUser);
		expect(error?.message).toMatch('wants to redirect the request, which is not followed');
		expect(duo.tenant.requests).toHaveLength(1);
	});
});

describe('pages', () => {
	const getMany = (limit?: number): NodeRun => ({
		type: 'duoAdmin',
		parameters: {
			resource: 'user',
			operation: 'getMany',
			returnAll: limit === undefined,
			limit: limit ?? 50,
			simplify: false,
		},
	});
	beforeEach(() => {
		for (let index = 1; index < 650; index++) duo.tenant.addUser({ username: `user${index}` });
	});

	test('all are read, in pages of the largest size', async () => {
		const { json } = await runNode(duo.tenant, getMany());
		expect(new Set(json.map(({ username }) => username)).size).toBe(650);
		expect(duo.tenant.requests.map(({ params }) => [params.limit, params.offset])).toEqual([
			['300', '0'],
			['300', '300'],
			['300', '600'],
		]);
	});

	test('no more are asked for than the limit needs', async () => {
		const { json } = await runNode(duo.tenant, getMany(310));
		expect(json).toHaveLength(310);
		expect(duo.tenant.requests.map(({ params }) => params.limit)).toEqual(['300', '10']);
	});

	test('a page that comes again ends the operation instead of giving an incomplete list', async () => {
		duo.tenant.faults.add({ kind: 'repeatPage', after: 1, times: Infinity });
		const { error } = await runNode(duo.tenant, getMany());
		expect(error?.message).toMatch('Duo sent the same page of a list again');
		expect(duo.tenant.requests.length).toBeLessThan(4);
	});
});
