/** Verify User: how a verification can end. */
import type { INodeParameters } from 'n8n-workflow';

import { locator } from '../../support/locator';
import { useTenant, type RunOptions } from '../../support/useTenant';
import type { NewPhone, NewUser, PhoneAnswer } from '../../tenant';

const duo = useTenant({ pushTimeoutMs: 2000, rememberedDevices: true });

const username = (value: string) => locator('username', value);
const verify = (parameters: INodeParameters = {}, more: RunOptions = {}) =>
	duo.auth('authentication', 'verify', { user: username('ann'), ...parameters }, more);
const addPerson = (answer: PhoneAnswer['answer'], user: Partial<NewUser> = {}, phone: NewPhone = {}) => {
	const { phone_id } = duo.tenant.addPhone({
		number: '+15555550101',
		answer: { answer, afterMs: 50 },
		...phone,
	});
	return { ...duo.tenant.addUser({ username: 'ann', ...user, phones: [phone_id] }), phone_id };
};
const asked = (name: string) => duo.tenant.requests.filter(({ path }) => path === `/auth/v2/${name}`);
const params = (name: string) => asked(name).map((request) => request.params);
const some = (fields: object): unknown => expect.objectContaining(fields);
const anyText: unknown = expect.any(String);

describe('verify ends, after asking the user, as', () => {
	it.each([
		['approved', 'approve', 'allow', 'allow', 'Success. Logging you in...'],
		['denied', 'deny', 'deny', 'deny', 'Login request denied.'],
		['fraud', 'fraud', 'deny', 'fraud', anyText],
		['timedOut', 'none', 'deny', 'timeout', 'Login timed out.'],
	] as const)('%s when the answer is %s', async (outcome, answer, result, status, status_msg) => {
		addPerson(answer);
		const { json, error } = await verify();

		expect(error).toBeUndefined();
		expect(json).toEqual([
			some({
				username: 'ann',
				factor: 'push',
				txid: anyText,
				approved: outcome === 'approved',
				outcome,
				result,
				status,
				status_msg,
			}),
		]);
		expect(params('preauth')).toEqual([{ username: 'ann' }]);
		expect(params('auth')).toEqual([{ username: 'ann', factor: 'push', device: 'auto', async: '1' }]);
	});

	it('timedOut when the node’s own time is up first', async () => {
		addPerson('none');
		const began = Date.now();
		const { json } = await verify({ timeout: 1 });

		expect(json).toEqual([some({ approved: false, outcome: 'timedOut', result: 'waiting' })]);
		expect(Date.now() - began).toBeLessThan(1900);
	});

	it('denied when a call meets no key, approved when it meets one', async () => {
		const { phone_id } = addPerson('deny', {}, { type: 'Landline', activated: false });
		const refused = await verify({ factor: 'phone', device: phone_id });
		expect(refused.json).toEqual([
			some({
				factor: 'phone',
				approved: false,
				outcome: 'denied',
				status_msg: 'No keypress detected. Please try again.',
			}),
		]);

		duo.tenant.answer(phone_id, { answer: 'approve', afterMs: 50 });
		expect((await verify({ factor: 'phone' })).json).toEqual([some({ approved: true, outcome: 'approved' })]);
		expect(params('auth').map(({ device }) => device)).toEqual([phone_id, 'auto']);
	});

	it('approved by a call when Duo may choose and the phone has no Duo Mobile', async () => {
		addPerson('approve', {}, { type: 'Landline', activated: false });

		expect((await verify({ factor: 'auto' })).json).toEqual([some({ factor: 'auto', approved: true })]);
	});

	it('approved for a passcode whose leading zeros count, denied for a wrong one', async () => {
		const { user_id } = addPerson('approve');
		duo.tenant.addBypassCode({ user: user_id, code: '001234567' });
		const items = [{ code: '1234567' }, { code: '001234567' }];
		const { json } = await verify({ factor: 'passcode', passcode: '={{ $json.code }}' }, { items });

		expect(json).toEqual([
			some({
				factor: 'passcode',
				approved: false,
				outcome: 'denied',
				status_msg: 'Incorrect passcode. Please try again.',
			}),
			some({ factor: 'passcode', approved: true, outcome: 'approved' }),
		]);
		expect(params('auth')).toContainEqual({ username: 'ann', factor: 'passcode', passcode: '001234567' });
		expect(JSON.stringify(json)).not.toContain('1234567');
		expect(asked('auth_status')).toEqual([]);
	});
});

describe('verify ends, without asking the user anything, as', () => {
	it.each([
		['bypassed', 'bypass'],
		['refused', 'locked out'],
		['refused', 'disabled'],
	] as const)('%s when the user’s status is %s', async (outcome, status) => {
		addPerson('approve', { status });

		expect((await verify()).json).toEqual([
			{ username: 'ann', approved: false, outcome, status_msg: anyText },
		]);
		expect(asked('auth')).toEqual([]);
	});

	it('notEnrolled, with the address of the portal, when Duo does not know the user or any device', async () => {
		duo.tenant.addUser({ username: 'bare' });
		const items = [{ who: 'ann' }, { who: 'bare' }];
		const { json } = await verify({ user: username('={{ $json.who }}') }, { items });

		const enroll = {
			approved: false,
			outcome: 'notEnrolled',
			enroll_portal_url: expect.stringContaining('https://') as unknown,
		};
		expect(json).toEqual([some({ username: 'ann', ...enroll }), some({ username: 'bare', ...enroll })]);
		expect(asked('auth')).toEqual([]);
	});

	it('refused, with nothing but Duo’s words, when Duo does not know the user and lets nobody enroll', async () => {
		await duo.restart({ deniesUnknownUsers: true });

		expect((await verify()).json).toEqual([
			{
				username: 'ann',
				approved: false,
				outcome: 'refused',
				status_msg: expect.stringContaining('cannot authenticate with Duo Security') as unknown,
			},
		]);
		expect(asked('auth')).toEqual([]);
	});

	it('noDevice when none can be used this way', async () => {
		addPerson('approve', {}, { type: 'Landline', activated: false });
		const other = duo.tenant.addPhone();
		const textsOnly = duo.tenant.addPhone({ capabilities: ['auto', 'sms'] });
		duo.tenant.account.findUser('ann')!.phones.push(textsOnly.phone_id);

		for (const parameters of [
			{ factor: 'push' },
			{ factor: 'phone', device: other.phone_id },
			{ factor: 'auto', device: textsOnly.phone_id },
		]) {
			const { json } = await verify(parameters);
			expect(json).toEqual([
				{ username: 'ann', factor: parameters.factor, approved: false, outcome: 'noDevice' },
			]);
		}
		expect(asked('auth')).toEqual([]);
	});

	it('bypassed for a remembered device, whose token an approval gave', async () => {
		const { user_id } = addPerson('approve');
		const { json } = await verify({ user: locator('id', user_id) });
		const token = json[0]!.trusted_device_token;
		expect(json).toEqual([
			some({ user_id, approved: true, trusted_device_token: expect.stringMatching(/^\w{20,}$/) as unknown }),
		]);

		const again = await verify(
			{ options: { trustedDeviceToken: '={{ $json.token }}' } },
			{ items: [{ token }] },
		);
		expect(again.json).toEqual([
			{ username: 'ann', approved: false, outcome: 'bypassed', status_msg: 'Remembered device' },
		]);
		expect(params('preauth').at(-1)).toEqual({ username: 'ann', trusted_device_token: token });
		expect(asked('auth')).toHaveLength(1);
	});
});
