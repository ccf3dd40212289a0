/** The Auth API of the simulated tenant: logins in one call, in the background and by passcode. */
import { startTenant, type NewUser, type PhoneAnswer, type Tenant } from '..';
import { call, type Values } from '../testing/client';

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

describe('a login in one call', () => {
	it.each([
		['push', 'approve', { result: 'allow', status: 'allow', status_msg: 'Success. Logging you in...' }],
		['push', 'deny', { result: 'deny', status: 'deny', status_msg: 'Login request denied.' }],
		['push', 'fraud', { result: 'deny', status: 'fraud', status_msg: someText }],
		['push', 'none', { result: 'deny', status: 'timeout', status_msg: 'Login timed out.' }],
		['phone', 'approve', { result: 'allow', status: 'allow', status_msg: 'Success. Logging you in...' }],
		[
			'phone',
			'none',
			{ result: 'deny', status: 'deny', status_msg: 'No keypress detected. Please try again.' },
		],
		['sms', 'none', { result: 'deny', status: 'sent', status_msg: 'New SMS passcodes sent.' }],
		['auto', 'approve', { result: 'allow', status: 'allow', status_msg: 'Success. Logging you in...' }],
		['push', 'fail', { result: 'deny', status: 'push_failed', status_msg: someText }],
		['phone', 'fail', { result: 'deny', status: 'call_failed', status_msg: someText }],
	] as const)('by %s that meets %s ends so', async (factor, answer, response) => {
		const { user } = person(`${factor} ${answer}`, answer);
		expect(await login({ user_id: user.user_id, factor })).toEqual({ stat: 'OK', response });
	});

	it('needs a device that can do it', async () => {
		const landline = tenant.addPhone({ type: 'Landline', activated: false, number: '+15555550102' });
		tenant.addUser({ username: 'landline', phones: [landline.phone_id] });
		const textsOnly = tenant.addPhone({ capabilities: ['auto', 'sms'] });
		tenant.addUser({ username: 'texts', phones: [textsOnly.phone_id] });
		expect(await login({ username: 'texts', factor: 'auto' })).toMatchObject({
			code: 40002,
			message_detail: 'no capable device',
		});
		for (const factor of ['push', 'sms']) {
			expect(await login({ username: 'landline', factor })).toMatchObject({
				code: 40002,
				message_detail: 'no capable device',
			});
		}
		expect(await login({ username: 'landline', factor: 'phone' })).toMatchObject({
			response: { result: 'allow' },
		});
		expect(await login({ username: 'landline', factor: 'push', device: 'DPOTHER' })).toMatchObject({
			stat: 'FAIL',
		});
		for (const [values, message_detail] of [
			[{ username: ' ' }, 'username'],
			[{ username: 'unknown' }, 'username'],
			[{ user_id: 'DUXXXXXXXXXXXXXXXXXX' }, 'user_id'],
		] as const) {
			expect(await login({ ...values, factor: 'push' })).toMatchObject({ code: 40002, message_detail });
		}
	});

	it.each([
		['bypass', { result: 'allow', status: 'bypass' }],
		['disabled', { result: 'deny', status: 'deny' }],
		['locked out', { result: 'deny', status: 'locked_out' }],
	] as const)('of a user who is %s asks nobody', async (status, response) => {
		person(status, 'fraud', { status });
		expect(await login({ username: status, factor: 'push' })).toMatchObject({ response });
	});
});

describe('a passcode', () => {
	const use = async (username: string, passcode: string) =>
		(await post('auth', { username, factor: 'passcode', passcode })).body.response;

	it('may be a bypass code, used up by its uses and with its zeros', async () => {
		const { user } = person('bypass code', 'none');
		tenant.addBypassCode({ user: user.user_id, code: '007', reuse_count: 2 });
		expect(await use('bypass code', '7')).toEqual({
			result: 'deny',
			status: 'deny',
			status_msg: 'Incorrect passcode. Please try again.',
		});
		expect((await use('bypass code', '007')).result).toBe('allow');
		expect((await use('bypass code', '007')).result).toBe('allow');
		expect((await use('bypass code', '007')).result).toBe('deny');
	});

	it('may not be an expired one, or one of somebody else', async () => {
		const { user } = person('owner', 'none');
		person('thief', 'none');
		tenant.addBypassCode({ user: user.user_id, code: '111', expiration: 1 });
		tenant.addBypassCode({ user: user.user_id, code: '222', expiration: null });
		expect((await use('owner', '111')).result).toBe('deny');
		expect((await use('thief', '222')).result).toBe('deny');
	});

	it('may come from a text message, whose next code is announced', async () => {
		const { phone } = person('texter', 'none');
		await login({ username: 'texter', factor: 'sms' });
		const [code = ''] = phone.smsPasscodes;
		const { devices } = (await post('preauth', { username: 'texter' })).body.response;
		expect(devices[0]?.sms_nextcode).toBe(code.charAt(0));
		expect((await use('texter', code)).result).toBe('allow');
		expect((await use('texter', code)).result).toBe('deny');
	});

	it('may come from a hardware token', async () => {
		const { user } = person('token', 'none');
		tenant.account.passcodes = ['012345'];
		expect((await use('token', '012345')).result).toBe('deny');
		tenant.addToken({ type: 'h6', serial: '1', users: [user.user_id] });
		expect((await use('token', '012345')).result).toBe('allow');
		expect((await use('token', '012345')).result).toBe('deny');
	});
});

