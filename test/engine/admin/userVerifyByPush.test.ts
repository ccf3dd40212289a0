/** User → Verify by Push: the ways in which it ends. */
import type { INodeParameters } from 'n8n-workflow';

import { locator } from '../../support/locator';
import { useTenant, type RunOptions } from '../../support/useTenant';
import type { PhoneAnswer } from '../../tenant';

const duo = useTenant();

/** Verifies the users whom the items name. */
const verify = async (usernames: string[], parameters: INodeParameters = {}, run: RunOptions = {}) =>
	await duo.admin(
		'user',
		'verifyByPush',
		{ user: locator('username', '={{ $json.who }}'), ...parameters },
		{ items: usernames.map((who) => ({ who })), ...run },
	);

/** A user with a phone that answers like this. */
function addUser(username: string, answer: PhoneAnswer['answer'] = 'approve', afterMs = 100) {
	const { user_id } = duo.tenant.addUser({ username });
	const { phone_id } = duo.tenant.addPhone({ users: [user_id], answer: { answer, afterMs } });
	return { user_id, phone_id };
}

const pushes = () => duo.tenant.requests.filter(({ method }) => method === 'POST');
const looks = () => duo.tenant.requests.filter(({ path }) => path.endsWith('/verification_push_response'));
const some: unknown = expect.stringMatching(/./);
const digits: unknown = expect.stringMatching(/^\d{6}$/);

