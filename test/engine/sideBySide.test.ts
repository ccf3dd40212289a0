/** How the requests of one run share time: side by side, in order where it matters, slowing down together. */
import { named } from '../support/locator';
import { useTenant } from '../support/useTenant';
import type { RecordedRequest } from '../tenant';

jest.setTimeout(30_000);

const LATENCY = 100;
const duo = useTenant({ latencyMs: LATENCY });

const phoneById = named('phone', 'id', '={{ $json.id }}');
const phones = (count: number) =>
	Array.from({ length: count }, (_, index) => ({
		id: duo.tenant.addPhone({ number: `+1555555${1000 + index}` }).phone_id,
	}));
const users = (count: number) =>
	Array.from({ length: count }, (_, index) => duo.tenant.addUser({ username: `user${index}` }));

/** How many requests were under way together at most. */
function mostAtOnce(requests: readonly RecordedRequest[]): number {
	const together = requests.map(
		({ at }) => requests.filter((other) => other.at <= at && other.at + LATENCY * 0.9 > at).length,
	);
	return Math.max(...together);
}

describe('items', () => {
	it('run side by side, ten at once unless the user wants another number, and come out in order', async () => {
		const items = phones(40);
		const { json } = await duo.admin('phone', 'get', { ...phoneById, simplify: false }, { items });
		expect(json.map(({ phone_id }) => phone_id)).toEqual(items.map(({ id }) => id));
		expect(mostAtOnce(duo.tenant.requests)).toBeGreaterThanOrEqual(5);
		expect(mostAtOnce(duo.tenant.requests)).toBeLessThanOrEqual(10);

		const before = duo.tenant.requests.length;
		const requestOptions = { concurrentRequests: 3 };
		await duo.admin('phone', 'get', { ...phoneById, simplify: false, requestOptions }, { items });
		expect(mostAtOnce(duo.tenant.requests.slice(before))).toBeLessThanOrEqual(3);
	});

	it.each([0, 101, 2.5])('refuse %d requests at once', async (concurrentRequests) => {
		const { error } = await duo.admin('phone', 'getMany', { requestOptions: { concurrentRequests } });
		expect(error?.message).toBe('“Concurrent Requests” must be a whole number from 1 to 100');
		expect(duo.sent()).toEqual([]);
	});

	it('that change the same user run in the order of the input, beside those of others', async () => {
		const [ada, ben] = users(2);
		const items = [
			{ who: ada!.username, status: 'bypass' },
			{ who: ada!.username, status: 'disabled' },
			{ who: ben!.username, status: 'bypass' },
			{ who: ada!.username, status: 'active' },
			{ who: ben!.username, status: 'disabled' },
		];
		duo.tenant.faults.add({
			kind: 'slow',
			delayMs: 700,
			method: 'POST',
			path: `/admin/v1/users/${ada!.user_id}`,
		});

		const { json } = await duo.admin(
			'user',
			'setStatus',
			{ ...named('user', 'username', '={{ $json.who }}'), status: '={{ $json.status }}' },
			{ items },
		);

		expect(json.map(({ status, previousStatus }) => [previousStatus, status])).toEqual([
			['active', 'bypass'],
			['bypass', 'disabled'],
			['active', 'bypass'],
			['disabled', 'active'],
			['bypass', 'disabled'],
		]);
		const sentTo = ({ user_id }: { user_id: string }) =>
			duo.writes().flatMap(({ path, params }) => (path.endsWith(user_id) ? [params.status] : []));
		expect(sentTo(ada!)).toEqual(['bypass', 'disabled', 'active']);
		expect(sentTo(ben!)).toEqual(['bypass', 'disabled']);
		const posts = duo.tenant.requests.filter(({ method }) => method === 'POST');
		const [firstOfAda, secondOfAda] = posts.filter(({ path }) => path.endsWith(ada!.user_id));
		const ofBen = posts.filter(({ path }) => path.endsWith(ben!.user_id));
		expect(secondOfAda!.at - firstOfAda!.at).toBeGreaterThanOrEqual(700);
		for (const { at } of ofBen) expect(at).toBeLessThan(secondOfAda!.at);
	});

	it('when one stops the run, all before it are done, and those done beside it are told', async () => {
		users(6);
		const items = ['user0', 'user1', 'nobody', 'user3'].map((who) => ({ who }));
		const setBypass = {
			...named('user', 'username', '={{ $json.who }}'),
			status: '={{ $json.status ?? "bypass" }}',
		};
		const unknown = await duo.admin('user', 'setStatus', setBypass, { items });
		expect(unknown.error).toMatchObject({ context: { itemIndex: 2 } });
		const statuses = () => [...duo.tenant.account.users.values()].map(({ status }) => status);
		expect(statuses().slice(0, 4)).toEqual(['bypass', 'bypass', 'active', 'active']);

		duo.tenant.faults.add({ kind: 'refuse', method: 'POST', body: 'disabled', detail: 'status' });
		const wrong = await duo.admin('user', 'setStatus', setBypass, {
			items: [{ who: 'user3', status: 'disabled' }, { who: 'user4' }, { who: 'user5' }],
		});
		expect(wrong.error).toMatchObject({ context: { itemIndex: 0 } });
		expect(wrong.error?.description).toContain('Items that were under way beside it have been done: 1, 2.');
		expect(statuses().slice(4)).toEqual(['bypass', 'bypass']);
	});

	it('that name 250 users take three look-ups and 250 changes', async () => {
		const items = users(250).map(({ username }) => ({ who: username }));
		const { json } = await duo.admin(
			'user',
			'setStatus',
			{ ...named('user', 'username', '={{ $json.who }}'), status: 'bypass' },
			{ items },
		);
		expect(json.filter(({ changed }) => changed)).toHaveLength(250);
		expect(duo.sent().filter(({ method }) => method === 'GET')).toHaveLength(3);
		expect(duo.writes()).toHaveLength(250);
	});
});