describe('a login in the background', () => {
	it('is pushed first; later questions wait for a change, and the end is told again', async () => {
		const { phone } = person('later', 'none');
		const { txid } = (await login({ username: 'later', factor: 'push', async: '1' })).response;
		const ask = async () => (await get('auth_status', { txid })).body.response;
		expect(await ask()).toEqual({
			result: 'waiting',
			status: 'pushed',
			status_msg: 'Pushed a login request to your device...',
			auth_delayed: false,
		});
		const second = ask();
		const early = await Promise.race([
			second,
			new Promise((resolve) => setTimeout(resolve, 60, 'still waiting')),
		]);
		expect(early).toBe('still waiting');
		tenant.answer(phone.phone_id, { answer: 'approve', afterMs: 0 });
		expect(await second).toMatchObject({ result: 'allow', status: 'allow' });
		expect(await ask()).toMatchObject({ result: 'allow' });
	});

	it('ends as the person decides last', async () => {
		const { phone } = person('undecided', 'none');
		tenant.answer(phone.phone_id, { answer: 'approve', afterMs: 60 });
		const decision = login({ username: 'undecided', factor: 'push' });
		await new Promise((resolve) => setTimeout(resolve, 25));
		tenant.answer(phone.phone_id, { answer: 'deny', afterMs: 80 });
		expect((await decision).response).toMatchObject({ result: 'deny', status: 'deny' });
	});

	it('by call is calling first', async () => {
		const { phone } = person('called', 'approve');
		// longer than the two requests before the first look, on a busy machine too
		tenant.answer(phone.phone_id, { answer: 'approve', afterMs: 100 });
		const { txid } = (await login({ username: 'called', factor: 'phone', async: 'true' })).response;
		const ask = async () => (await get('auth_status', { txid })).body.response;
		expect(await ask()).toMatchObject({ result: 'waiting', status: 'calling' });
		let last = await ask();
		while (last.result === 'waiting') last = await ask();
		expect(last).toMatchObject({ result: 'allow' });
	});

	it('is unknown under another name', async () => {
		expect((await get('auth_status', { txid: 'nothing' })).body.stat).toBe('FAIL');
	});
});

it('ends a held question, limits the logins of one user and denies unknown users, when told to', async () => {
	const other = await startTenant({ longestHoldMs: 100, loginsOfUserPerMinute: 1, deniesUnknownUsers: true });
	try {
		for (const username of ['ada', 'bob']) {
			const { phone_id } = other.addPhone({ answer: { answer: 'approve', afterMs: 400 } });
			other.addUser({ username, phones: [phone_id] });
		}
		const start = async (username: string) => {
			const values = { username, factor: 'push', device: 'auto', async: '1' };
			return (await call(other, 'POST', '/auth/v2/auth', values)).body;
		};
		const { txid } = (await start('ada')).response;
		const ask = async () => (await call(other, 'GET', '/auth/v2/auth_status', { txid })).body;
		expect(await ask()).toMatchObject({ response: { result: 'waiting' } });
		const began = performance.now();
		expect(await ask()).toMatchObject({ stat: 'FAIL', code: 40002 });
		expect(performance.now() - began).toBeGreaterThan(90);
		let last = await ask();
		while (last.stat === 'FAIL') last = await ask();
		expect(last).toMatchObject({ response: { result: 'allow' } });

		expect(await start('ada')).toMatchObject({ code: 42901, message: 'Too Many Requests' });
		expect(await start('bob')).toMatchObject({ stat: 'OK' });
		const preauth = await call(other, 'POST', '/auth/v2/preauth', { username: 'nobody' });
		expect(preauth.body.response).toEqual({
			result: 'deny',
			status_msg: expect.stringContaining('cannot authenticate with Duo Security') as unknown,
		});
	} finally {
		await other.stop();
	}
});

it('remembers devices, and has a logo, when told to', async () => {
	const other = await startTenant({ rememberedDevices: true, logo: false });
	try {
		const { phone_id } = other.addPhone();
		for (const username of ['ada', 'bob']) other.addUser({ username, phones: [phone_id] });
		const values = { username: 'ada', factor: 'push', device: phone_id };
		const { trusted_device_token } = (await call(other, 'POST', '/auth/v2/auth', values)).body.response;
		const preauth = async (username: string) =>
			(await call(other, 'POST', '/auth/v2/preauth', { username, trusted_device_token })).body.response
				.result;
		expect([await preauth('ada'), await preauth('bob')]).toEqual(['allow', 'auth']);
		expect((await call(other, 'GET', '/auth/v2/logo')).body.stat).toBe('FAIL');
		const logo = await get('logo');
		expect([logo.headers['content-type'], logo.text.slice(1, 4)]).toEqual(['image/png', 'PNG']);
	} finally {
		await other.stop();
	}
});