describe('verifyByPush', () => {
	it('sends a push and tells the answer of each user', async () => {
		const users = [addUser('zoe', 'approve'), addUser('ben', 'deny'), addUser('kim', 'fraud')];

		const { json, error } = await verify(['zoe', 'ben', 'kim']);

		expect(error).toBeUndefined();
		expect(json).toEqual(
			[
				{ approved: true, outcome: 'approved', result: 'approve', username: 'zoe' },
				{ approved: false, outcome: 'denied', result: 'deny', username: 'ben' },
				{ approved: false, outcome: 'fraud', result: 'fraud', username: 'kim' },
			].map((verdict, index) => ({ ...verdict, ...users[index], push_id: some, confirmation_code: digits })),
		);
		expect(pushes().map(({ path, params }) => ({ path, params }))).toEqual(
			users.map(({ user_id, phone_id }) => ({
				path: `/admin/v1/users/${user_id}/send_verification_push`,
				params: { phone_id },
			})),
		);
	});

	it('ends as failed at an answer that it does not know', async () => {
		addUser('zoe', 'fail');

		const { json } = await verify(['zoe']);

		expect(json).toMatchObject([{ approved: false, outcome: 'failed', result: 'unknown error' }]);
		expect(looks()).toHaveLength(1);
	});

	it('stops waiting for somebody who does not answer', async () => {
		addUser('zoe', 'none');
		const start = Date.now();

		const { json } = await verify(['zoe'], { timeout: 3 });

		expect(json).toMatchObject([{ approved: false, outcome: 'timedOut', username: 'zoe' }]);
		expect(Date.now() - start).toBeGreaterThanOrEqual(2900);
		expect(Date.now() - start).toBeLessThan(6000);
	});

	it('counts an answer that comes late, but before the end of the wait', async () => {
		addUser('zoe', 'approve', 2400);

		const { json } = await verify(['zoe'], { timeout: 3 });

		expect(json).toMatchObject([{ approved: true, outcome: 'approved' }]);
	});

	it('sends nothing to a user without a phone that takes pushes', async () => {
		duo.tenant.addUser({ username: 'zoe' });
		const { user_id } = duo.tenant.addUser({ username: 'ben' });
		duo.tenant.addPhone({ number: '+15555550101', activated: false, users: [user_id] });

		const { json } = await verify(['zoe', 'ben']);

		expect(json).toMatchObject([
			{ approved: false, outcome: 'noDevice', username: 'zoe' },
			{ approved: false, outcome: 'noDevice', username: 'ben' },
		]);
		expect(pushes()).toEqual([]);
	});

	it('takes the first phone with Duo Mobile, or the one that was chosen', async () => {
		const { user_id } = duo.tenant.addUser({ username: 'zoe' });
		duo.tenant.addPhone({ activated: false, users: [user_id] });
		const first = duo.tenant.addPhone({ users: [user_id], answer: { answer: 'deny', afterMs: 0 } });
		const second = duo.tenant.addPhone({ number: '+15555550102', users: [user_id] });

		const byDefault = await verify(['zoe']);
		const chosen = await verify(['zoe'], {
			pushTo: 'chosen',
			phone: locator('number', '(555) 555-0102'),
			defaultCountry: 'US',
		});

		expect(byDefault.json).toMatchObject([{ outcome: 'denied', phone_id: first.phone_id }]);
		expect(chosen.json).toMatchObject([{ outcome: 'approved', phone_id: second.phone_id }]);
	});

	it('sends nothing to the phone of somebody else', async () => {
		const zoe = addUser('zoe');
		const ben = addUser('ben');
		const phone = locator('id', ben.phone_id);

		const { error } = await verify(['zoe'], { pushTo: 'chosen', phone });

		expect(error).toMatchObject({
			message: `The phone ${ben.phone_id} is not attached to zoe`,
			context: { itemIndex: 0 },
		});
		expect(error?.description).toContain(zoe.phone_id);
		expect(pushes()).toEqual([]);
	});

	it('asks again when a status call is lost, without a second push', async () => {
		addUser('zoe');
		duo.tenant.faults.add({ kind: 'cut', path: /verification_push_response$/ });

		const { json } = await verify(['zoe']);

		expect(json).toMatchObject([{ approved: true, outcome: 'approved' }]);
		expect([pushes().length, looks().length]).toEqual([1, 2]);
	});

	it('never sends a second push when the answer to the first is lost', async () => {
		addUser('zoe');
		duo.tenant.faults.add({ kind: 'cutAfter', method: 'POST' });

		const { error } = await verify(['zoe']);

		expect(error?.message).toMatch(/broke before the answer came$/);
		expect(pushes()).toHaveLength(1);
	});

	it('waits for 20 users side by side, and keeps their order', async () => {
		const usernames = Array.from({ length: 20 }, (_, index) => `user${index}`);
		for (const username of usernames) addUser(username, 'approve', 1000);
		const start = Date.now();

		const { outputs } = await verify(usernames);

		expect(Date.now() - start).toBeLessThan(12_000);
		expect(outputs[0]!.map(({ json }) => json.username)).toEqual(usernames);
		expect(outputs[0]!.map(({ pairedItem }) => pairedItem)).toEqual(usernames.map((_, item) => ({ item })));
		expect(outputs[0]!.every(({ json }) => json.approved === true)).toBe(true);
		expect(pushes()).toHaveLength(20);
		expect(duo.tenant.requests.length - pushes().length - looks().length).toBe(1);
	}, 20_000);

	it('asks four times a second at most, however many users it waits for', async () => {
		const usernames = Array.from({ length: 30 }, (_, index) => `user${index}`);
		for (const username of usernames) addUser(username, 'approve', 5_000);

		const { outputs } = await verify(usernames);

		expect(outputs[0]!.every(({ json }) => json.approved === true)).toBe(true);
		const times = looks().map(({ at }) => at);
		const [first, last] = [Math.min(...times), Math.max(...times)];
		expect(times.length).toBeGreaterThanOrEqual(30);
		expect(times.length).toBeLessThanOrEqual(((last - first) / 1000) * 4 + 3);
	}, 60_000);

	it('ends at once when the execution is cancelled', async () => {
		addUser('zoe', 'none');
		const cancelling = new AbortController();
		setTimeout(() => {
			cancelling.abort();
		}, 500);
		const start = Date.now();

		const { status, json } = await verify(['zoe'], {}, { cancel: cancelling.signal });

		expect([status, json]).toEqual(['canceled', []]);
		expect(Date.now() - start).toBeLessThan(2500);
	});

	it.each([0, 111])('refuses to wait for %i seconds before a push is sent', async (timeout) => {
		addUser('zoe');

		const { error } = await verify(['zoe'], { timeout });

		expect(error?.message).toBe('“Wait At Most (Seconds)” must be a whole number from 1 to 110');
		expect(duo.tenant.requests).toEqual([]);
	});

	it('names the missing permission', async () => {
		addUser('zoe');
		const key = duo.tenant.addKey({ api: 'admin', permissions: ['adminapi_read_resource'] });

		const { error } = await verify(['zoe'], {}, { key });

		expect(error?.message).toBe('Duo does not allow this application to do that');
		expect(error?.description).toContain('“Grant write resource (Grant resource: Write)”');
	});
});
