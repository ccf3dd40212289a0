/** Phones, bypass codes, groups and other devices in the simulated tenant. */
import { startTenant, type Tenant } from '..';
import { call, type Values } from '../testing/client';

const someText: unknown = expect.any(String);
const someTokenId: unknown = expect.stringMatching(/^DH/);

let tenant: Tenant;
beforeEach(async () => {
	tenant = await startTenant();
});
afterEach(() => tenant.stop());

const get = (path: string, values?: Values) => call(tenant, 'GET', path, values);
const post = (path: string, values?: Values) => call(tenant, 'POST', path, values);
const remove = (path: string) => call(tenant, 'DELETE', path);

describe('phones', () => {
	it.each([
		['+44 20 7946 0958', '+442079460958'],
		['(415) 555-2671', '+14155552671'],
		['1-415-555-2671', '+14155552671'],
		['', ''],
	])('keep the number %s as %s', async (number, stored) => {
		const { body } = await post('/admin/v1/phones', { number });
		expect(body.response.number).toBe(stored);
	});

	it.each(['1234567890', '+1', 'call me', '+0123456789'])('refuse the number %s', async (number) => {
		const { body } = await post('/admin/v1/phones', { number });
		expect(body).toMatchObject({ code: 40002, message: 'Invalid request parameters' });
		expect(tenant.account.phones.size).toBe(0);
	});

	it('are made once per number and extension, though a test may make duplicates', async () => {
		const create = (extension: string) => post('/admin/v1/phones', { number: '415-555-2671', extension });
		expect((await create('')).status).toBe(200);
		expect((await create('7')).status).toBe(200);
		expect((await create('7')).body).toMatchObject({ code: 40003, message: 'Duplicate resource' });
		tenant.addPhone({ number: '+14155552671', extension: '7' });
		expect(
			(await get('/admin/v1/phones', { number: '+14155552671', extension: '7' })).body.response,
		).toHaveLength(2);
		expect((await get('/admin/v1/phones', { number: '4155552671' })).body.response).toEqual([]);
	});

	it('are written in lower case and answered with capitals', async () => {
		const { body } = await post('/admin/v1/phones', {
			type: 'mobile',
			platform: 'apple ios',
			predelay: '05',
			name: 'x',
		});
		expect(body.response).toMatchObject({
			type: 'Mobile',
			platform: 'Apple iOS',
			activated: false,
			name: 'x',
			users: [],
		});
		const plain = await post('/admin/v1/phones');
		expect(plain.body.response).toMatchObject({ type: 'Unknown', platform: 'Unknown', number: '' });
		expect((await post('/admin/v1/phones', { platform: 'toaster' })).body.message_detail).toBe('platform');
	});

	it('show their users reduced, and never as enrolled', async () => {
		const { user_id } = tenant.addUser({ username: 'ada' });
		const { phone_id } = tenant.addPhone({ users: [user_id] });
		const { users } = (await get(`/admin/v1/phones/${phone_id}`)).body.response;
		expect(users).toHaveLength(1);
		expect(users[0]).toMatchObject({ user_id, username: 'ada', is_enrolled: false });
		expect(users[0]).not.toHaveProperty('phones');
		expect((await get(`/admin/v1/users/${user_id}`)).body.response.is_enrolled).toBe(true);
	});

	it('change, and leave their users when deleted', async () => {
		const { phone_id } = tenant.addPhone({ number: '+14155552671' });
		const user = tenant.addUser({ username: 'ada', phones: [phone_id] });
		const path = `/admin/v1/phones/${phone_id}`;
		expect((await post(path, { number: '+14155552671', name: 'new' })).body.response.name).toBe('new');
		expect((await remove(path)).body.response).toBe('');
		expect((await remove(path)).body.response).toBe('');
		expect(user.phones).toEqual([]);
		expect((await get(path)).body.code).toBe(40401);
		expect((await post(path)).body.code).toBe(40401);
	});

	it('are activated by the link, until it expires', async () => {
		const phone = tenant.addPhone({ activated: false, number: '+14155552671' });
		const make = async (values: Values) =>
			(await post(`/admin/v1/phones/${phone.phone_id}/activation_url`, values)).body.response;
		const { activation_url, valid_secs, installation_url } = await make({ valid_secs: '60', install: '1' });
		expect({ valid_secs, installation_url }).toEqual({ valid_secs: 60, installation_url: someText });
		expect(await make({})).not.toHaveProperty('installation_url');
		const open = () => call(tenant, 'GET', new URL(activation_url).pathname, {}, { sign: 'none' });
		tenant.clock.skewSeconds = 61;
		expect((await open()).text).toContain('not valid');
		expect(phone.activated).toBe(false);
		tenant.clock.skewSeconds = 0;
		await open();
		expect(phone.activated).toBe(true);
	});

	it('get text messages in the words of the caller, with the link in its place', async () => {
		const path = `/admin/v1/phones/${tenant.addPhone({ number: '+14155552671' }).phone_id}/send_sms_activation`;
		const { body } = await post(path, { activation_msg: 'Go to <acturl> now' });
		expect(body.response.activation_msg).toMatch(/^Go to https:\/\/127\.0\.0\.1.* now$/);
		expect((await post(path, { activation_msg: 'Go' })).body).toMatchObject({
			code: 40002,
			message_detail: 'activation_msg',
		});
		const unknown = tenant.addPhone({ type: 'Unknown' }).phone_id;
		expect((await post(`/admin/v1/phones/${unknown}/activation_url`)).status).toBe(400);
	});
});

