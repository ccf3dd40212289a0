/** Users in the simulated tenant: one by one, in bulk, and a push that verifies them. */
import { startTenant, type PhoneAnswer, type Tenant } from '..';
import { call, type Values } from '../testing/client';

const someNumber: unknown = expect.any(Number);
const someUserId: unknown = expect.stringMatching(/^DU[A-Z0-9]{18}$/);

let tenant: Tenant;
beforeEach(async () => {
	tenant = await startTenant();
});
afterEach(() => tenant.stop());

const get = (path: string, values?: Values) => call(tenant, 'GET', path, values);
const post = (path: string, values?: Values) => call(tenant, 'POST', path, values);
const remove = (path: string) => call(tenant, 'DELETE', path);

describe('users', () => {
	it('are shown with every field and its empty value', async () => {
		const reply = await post('/admin/v1/users', { username: 'zoë' });
		expect(reply.text).toContain('"username": "zo\\u00eb"');
		expect(reply.body.response).toEqual({
			alias1: null,
			alias2: null,
			alias3: null,
			alias4: null,
			aliases: {},
			created: someNumber,
			custom_attributes: {},
			desktoptokens: [],
			email: '',
			enable_auto_prompt: true,
			external_id: null,
			firstname: null,
			groups: [],
			is_enrolled: false,
			last_directory_sync: null,
			last_login: null,
			lastname: null,
			lockout_reason: null,
			notes: '',
			phones: [],
			realname: null,
			status: 'active',
			tokens: [],
			u2ftokens: [],
			user_id: someUserId,
			username: 'zoë',
			webauthncredentials: [],
		});
	});

	it('are paged by offset, with a limit lowered to 300 and no next_offset at the end', async () => {
		for (let index = 0; index < 305; index++) tenant.addUser({ username: `user${index}` });
		const first = await get('/admin/v1/users', { limit: '1000', offset: '0' });
		expect(first.body.response).toHaveLength(300);
		expect(first.body.metadata).toEqual({ total_objects: 305, next_offset: 300 });
		const last = await get('/admin/v1/users', { limit: '1000', offset: '300' });
		expect(last.body.response.map(({ username }) => username)).toEqual(
			[300, 301, 302, 303, 304].map((index) => `user${index}`),
		);
		expect(last.body.metadata).toEqual({ total_objects: 305, prev_offset: 0 });
		expect((await get('/admin/v1/users')).body.response).toHaveLength(100);
		expect((await get('/admin/v1/users', { limit: 'ten' })).body).toMatchObject({
			code: 40002,
			message_detail: 'limit',
		});
	});

	it('are found by name or alias in any case, by e-mail and by lists; absent ones are no error', async () => {
		const ada = tenant.addUser({
			username: 'Ada',
			email: 'ada@example.com',
			aliases: { alias1: 'countess' },
		});
		const bob = tenant.addUser({ username: 'bob' });
		const ids = async (values: Values) => {
			const { body } = await get('/admin/v1/users', values);
			return body.response.map(({ user_id }) => user_id);
		};
		expect(await ids({ username: 'aDA' })).toEqual([ada.user_id]);
		expect(await ids({ username: 'Countess' })).toEqual([ada.user_id]);
		expect(await ids({ email: 'ada@example.com' })).toEqual([ada.user_id]);
		expect(await ids({ username: 'nobody' })).toEqual([]);
		expect(await ids({ username_list: '["bob", "nobody", "ada"]' })).toEqual([bob.user_id, ada.user_id]);
		expect(await ids({ user_id_list: JSON.stringify([bob.user_id]) })).toEqual([bob.user_id]);
	});

	it('are changed field by field, aliases one by one', async () => {
		const { user_id } = tenant.addUser({
			username: 'ada',
			notes: 'keep',
			aliases: { alias1: 'a', alias2: 'b' },
		});
		const { body } = await post(`/admin/v1/users/${user_id}`, {
			realname: 'Ada L',
			aliases: 'alias2=&alias5=c%26d',
		});
		expect(body.response).toMatchObject({
			username: 'ada',
			realname: 'Ada L',
			notes: 'keep',
			alias1: 'a',
			alias2: null,
			aliases: { alias1: 'a', alias5: 'c&d' },
		});
		const mixed = await post(`/admin/v1/users/${user_id}`, { alias1: 'x', aliases: 'alias2=y' });
		expect(mixed.body).toMatchObject({ code: 40002, message_detail: 'aliases' });
	});

	it('refuse what cannot be: taken names, no name, an unknown status, an unknown id', async () => {
		tenant.addUser({ username: 'ada', aliases: { alias1: 'countess' } });
		expect((await post('/admin/v1/users', { username: 'ADA' })).status).toBe(400);
		expect((await post('/admin/v1/users', { username: 'countess' })).status).toBe(400);
		expect((await post('/admin/v1/users')).status).toBe(400);
		expect((await post('/admin/v1/users', { username: ' ' })).body).toMatchObject({
			code: 40002,
			message_detail: 'username',
		});
		expect((await post('/admin/v1/users', { username: 'x', status: 'locked out' })).body.code).toBe(40002);
		expect((await get('/admin/v1/users/DUNOBODY')).body.code).toBe(40401);
		expect((await post('/admin/v1/users/DUNOBODY')).body.code).toBe(40401);
		expect(tenant.account.users.size).toBe(1);
	});

	it('are deleted for good, as often as one likes', async () => {
		const { user_id } = tenant.addUser({ username: 'ada' });
		tenant.addBypassCode({ user: user_id });
		for (let time = 0; time < 2; time++) {
			expect((await remove(`/admin/v1/users/${user_id}`)).body).toEqual({ stat: 'OK', response: '' });
		}
		expect(tenant.account.users.size).toBe(0);
		expect(tenant.account.bypassCodes.size).toBe(0);
	});

	it('are made in bulk, or not at all', async () => {
		const good = [{ username: 'a', email: 'a@example.com' }, { username: 'b' }];
		const bad = [{ username: 'c' }, { username: 'a' }];
		expect(
			(await post('/admin/v1/users/bulk_create', { users: JSON.stringify(good) })).body.response,
		).toHaveLength(2);
		expect((await post('/admin/v1/users/bulk_create', { users: JSON.stringify(bad) })).status).toBe(400);
		expect([...tenant.account.users.values()].map(({ username }) => username)).toEqual(['a', 'b']);
	});

	it('go to the trash and come back', async () => {
		const user = tenant.addUser({ username: 'ada', status: 'bypass' });
		const user_id_list = JSON.stringify([user.user_id]);
		await post('/admin/v1/users/bulk_send_to_trash', { user_id_list });
		expect(user.status).toBe('pending deletion');
		await post('/admin/v1/users/bulk_restore', { user_id_list });
		expect(user.status).toBe('bypass');
	});

	it('are enrolled by mail: a code as bare text, and a user who is not enrolled yet', async () => {
		const { body } = await post('/admin/v1/users/enroll', { username: 'ada', email: 'ada@example.com' });
		expect(body.response).toMatch(/^[0-9a-f]{16}$/);
		expect(tenant.account.sentEmails).toEqual([{ to: 'ada@example.com', code: body.response }]);
		expect((await get('/admin/v1/users', { username: 'ada' })).body.response[0]?.is_enrolled).toBe(false);
	});

	it('come from a directory', async () => {
		tenant.account.directories.set('DSDIRECTORY', new Set(['ada']));
		const sync = (username: string) =>
			post('/admin/v1/users/directorysync/DSDIRECTORY/syncuser', { username });
		expect((await sync('ada')).status).toBe(200);
		expect(tenant.account.findUser('ada')?.last_directory_sync).toBeGreaterThan(0);
		expect((await sync('bob')).status).toBe(404);
	});

	it('take JSON bodies as well, numbers and booleans as they are', async () => {
		const reply = await call(
			tenant,
			'POST',
			'/admin/v1/users',
			{ username: 'ada', enable_auto_prompt: false },
			{ sign: 'v5' },
		);
		expect(reply.body.response.enable_auto_prompt).toBe(false);
	});
});

