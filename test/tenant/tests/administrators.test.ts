/** What Duo refuses and masks about administrators, applications and child accounts. */
import { startTenant, type Tenant } from '..';
import { call, type Values } from '../testing/client';

let tenant: Tenant;
beforeEach(async () => {
	tenant = await startTenant();
});
afterEach(() => tenant.stop());

const post = async (path: string, values: Values = {}) =>
	(await call(tenant, 'POST', `/admin/v1/${path}`, values, { sign: 'v5' })).body;
const ada = { name: 'Ada', email: 'ada@example.test' };

it('an e-mail address that is taken is refused with a sentence, not as a duplicate', async () => {
	tenant.addAdmin(ada);
	const { code, message_detail } = await post('admins', { ...ada, role: 'Billing' });
	expect(code).toBe(40002);
	expect(message_detail).toMatch(/^\w+( \w+)+\.$/);
});

it('roles are Duo’s own, to the letter, or custom ones; each administrator has the id of theirs', async () => {
	expect(await post('admins', { ...ada, role: 'night shift' })).toMatchObject({ code: 40002 });
	tenant.account.customRoles.add('night shift');
	const { response } = await post('admins', { ...ada, role: 'night shift' });
	expect(response).toMatchObject({ role: 'night shift', role_id: expect.any(String) as unknown });
});

it('an owner cannot be restricted by administrative units', async () => {
	const restricted_by_admin_units = true;
	expect(await post('admins', { ...ada, restricted_by_admin_units })).toMatchObject({ code: 40002 });
	const { admin_id } = tenant.addAdmin({ ...ada, role: 'Owner' });
	expect(await post(`admins/${admin_id}`, { restricted_by_admin_units })).toMatchObject({ code: 40002 });
	expect(await post(`admins/${admin_id}`, { restricted_by_admin_units, role: 'Billing' })).toMatchObject({
		stat: 'OK',
	});
});

it('one activation link per administrator, and only for those who are pending activation', async () => {
	const active = tenant.addAdmin(ada).admin_id;
	const pending = tenant.addAdmin({ ...ada, status: 'Pending Activation' }).admin_id;
	expect(await post(`admins/${active}/activation_link`)).toMatchObject({ stat: 'FAIL' });
	expect(await post(`admins/${pending}/activation_link`)).toMatchObject({ stat: 'OK' });
	expect(await post(`admins/${pending}/activation_link`)).toMatchObject({ stat: 'FAIL' });
	await call(tenant, 'DELETE', `/admin/v1/admins/${pending}/activation_link`);
	expect(await post(`admins/${pending}/activation_link`)).toMatchObject({ stat: 'OK' });
});

it('version 3 of applications masks the secret, also of one that was just made', async () => {
	const made = (
		await call(tenant, 'POST', '/admin/v3/integrations', { name: 'App', type: 'authapi' }, { sign: 'v5' })
	).body.response;
	const key = String(made.integration_key);
	const reset = (
		await call(tenant, 'POST', `/admin/v3/integrations/${key}`, { reset_secret_key: 1 }, { sign: 'v5' })
	).body.response;
	for (const { secret_key } of [made, reset]) expect(secret_key).toMatch(/^\*+$/);
});

it('administrative units have names of their own; changing one adds what is listed and takes nothing out', async () => {
	const [one, two] = ['one', 'two'].map((name) => tenant.addGroup({ name }).group_id);
	const given = { name: 'Branch', description: 'Branch', restrict_by_groups: true };
	const { response } = await post('administrative_units', { ...given, groups: JSON.stringify([one]) });
	expect(await post('administrative_units', given)).toMatchObject({ stat: 'FAIL' });
	const path = `administrative_units/${String(response.admin_unit_id)}`;
	expect((await post(path, { groups: JSON.stringify([two]) })).response).toMatchObject({
		groups: [one, two],
	});
});

it('deleting an unknown child account succeeds', async () => {
	const reply = await call(
		tenant,
		'POST',
		'/accounts/v1/account/delete',
		{ account_id: 'DANOTHING' },
		{ sign: 'v5' },
	);
	expect(reply.body).toEqual({ stat: 'OK', response: '' });
});

it('a user has at most 100 WebAuthn credentials', () => {
	const [zoe, ben] = ['zoe', 'ben'].map((username) => tenant.addUser({ username }).user_id);
	for (let count = 0; count < 100; count++) tenant.addWebAuthnCredential({ user: zoe! });
	expect(() => tenant.addWebAuthnCredential({ user: zoe! })).toThrow('at most 100');
	expect(() => tenant.addWebAuthnCredential({ user: ben! })).not.toThrow();
});

it('publishing a draft of the branding removes it', async () => {
	const { user_id } = tenant.addUser({ username: 'zoe' });
	await post('branding/draft', { card_accent_color: '#123456', user_ids: JSON.stringify([user_id]) });
	const draft = async () => (await call(tenant, 'GET', '/admin/v1/branding/draft')).body.response;
	expect(await draft()).toEqual({ card_accent_color: '#123456', user_ids: [user_id] });
	await post('branding/draft/publish');
	expect(await draft()).toEqual({ user_ids: [] });
	expect(tenant.account.branding.live).toEqual({ card_accent_color: '#123456' });
});
