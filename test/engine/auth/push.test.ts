/** Duo Auth → Send Push and Get Auth Status: a push in two steps. */
import type { INodeParameters } from 'n8n-workflow';

import { locator } from '../../support/locator';
import { useTenant, type RunOptions } from '../../support/useTenant';
import type { NewPhone, NewUser, Phone } from '../../tenant';

let phone: Phone;
const duo = useTenant({ pushTimeoutMs: 2000 });
beforeEach(() => {
	phone = addPerson('ann');
});

const addPerson = (username: string, user: Partial<NewUser> = {}, device: NewPhone = {}) => {
	const added = duo.tenant.addPhone({
		number: '+15555550101',
		name: 'mine',
		answer: { answer: 'none', afterMs: 0 },
		...device,
	});
	duo.tenant.addUser({ username, ...user, phones: [added.phone_id] });
	return added;
};
const run = (operation: string, parameters: INodeParameters = {}, more: RunOptions = {}) =>
	duo.auth('authentication', operation, parameters, more);
const user = (value = 'ann') => ({ user: locator('username', value) });
const params = (name: string) =>
	duo.tenant.requests.filter(({ path }) => path === `/auth/v2/${name}`).map((request) => request.params);
const some = (fields: object): unknown => expect.objectContaining(fields);
const aTxid: unknown = expect.stringMatching(/^[0-9a-f-]{36}$/);

describe('sendPush and getAuthStatus', () => {
	it('hand over the transaction, look once, and wait for the answer', async () => {
		const sent = await run('sendPush', user());
		expect(sent.error).toBeUndefined();
		expect(sent.json).toEqual([{ username: 'ann', sent: true, txid: aTxid }]);
		expect(params('auth')).toEqual([{ username: 'ann', factor: 'push', device: 'auto', async: '1' }]);

		const txid = sent.json[0]!.txid as string;
		const once = await run(
			'getAuthStatus',
			{ txid: '={{ $json.txid }}', wait: false },
			{ items: [{ txid }] },
		);
		expect(once.json).toEqual([
			some({ txid, settled: false, approved: false, outcome: 'waiting', status: 'pushed' }),
		]);
		expect(params('auth_status')).toEqual([{ txid }]);

		duo.tenant.answer(phone.phone_id, { answer: 'approve', afterMs: 300 });
		const waited = await run('getAuthStatus', { txid: '={{ $json.txid }}' }, { items: [{ txid }] });
		expect(waited.json).toEqual([some({ txid, settled: true, approved: true, outcome: 'approved' })]);
		const after = await run('getAuthStatus', { txid, wait: false });
		expect(after.json).toEqual([some({ settled: true, approved: true, outcome: 'approved' })]);
		expect(params('auth')).toHaveLength(1);
	});

	it('tell where and why, and use the chosen device', async () => {
		const second = duo.tenant.addPhone();
		duo.tenant.account.findUser('ann')!.phones.push(second.phone_id);
		await run('sendPush', {
			...user(),
			device: second.phone_id,
			options: {
				ipaddr: '203.0.113.7',
				type: 'Help desk',
				pushinfo: { pair: [{ name: 'ticket', value: '7' }] },
			},
		});

		expect(params('preauth')).toEqual([
			{ username: 'ann', ipaddr: '203.0.113.7', client_supports_verified_push: '1' },
		]);
		expect(params('auth')).toEqual([
			some({ device: second.phone_id, ipaddr: '203.0.113.7', type: 'Help desk', pushinfo: 'ticket=7' }),
		]);
	});

	it.each([
		['bypassed', { status: 'bypass' }, {}],
		['refused', { status: 'locked out' }, {}],
		['refused', { status: 'disabled' }, {}],
		['noDevice', {}, { activated: false }],
	] as const)('send nothing to a user who is %s', async (outcome, more, device) => {
		addPerson('bob', more, device);
		const { json } = await run('sendPush', user('bob'));

		expect(json).toEqual([some({ username: 'bob', sent: false, approved: false, outcome })]);
		expect(params('auth')).toEqual([]);
	});

	it('send nothing to a user whom Duo does not know, and give the portal', async () => {
		const { json } = await run('sendPush', user('nobody'));

		expect(json).toEqual([
			some({
				sent: false,
				outcome: 'notEnrolled',
				enroll_portal_url: expect.stringContaining('https://') as unknown,
			}),
		]);
		expect(params('auth')).toEqual([]);
	});

	it('do not wait longer than asked', async () => {
		const { json } = await run('sendPush', user());
		const began = Date.now();
		const late = await run('getAuthStatus', { txid: json[0]!.txid as string, timeout: 1 });

		expect(late.json).toEqual([some({ settled: false, approved: false, outcome: 'timedOut' })]);
		expect(Date.now() - began).toBeLessThan(1900);
	});

	it('name a transaction that Duo does not know, at the cost of one item', async () => {
		const { json } = await run('sendPush', user());
		const items = [{ txid: 'no-such-txid' }, { txid: json[0]!.txid }];
		const { outputs } = await run(
			'getAuthStatus',
			{ txid: '={{ $json.txid }}', wait: false },
			{ items, onError: 'continueErrorOutput' },
		);

		expect(outputs.map((output) => output.map((item) => item.json))).toEqual([
			[some({ outcome: 'waiting' })],
			[some({ error: 'Duo does not know the transaction “no-such-txid”' })],
		]);
	});

	it('never push twice when the answer to the push is lost', async () => {
		duo.tenant.faults.add({ kind: 'cutAfter', path: '/auth/v2/auth' });
		const { error } = await run('sendPush', user());

		expect(error?.description).toContain('look before you send it again');
		expect(params('auth')).toHaveLength(1);
	});
});