describe('a verification push', () => {
	const push = async (answer: PhoneAnswer['answer']) => {
		const { phone_id } = tenant.addPhone({ answer: { answer, afterMs: 0 } });
		const { user_id } = tenant.addUser({ username: answer, phones: [phone_id] });
		const { body } = await post(`/admin/v1/users/${user_id}/send_verification_push`, { phone_id });
		expect(body.response.confirmation_code).toMatch(/^\d{6}$/);
		await new Promise((resolve) => setTimeout(resolve, 30));
		const { push_id } = body.response;
		return { push_id, ask: () => get(`/admin/v1/users/${user_id}/verification_push_response`, { push_id }) };
	};

	it.each([
		['approve', 'approve'],
		['deny', 'deny'],
		['fraud', 'fraud'],
		['none', 'waiting'],
		['fail', 'unknown error'],
	] as const)('met by %s is answered with %s', async (answer, result) => {
		const { push_id, ask } = await push(answer);
		expect((await ask()).body.response).toEqual({ push_id, result });
	});

	it('is forgotten after two minutes', async () => {
		const { ask } = await push('approve');
		tenant.clock.skewSeconds = 115;
		expect((await ask()).status).toBe(200);
		tenant.clock.skewSeconds = 130;
		expect((await ask()).body.code).toBe(40401);
	});
});

it('performs operations in bulk, each with its own outcome', async () => {
	const { group_id } = tenant.addGroup({ name: 'g' });
	const user = tenant.addUser({ username: 'ada' });
	const operations = [
		{ method: 'POST', path: '/admin/v1/users', body: { username: 'bob' } },
		{ method: 'POST', path: `/admin/v1/users/${user.user_id}/groups`, body: { group_id } },
		{ method: 'POST', path: '/admin/v1/users', body: { username: 'ada' } },
		{ method: 'POST', path: '/admin/v1/phones', body: {} },
	];
	const { body } = await post('/admin/v1/bulk', { operations: JSON.stringify(operations) });
	expect(body.response.map(({ stat }) => stat)).toEqual(['OK', 'OK', 'FAIL', 'FAIL']);
	expect(user.groups).toEqual([group_id]);
});