describe('bypass codes', () => {
	const setUp = () => {
		const { user_id } = tenant.addUser({ username: 'ada' });
		return { user_id, path: `/admin/v1/users/${user_id}/bypass_codes` };
	};

	it('are shown once, as text, and then only described', async () => {
		const { path } = setUp();
		const made = await post(path, { codes: '007418529,118529630', reuse_count: '0', valid_secs: '60' });
		expect(made.body.response).toEqual(['007418529', '118529630']);
		const listed = await get(path);
		expect(listed.text).not.toContain('007418529');
		expect(listed.body.response[0]).toMatchObject({
			reuse_count: null,
			user: { username: 'ada', is_enrolled: false },
		});
		const { bypass_code_id, created, expiration } = listed.body.response[0]!;
		expect(expiration - created).toBe(60);
		expect((await get(`/admin/v1/bypass_codes/${bypass_code_id}`)).body.response).toEqual(
			listed.body.response[0],
		);
		await remove(`/admin/v1/bypass_codes/${bypass_code_id}`);
		expect((await get('/admin/v1/bypass_codes')).body.metadata?.total_objects).toBe(1);
	});

	it('replace the old ones unless told to keep them', async () => {
		const { path } = setUp();
		expect((await post(path)).body.response).toHaveLength(10);
		await post(path, { count: '2' });
		expect(tenant.account.bypassCodes.size).toBe(2);
		await post(path, { count: '3', preserve_existing: 'True' });
		expect(tenant.account.bypassCodes.size).toBe(5);
	});

	it('change nothing when the call fails', async () => {
		const { user_id, path } = setUp();
		for (let index = 0; index < 95; index++) tenant.addBypassCode({ user: user_id, code: `${100 + index}` });
		expect((await post(path, { count: '6', preserve_existing: '1' })).body.code).toBe(50001);
		expect((await post(path, { codes: '100,999', preserve_existing: '1' })).status).toBe(400);
		expect((await post(path, { codes: '1', count: '1' })).status).toBe(400);
		expect((await post(path, { count: '11' })).status).toBe(400);
		expect(tenant.account.bypassCodes.size).toBe(95);
	});
});

describe('groups', () => {
	it('capitalise their status and list their members in version 2', async () => {
		const { body } = await post('/admin/v1/groups', { name: 'qa', desc: 'People', status: 'bypass' });
		expect(body.response).toMatchObject({
			name: 'qa',
			desc: 'People',
			status: 'Bypass',
			push_enabled: false,
		});
		const { group_id } = body.response;
		const { user_id } = tenant.addUser({ username: 'ada', groups: [group_id] });
		const members = await get(`/admin/v2/groups/${group_id}/users`);
		expect(members.body).toMatchObject({
			response: [{ user_id, username: 'ada' }],
			metadata: { total_objects: 1 },
		});
		expect((await get(`/admin/v2/groups/${group_id}`)).body.response).not.toHaveProperty('users');
		expect((await post('/admin/v1/groups', { name: 'qa' })).status).toBe(400);
		expect((await post(`/admin/v1/groups/${group_id}`, { status: 'active' })).body.response.status).toBe(
			'Active',
		);
		await remove(`/admin/v1/groups/${group_id}`);
		expect(tenant.account.users.get(user_id)?.groups).toEqual([]);
		expect((await get(`/admin/v2/groups/${group_id}`)).status).toBe(404);
	});
});

describe('other devices', () => {
	it('include tokens, found by type and serial together', async () => {
		const values = { type: 'h6', serial: '0012', secret: 'abcdef' };
		const { body } = await post('/admin/v1/tokens', values);
		expect(body.response).toEqual({
			admins: [],
			serial: '0012',
			token_id: someTokenId,
			totp_step: null,
			type: 'h6',
			users: [],
		});
		expect((await post('/admin/v1/tokens', values)).status).toBe(400);
		expect((await post('/admin/v1/tokens', { ...values, type: 'd1', serial: '2' })).status).toBe(400);
		expect((await get('/admin/v1/tokens', { type: 'h6', serial: '0012' })).body.response).toHaveLength(1);
		expect((await get('/admin/v1/tokens', { serial: '0012' })).status).toBe(400);
		const codes = { code1: '000001', code2: '000002', code3: '000003' };
		expect((await post(`/admin/v1/tokens/${body.response.token_id}/resync`, codes)).body.response).toBe('');
	});

	it('include WebAuthn credentials, which make a user enrolled', async () => {
		const { user_id } = tenant.addUser({ username: 'ada' });
		const { webauthnkey } = tenant.addWebAuthnCredential({ user: user_id, credential_name: 'Blue key' });
		const path = `/admin/v1/webauthncredentials/${webauthnkey}`;
		expect((await get(path)).body.response).toMatchObject({
			credential_name: 'Blue key',
			admin: null,
			user: { user_id },
		});
		const user = (await get(`/admin/v1/users/${user_id}`)).body.response;
		expect(user).toMatchObject({
			is_enrolled: true,
			webauthncredentials: [{ webauthnkey, label: 'Security Key' }],
		});
		await remove(path);
		expect((await get(path)).status).toBe(404);
	});
});
