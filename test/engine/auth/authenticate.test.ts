/** Duo Auth → Authenticate: each factor, and each way in which a login ends. */
import type { INodeParameters } from 'n8n-workflow';

import { locator } from '../../support/locator';
import { useTenant, type RunOptions } from '../../support/useTenant';
import type { NewPhone, NewUser, PhoneAnswer } from '../../tenant';

const duo = useTenant({ pushTimeoutMs: 2000, rememberedDevices: true });

const username = (value: string) => locator('username', value);
const authenticate = (parameters: INodeParameters = {}, more: RunOptions = {}) =>
	duo.auth('authentication', 'authenticate', { user: username('ann'), ...parameters }, more);
const addPerson = (answer: PhoneAnswer['answer'], user: Partial<NewUser> = {}, phone: NewPhone = {}) => {
	const added = duo.tenant.addPhone({ number: '+15555550101', answer: { answer, afterMs: 50 }, ...phone });
	return { user: duo.tenant.addUser({ username: 'ann', ...user, phones: [added.phone_id] }), phone: added };
};
const sent = () =>
	duo.tenant.requests.filter(({ method }) => method === 'POST').map(({ path, params }) => [path, params]);
const some = (fields: object): unknown => expect.objectContaining(fields);

describe('authenticate', () => {
	it.each([
		['approve', 'approved', true],
		['deny', 'denied', false],
		['fraud', 'fraud', false],
		['none', 'timedOut', false],
	] as const)('by push that meets %s ends as %s', async (answer, outcome, approved) => {
		addPerson(answer);
		const { json, error } = await authenticate({ factor: 'push' });

		expect(error).toBeUndefined();
		expect(json).toEqual([some({ username: 'ann', factor: 'push', approved, outcome })]);
		// Duo is not asked beforehand whether a factor is needed.
		expect(sent()).toEqual([
			['/auth/v2/auth', { username: 'ann', factor: 'push', device: 'auto', async: '1' }],
		]);
	});

	it('lets Duo choose by default, and names device, user ID and all that the user is to see', async () => {
		const { user, phone } = addPerson('approve');
		const { json } = await authenticate({
			user: locator('id', user.user_id),
			device: phone.phone_id,
			options: {
				displayUsername: 'Ann',
				type: 'VPN',
				hostname: 'vpn.example.test',
				ipaddr: '203.0.113.7',
				pushinfo: { pair: [{ name: 'from', value: 'n8n' }] },
			},
		});

		expect(json).toEqual([
			some({
				user_id: user.user_id,
				factor: 'auto',
				approved: true,
				trusted_device_token: expect.any(String) as unknown,
			}),
		]);
		expect(sent()).toEqual([
			[
				'/auth/v2/auth',
				{
					user_id: user.user_id,
					factor: 'auto',
					device: phone.phone_id,
					async: '1',
					display_username: 'Ann',
					type: 'VPN',
					hostname: 'vpn.example.test',
					ipaddr: '203.0.113.7',
					pushinfo: 'from=n8n',
				},
			],
		]);
	});

	it('sends passcodes by SMS, and takes one of them next', async () => {
		const { phone } = addPerson('approve');
		const first = await authenticate({ factor: 'sms' });
		expect(first.json).toEqual([
			some({ factor: 'sms', approved: false, outcome: 'passcodesSent', status: 'sent' }),
		]);
		expect(phone.smsPasscodes).toHaveLength(10);
		expect(JSON.stringify(first.outputs)).not.toContain(phone.smsPasscodes[0]);

		phone.smsPasscodes[0] = '0012345';
		const second = await authenticate(
			{ factor: 'passcode', passcode: '={{ $json.code }}' },
			{ items: [{ code: ' 0012345 ' }] },
		);
		expect(second.json).toEqual([some({ factor: 'passcode', approved: true, outcome: 'approved' })]);
		expect(sent()).toEqual([
			['/auth/v2/auth', { username: 'ann', factor: 'sms', device: 'auto' }],
			['/auth/v2/auth', { username: 'ann', factor: 'passcode', passcode: '0012345' }],
		]);
	});

	it('says failed when the push or the call does not get through', async () => {
		addPerson('fail');
		for (const factor of ['push', 'phone']) {
			const { json } = await authenticate({ factor });
			expect(json).toEqual([some({ factor, approved: false, outcome: 'failed', result: 'deny' })]);
		}
	});

	it('refuses a passcode that was used already, or that is wrong', async () => {
		const { user } = addPerson('approve');
		duo.tenant.addBypassCode({ user: user.user_id, code: '000000001' });
		const items = ['000000001', '000000001', '1'].map((code) => ({ code }));
		const { json } = await authenticate({ factor: 'passcode', passcode: '={{ $json.code }}' }, { items });

		expect(json.map(({ outcome }) => outcome).sort()).toEqual(['approved', 'denied', 'denied']);
		expect(json[2]).toMatchObject({ approved: false, status_msg: 'Incorrect passcode. Please try again.' });
	});

	it('calls', async () => {
		const { phone } = addPerson('approve', {}, { activated: false });
		expect((await authenticate({ factor: 'phone' })).json).toEqual([
			some({ factor: 'phone', approved: true }),
		]);

		duo.tenant.answer(phone.phone_id, { answer: 'deny', afterMs: 50 });
		expect((await authenticate({ factor: 'phone' })).json).toEqual([
			some({ approved: false, outcome: 'denied' }),
		]);
	});

	it.each([
		['bypass', 'bypassed', 'allow'],
		['locked out', 'lockedOut', 'deny'],
		['disabled', 'denied', 'deny'],
	] as const)('never approves a user whose status is %s', async (status, outcome, result) => {
		const { user } = addPerson('approve', { status });
		duo.tenant.addBypassCode({ user: user.user_id, code: '000000001' });
		for (const parameters of [{ factor: 'push' }, { factor: 'passcode', passcode: '000000001' }]) {
			const { json } = await authenticate({ ...parameters });
			expect(json).toEqual([some({ approved: false, outcome, result })]);
		}
	});

	it('gives the Approved output nothing but approvals', async () => {
		addPerson('approve');
		addPerson('approve', { username: 'cy', status: 'bypass' });
		const items = ['cy', 'nobody', 'ann'].map((who) => ({ who }));
		const { outputs } = await authenticate(
			{ user: username('={{ $json.who }}'), separateOutputs: true },
			{ items, onError: 'continueRegularOutput' },
		);

		expect(outputs.map((output) => output.map(({ json }) => json))).toEqual([
			[some({ username: 'ann', approved: true })],
			[some({ username: 'cy', outcome: 'bypassed' }), { error: 'Duo does not know the user “nobody”' }],
		]);
	});

	it('says that no device can do it, and goes on with the next item', async () => {
		addPerson('approve', {}, { type: 'Landline', activated: false });
		addPerson('approve', { username: 'bob' });
		const items = [{ who: 'ann' }, { who: 'bob' }];
		const stopped = await authenticate(
			{ user: username('={{ $json.who }}'), factor: 'push' },
			{ items: items.slice(0, 1) },
		);
		expect(stopped.error).toMatchObject({
			message: 'The user has no device that can be used this way',
			description: expect.stringContaining('40002 Invalid request parameters (no capable device)') as unknown,
			context: { itemIndex: 0 },
		});

		const going = await authenticate(
			{ user: username('={{ $json.who }}'), factor: 'push' },
			{ items, onError: 'continueRegularOutput' },
		);
		expect(going.json).toEqual([
			{ error: stopped.error?.message },
			some({ username: 'bob', approved: true }),
		]);
	});

	it.each([
		['username', 'nobody', 'username', 'Compare it with the usernames and aliases'],
		['id', 'DUXXXXXXXXXXXXXXXXXX', 'user_id', 'look them up again'],
	])('says that Duo does not know the user by %s', async (mode, value, detail, hint) => {
		const { error } = await authenticate({ user: locator(mode, value) });

		expect(error).toMatchObject({
			message: `Duo does not know the user “${value}”`,
			description: expect.stringContaining(hint) as unknown,
			context: { itemIndex: 0 },
		});
		expect(error?.description).toContain(`Duo says: 40002 Invalid request parameters (${detail})`);
	});

	it('never sends twice when the answer is lost', async () => {
		addPerson('approve');
		for (const factor of ['push', 'sms']) {
			duo.tenant.faults.add({ kind: 'cutAfter', path: '/auth/v2/auth' });
			const { error } = await authenticate({ factor });
			expect(error?.description).toContain('look before you send it again');
		}
		expect(sent()).toHaveLength(2);
	});
});