describe('Verified Push', () => {
	beforeEach(async () => {
		await duo.restart({ pushTimeoutMs: 2000, verifiedPush: true });
		phone = addPerson('ann');
	});

	it('hands over the code to read out, and the transaction it belongs to', async () => {
		const { json } = await run('sendPush', user());

		const [[txid, verification_code]] = [...duo.tenant.account.verificationCodes] as [[string, string]];
		expect(json).toEqual([{ username: 'ann', sent: true, txid, verification_code }]);
		expect(verification_code).toMatch(/^\d{3,6}$/);
		expect(params('auth')).toEqual([{ username: 'ann', factor: 'push', device: 'auto', async: '1', txid }]);

		const waiting = await run('getAuthStatus', { txid, wait: false });
		expect(waiting.json).toEqual([some({ settled: false, outcome: 'waiting' })]);
		duo.tenant.answer(phone.phone_id, { answer: 'deny', afterMs: 100 });
		const settled = await run('getAuthStatus', { txid });
		expect(settled.json).toEqual([some({ settled: true, approved: false, outcome: 'denied' })]);
	});
});

describe('preauth', () => {
	it('lists the devices and sends nothing', async () => {
		const { json } = await run('preauth', {
			...user(),
			options: { hostname: 'vpn.example.test', trustedDeviceToken: 'x' },
		});

		expect(json).toEqual([
			{
				username: 'ann',
				result: 'auth',
				status_msg: 'Account is active',
				devices: [
					some({
						device: phone.phone_id,
						type: 'phone',
						display_name: 'mine (XXX-XXX-0101)',
						capabilities: ['auto', 'push', 'sms', 'phone', 'mobile_otp'],
					}),
				],
			},
		]);
		expect(duo.tenant.requests.map(({ path, params: sent }) => [path, sent])).toEqual([
			['/auth/v2/preauth', { username: 'ann', hostname: 'vpn.example.test', trusted_device_token: 'x' }],
		]);
	});

	it('tells of users who are let through, refused or not enrolled, in the order of the items', async () => {
		addPerson('free', { status: 'bypass' });
		addPerson('off', { status: 'disabled' });
		const items = ['off', 'nobody', 'free', 'ann'].map((who) => ({ who }));
		const { json } = await run('preauth', user('={{ $json.who }}'), { items });

		expect(json.map(({ username, result }) => [username, result])).toEqual([
			['off', 'deny'],
			['nobody', 'enroll'],
			['free', 'allow'],
			['ann', 'auth'],
		]);
	});

	it('names the item whose user is empty', async () => {
		const { error } = await run('preauth', user('={{ $json.who }}'), {
			items: [{ who: 'ann' }, { who: ' ' }],
		});

		expect(error).toMatchObject({ message: '“User” contains only blanks', context: { itemIndex: 1 } });
	});
});