it('a change that Duo refuses leaves what is known of other users', async () => {
	const items = users(6).map(({ username }, index) => ({
		who: username,
		status: index === 0 ? 'nonsense' : 'bypass',
	}));
	const { json } = await duo.admin(
		'user',
		'setStatus',
		{
			...named('user', 'username', '={{ $json.who }}'),
			status: '={{ $json.status }}',
			requestOptions: { concurrentRequests: 1 },
		},
		{ items, onError: 'continueRegularOutput' },
	);
	expect(json.map(({ changed }) => changed)).toEqual([undefined, true, true, true, true, true]);
	expect(duo.sent().filter(({ method }) => method === 'GET')).toHaveLength(1);
});

describe('after a 429', () => {
	it('all wait together, one tries the ground, and more and more follow', async () => {
		const items = phones(60);
		duo.tenant.faults.add({ kind: 'rateLimit', retryAfterSeconds: 1, after: 20 });

		const { json, error } = await duo.admin('phone', 'get', { ...phoneById, simplify: false }, { items });

		expect(error).toBeUndefined();
		expect(json.map(({ phone_id }) => phone_id)).toEqual(items.map(({ id }) => id));
		const { requests } = duo.tenant;
		const refused = requests.find(({ status }) => status === 429)!;
		const after = requests.filter(({ at }) => at > refused.at + 1000);
		const inTheWait = requests.filter(({ at }) => at > refused.at + LATENCY + 300 && at < refused.at + 1000);
		expect(inTheWait).toEqual([]);
		expect(after.length).toBeGreaterThan(25);
		expect(after[1]!.at - after[0]!.at).toBeGreaterThanOrEqual(LATENCY * 0.9);
		expect(mostAtOnce(after.slice(0, 4))).toBeLessThanOrEqual(3);
		expect(mostAtOnce(after)).toBeGreaterThan(4);
	});

	it('the wait doubles only as long as nothing gets through', async () => {
		const items = phones(100);
		for (const after of [5, 25, 45, 65, 85]) duo.tenant.faults.add({ kind: 'rateLimit', after });
		const { error } = await duo.admin('phone', 'get', { ...phoneById, simplify: false }, { items });
		expect(error).toBeUndefined();
		const times = duo.tenant.requests.filter(({ status }) => status === 429).map(({ at }) => at);
		expect(times).toHaveLength(5);
		expect(duo.tenant.requests).toHaveLength(105);
		expect(times[4]! - times[0]!).toBeLessThan(12_500);
	});
});

describe('pages of a list', () => {
	const getAll = async () => await duo.admin('phone', 'getMany', { returnAll: true, simplify: false });
	const pages = () => duo.tenant.requests.filter(({ path }) => path === '/admin/v1/phones');

	it('are asked for side by side after the first, none twice, and come out in order', async () => {
		const ids = phones(4700).map(({ id }) => id);
		const { json } = await getAll();
		expect(json.map(({ phone_id }) => phone_id)).toEqual(ids);
		expect(pages()).toHaveLength(10);
		expect(pages()[1]!.at - pages()[0]!.at).toBeGreaterThanOrEqual(LATENCY * 0.9);
		expect(mostAtOnce(pages().slice(1))).toBeGreaterThan(2);
	});

	it.each([
		['grows', 700],
		['shrinks', -700],
	])('a list that %s while it is read is read to its end', async (_, change) => {
		const ids = phones(3000).map(({ id }) => id);
		const reading = getAll();
		while (pages().length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
		await new Promise((resolve) => setTimeout(resolve, LATENCY / 2));
		if (change > 0) ids.push(...phones(change).map(({ id }) => id));
		else for (const id of ids.splice(change)) duo.tenant.account.phones.delete(id);
		const { json, error } = await reading;
		expect(error).toBeUndefined();
		expect(json.map(({ phone_id }) => phone_id)).toEqual(ids);
	});

	it('one that gets lost is asked for again, the others are not', async () => {
		const ids = phones(3000).map(({ id }) => id);
		duo.tenant.faults.add({ kind: 'cut', path: '/admin/v1/phones', after: 3 });
		const { json } = await getAll();
		expect(json.map(({ phone_id }) => phone_id)).toEqual(ids);
		expect(pages()).toHaveLength(7);
	});

	it('with a limit no page is asked for that is not needed', async () => {
		phones(3000);
		const { json } = await duo.admin('phone', 'getMany', { returnAll: false, limit: 1200, simplify: false });
		expect(json).toHaveLength(1200);
		expect(pages().map(({ params }) => [params.offset, params.limit])).toEqual([
			['0', '500'],
			['500', '500'],
			['1000', '200'],
		]);
	});
});
