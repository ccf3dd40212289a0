/** Duo Auth → Verify User with many users at once, and with a Duo that answers late. */
import type { INodeParameters } from 'n8n-workflow';

import { locator } from '../../support/locator';
import { useTenant, type RunOptions } from '../../support/useTenant';
import type { PhoneAnswer } from '../../tenant';

const duo = useTenant({ pushTimeoutMs: 2000 });

const verify = (parameters: INodeParameters = {}, more: RunOptions = {}) =>
	duo.auth(
		'authentication',
		'verify',
		{ user: locator('username', '={{ $json.who }}'), ...parameters },
		{ items: [{ who: 'ann' }], ...more },
	);
const addPerson = (username: string, answer: PhoneAnswer['answer'], afterMs: number) => {
	const { phone_id } = duo.tenant.addPhone({ answer: { answer, afterMs } });
	duo.tenant.addUser({ username, phones: [phone_id] });
};
const asked = (name: string) => duo.tenant.requests.filter(({ path }) => path === `/auth/v2/${name}`);
const some = (fields: object): unknown => expect.objectContaining(fields);

describe('verify with many users', () => {
	it('waits for all at the same time, with few questions, and keeps their order', async () => {
		const answers = ['approve', 'deny', 'fraud', 'none', 'approve'] as const;
		const outcomes = ['approved', 'denied', 'fraud', 'timedOut', 'approved'];
		const people = Array.from({ length: 30 }, (_, index) => ({ who: `user${index}` }));
		people.forEach(({ who }, index) => {
			addPerson(who, answers[index % 5]!, 1500 - index * 40);
		});
		const began = Date.now();
		const { json, outputs, error } = await verify({}, { items: people });
		const took = Date.now() - began;

		expect(error).toBeUndefined();
		expect(json.map(({ username, outcome, approved }) => [username, outcome, approved])).toEqual(
			people.map(({ who }, index) => [who, outcomes[index % 5], index % 5 === 0 || index % 5 === 4]),
		);
		expect(outputs[0]!.map(({ pairedItem }) => pairedItem)).toEqual(people.map((_, item) => ({ item })));
		expect(asked('auth')).toHaveLength(30);
		for (const txid of json.map((item) => item.txid)) {
			expect(asked('auth_status').filter(({ params }) => params.txid === txid).length).toBeLessThanOrEqual(4);
		}
		// The slowest push ends after 2 s; one after the other they would take more than 30 s.
		expect(took).toBeGreaterThanOrEqual(2000);
		expect(took).toBeLessThan(5000);
	}, 20_000);
});

describe('verify when a question about the answer gets lost', () => {
	it.each([
		['the first', { kind: 'cut', after: 0 }],
		['two in a row', { kind: 'cut', after: 1, times: 2 }],
		['a later one', { kind: 'cut', after: 1 }],
		['the answer to one', { kind: 'cutAfter', after: 1 }],
		['one in a fault of Duo’s own', { kind: 'serverError', after: 1 }],
	] as const)(
		'asks again after %s, and pushes once',
		async (_, fault) => {
			addPerson('ann', 'approve', 600);
			duo.tenant.faults.add({ ...fault, path: '/auth/v2/auth_status' });
			const { json, error } = await verify();

			expect(error).toBeUndefined();
			expect(json).toEqual([some({ approved: true, outcome: 'approved' })]);
			expect(asked('auth')).toHaveLength(1);
			expect(asked('preauth')).toHaveLength(1);
		},
		15_000,
	);

	it('says how to get at the answer when no question comes through', async () => {
		addPerson('ann', 'approve', 100);
		duo.tenant.faults.add({ kind: 'cut', path: '/auth/v2/auth_status', after: 1, times: Infinity });
		const { error } = await verify({ timeout: 2 });

		const txid = String(asked('auth_status')[0]!.params.txid);
		expect(error).toMatchObject({
			message: expect.stringContaining('The user was asked, but the answer could not be read') as unknown,
			description: expect.stringContaining(txid) as unknown,
		});
		expect(asked('auth')).toHaveLength(1);
	}, 15_000);
});

describe('verify when a held question ends without a change', () => {
	beforeEach(async () => {
		await duo.restart({ pushTimeoutMs: 10_000, longestHoldMs: 300 });
	});

	it('asks again, and pushes once', async () => {
		addPerson('ann', 'approve', 2500);
		const { json, error } = await verify();

		expect(error).toBeUndefined();
		expect(json).toEqual([some({ approved: true, outcome: 'approved' })]);
		expect(asked('auth')).toHaveLength(1);
		expect(asked('auth_status').filter(({ code }) => code === 40002).length).toBeGreaterThanOrEqual(2);
	});

	it('asks once a second at most, until the time is up', async () => {
		addPerson('ann', 'none', 0);
		const { json, error } = await verify({ timeout: 3 });

		expect(error).toBeUndefined();
		expect(json).toEqual([some({ approved: false, outcome: 'timedOut', result: 'waiting' })]);
		expect(asked('auth_status').length).toBeGreaterThanOrEqual(3);
		expect(asked('auth_status').length).toBeLessThanOrEqual(5);
	});

	it('but takes a refusal of the first question for what it is', async () => {
		addPerson('ann', 'approve', 100);
		const looked = await duo.auth('authentication', 'getAuthStatus', { txid: 'no-such-txid' });

		expect(looked.error?.message).toBe('Duo does not know the transaction “no-such-txid”');
		expect(asked('auth_status')).toHaveLength(1);
	});
});

describe('verify never pushes twice', () => {
	it('when the connection breaks after Duo has sent the push, and says to look first', async () => {
		addPerson('ann', 'approve', 100);
		duo.tenant.faults.add({ kind: 'cutAfter', path: '/auth/v2/auth' });
		const { error } = await verify();

		expect(error).toMatchObject({
			message: `The connection to https://${duo.tenant.host} broke before the answer came`,
			description: expect.stringContaining('look before you send it again') as unknown,
			context: { itemIndex: 0 },
		});
		expect(asked('auth')).toHaveLength(1);
		expect(asked('auth_status')).toEqual([]);
	});

	it('when Duo reports a fault of its own', async () => {
		addPerson('ann', 'approve', 100);
		duo.tenant.faults.add({ kind: 'serverError', path: '/auth/v2/auth' });
		const { error } = await verify();

		expect(error?.description).toContain('50001 Unknown internal server error');
		expect(asked('auth')).toHaveLength(1);
	});

	it('but waits and sends it when Duo asked to slow down', async () => {
		addPerson('ann', 'approve', 50);
		duo.tenant.faults.add({ kind: 'rateLimit', path: '/auth/v2/auth', retryAfterSeconds: 0 });
		const { json } = await verify();

		expect(json).toEqual([some({ outcome: 'approved' })]);
		expect(asked('auth').map(({ status }) => status)).toEqual([429, 200]);
	});
});

describe('verify that is cancelled', () => {
	it('ends at once', async () => {
		addPerson('ann', 'none', 0);
		const cancel = new AbortController();
		setTimeout(() => {
			cancel.abort();
		}, 400);
		const began = Date.now();
		const { status } = await verify({}, { cancel: cancel.signal });

		expect(status).toBe('canceled');
		expect(Date.now() - began).toBeLessThan(1500);
	});
});
