/** The Auth API of the simulated tenant: what a user may do (preauth), and enrolment. */
import { startTenant, type NewUser, type PhoneAnswer, type Tenant } from '..';
import { call, type Values } from '../testing/client';

const someDigits: unknown = expect.stringMatching(/^\d{3,6}$/);
const someText: unknown = expect.any(String);

let tenant: Tenant;
beforeAll(async () => {
	tenant = await startTenant({ pushTimeoutMs: 200, verifiedPush: true });
});
afterAll(() => tenant.stop());

const get = (path: string, values?: Values) => call(tenant, 'GET', `/auth/v2/${path}`, values);
const post = (path: string, values?: Values) =>
	call(tenant, 'POST', `/auth/v2/${path}`, values, { sign: 'v5' });
const login = async (values: Values) => (await post('auth', { device: 'auto', ...values })).body;
const person = (username: string, answer: PhoneAnswer['answer'], more: Partial<NewUser> = {}) => {
	const phone = tenant.addPhone({ number: '+15555550101', answer: { answer, afterMs: 5 } });
	return { phone, user: tenant.addUser({ username, phones: [phone.phone_id], ...more }) };
};

describe('preauth', () => {
	const preauth = async (values: Values) => (await post('preauth', values)).body.response;

	it('lists the devices with masked numbers', async () => {
		const { phone, user } = person('masked', 'none');
		const { token_id } = tenant.addToken({ type: 'h6', serial: '0042', users: [user.user_id] });
		expect(await preauth({ username: 'masked' })).toEqual({
			result: 'auth',
			status_msg: someText,
			devices: [
				{
					device: phone.phone_id,
					type: 'phone',
					name: '',
					number: 'XXX-XXX-0101',
					display_name: 'Android (XXX-XXX-0101)',
					capabilities: ['auto', 'push', 'sms', 'phone', 'mobile_otp'],
				},
				{ device: token_id, type: 'token', name: '0042', display_name: someText },
			],
		});
	});

	it.each([
		['unknown', undefined, 'enroll'],
		['without devices', {}, 'enroll'],
		['on bypass', { status: 'bypass' }, 'allow'],
		['disabled', { status: 'disabled' }, 'deny'],
		['locked out', { status: 'locked out' }, 'deny'],
	] as const)('of a user who is %s', async (username, user, result) => {
		if (user) tenant.addUser({ username, ...user });
		expect(await preauth({ username })).toMatchObject({ result });
	});

	it('minds the status of groups', async () => {
		const groups = [tenant.addGroup({ name: 'closed', status: 'disabled' }).group_id];
		person('member', 'none', { groups });
		expect((await preauth({ username: 'member' })).result).toBe('deny');
	});

	it('hands out the code of a verified push only to those who know what it is', async () => {
		const { phone } = person('verified', 'approve');
		// Slow enough for the push to be still open when it is looked at, on a busy machine too.
		tenant.answer(phone.phone_id, { answer: 'approve', afterMs: 60_000 });
		expect(await preauth({ username: 'verified' })).not.toHaveProperty('verification_code');
		const { txid, verification_code, expiration } = await preauth({
			username: 'verified',
			client_supports_verified_push: '1',
		});
		expect([verification_code, expiration]).toEqual([someDigits, 60]);
		const start = await login({ username: 'verified', factor: 'push', txid, async: '1' });
		expect(start.response).toEqual({ txid });
		const status = (await get('auth_status', { txid })).body.response;
		expect(status.status_msg).toBe(`Please enter verification code ${verification_code} into Duo Mobile...`);
	});
});

describe('enrolment', () => {
	it('makes a user whose phone waits for the link to be opened', async () => {
		const { body } = await post('enroll', { username: 'newcomer', valid_secs: '60' });
		const { user_id, activation_code, activation_url, expiration } = body.response;
		expect(activation_code).toMatch(/^duo:\/\//);
		expect(Math.abs(expiration - Date.now() / 1000 - 60)).toBeLessThan(10);
		const status = async (code: string) =>
			(await post('enroll_status', { user_id, activation_code: code })).body.response;
		expect(await status(activation_code)).toBe('waiting');
		expect(await status('duo://other')).toBe('invalid');
		await call(tenant, 'GET', new URL(activation_url).pathname, {}, { sign: 'none' });
		expect(await status(activation_code)).toBe('success');
		expect((await post('preauth', { username: 'newcomer' })).body.response.result).toBe('auth');
		expect((await post('enroll', { username: 'newcomer' })).body).toMatchObject({
			code: 40002,
			message_detail: 'username already exists',
		});
	});

	it('invents a name when it gets none', async () => {
		expect((await post('enroll')).body.response.username).toMatch(/^[0-9a-f]{32}$/);
	});
});
