/** A 429 that concerns one user, and one that concerns all. */
import type { INodeParameters } from 'n8n-workflow';

import { locator } from '../../support/locator';
import { useTenant, type RunOptions } from '../../support/useTenant';

const duo = useTenant();
beforeEach(() => {
	addPeople();
});

/** One request after the other, so that each is sent after the refusal of the one before it. */
const verify = (users: string[], parameters: INodeParameters = {}, more: RunOptions = {}) =>
	duo.auth(
		'authentication',
		'verify',
		{
			user: locator('username', '={{ $json.who }}'),
			requestOptions: { concurrentRequests: 1 },
			...parameters,
		},
		{ items: users.map((who) => ({ who })), ...more },
	);
const addPeople = () => {
	for (const username of ['ann', 'bob', 'cy']) {
		const { phone_id } = duo.tenant.addPhone({ answer: { answer: 'approve', afterMs: 0 } });
		duo.tenant.addUser({ username, phones: [phone_id] });
	}
};
const pushes = () => duo.tenant.requests.filter(({ path }) => path === '/auth/v2/auth');
const pushesTo = (name: string) => pushes().filter(({ params }) => params.username === name);
const looks = () => duo.tenant.requests.filter(({ path }) => path === '/auth/v2/auth_status');
const some = (fields: object): unknown => expect.objectContaining(fields);
const approved = (username: string) => some({ username, outcome: 'approved' });

it.each([
	['Duo says so', { loginsOfUserPerMinute: 1 }],
	['Duo says nothing about the reason', {}],
])(
	'one user’s limit holds up that user only: %s',
	async (_, options) => {
		await duo.restart(options);
		addPeople();
		if ('loginsOfUserPerMinute' in options) await verify(['ann']);
		else duo.tenant.faults.add({ kind: 'rateLimit', path: '/auth/v2/auth', user: 'ann', times: Infinity });
		duo.tenant.requests.length = 0;
		const cancel = new AbortController();
		setTimeout(() => {
			cancel.abort();
		}, 4500);
		await verify(['ann', 'bob'], {}, { cancel: cancel.signal });

		const [first, second] = pushesTo('ann');
		expect([first!.status, second!.status]).toEqual([429, 429]);
		expect(second!.at - first!.at).toBeGreaterThanOrEqual(1000);
		expect(pushesTo('ann').length).toBeLessThanOrEqual(3);
		const [push] = pushesTo('bob');
		expect(push).toMatchObject({ status: 200 });
		// Bob is done before Ann is tried again, which would be a second later at the earliest.
		expect(push!.at).toBeGreaterThanOrEqual(first!.at);
		expect(looks().at(-1)!.at - first!.at).toBeLessThan(1000);
	},
	20_000,
);

it('both are verified in the end', async () => {
	duo.tenant.faults.add({ kind: 'rateLimit', path: '/auth/v2/auth', user: 'ann', times: 2 });
	const { json } = await verify(['ann', 'bob']);

	expect(json).toEqual([approved('ann'), approved('bob')]);
	expect(pushesTo('ann').map(({ status }) => status)).toEqual([429, 429, 200]);
	expect(pushesTo('bob').map(({ status }) => status)).toEqual([200]);
}, 20_000);

it('several items about that user wait together', async () => {
	duo.tenant.faults.add({ kind: 'rateLimit', path: '/auth/v2/auth', user: 'ann', retryAfterSeconds: 1 });
	const { json } = await verify(['ann', 'ANN', 'ann'], {
		user: locator('username', '={{ $json.who }}'),
	});

	expect(json.map(({ outcome }) => outcome)).toEqual(['approved', 'approved', 'approved']);
	expect(pushes().map(({ status }) => status)).toEqual([429, 200, 200, 200]);
	expect(pushes()[1]!.at - pushes()[0]!.at).toBeGreaterThanOrEqual(990);
}, 20_000);

it('a second user who is refused shows that the limit is that of all', async () => {
	duo.tenant.faults.add({ kind: 'rateLimit', path: '/auth/v2/auth', times: 2, retryAfterSeconds: 1 });
	const { json } = await verify(['ann', 'bob', 'cy']);

	expect(json).toEqual([approved('ann'), approved('bob'), approved('cy')]);
	const refused = pushes().filter(({ status }) => status === 429);
	expect(refused.map(({ params }) => params.username)).toEqual(['ann', 'bob']);
	const since = refused[1]!.at;
	expect(duo.tenant.requests.filter(({ at }) => at > since && at < since + 950)).toEqual([]);
}, 20_000);

it('says in the end whose limit it is, and blames nobody else', async () => {
	const detail = 'The user may have exceeded the per-user authentication rate limit';
	duo.tenant.faults.add({ kind: 'rateLimit', user: 'ann', times: Infinity, retryAfterSeconds: 0, detail });
	const { json, error } = await verify(['ann']);

	expect(json).toEqual([]);
	expect(duo.tenant.requests).toHaveLength(16);
	expect(error).toMatchObject({ message: 'Duo still asks to slow down with this user', httpCode: '429' });
	expect(error?.description).toContain('how often one user may be authenticated');
	expect(error?.description).toContain(detail);
	expect(error?.description).not.toMatch(/other programs/i);
});

it('names both possible limits where Duo does not say which it is', async () => {
	duo.tenant.faults.add({ kind: 'rateLimit', path: '/auth/v2/auth', times: Infinity, retryAfterSeconds: 0 });
	const { error } = await verify(['ann']);

	expect(error).toMatchObject({ message: 'Duo still asks to slow down', httpCode: '429' });
	expect(error?.description).toContain('This user may have been authenticated too often');
	expect(error?.description).toContain('or other programs may be using the same Duo account');
});
