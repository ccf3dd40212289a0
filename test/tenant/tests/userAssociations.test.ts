/** What hangs on a user in the simulated tenant: phones, groups and tokens. */
import { startTenant, type Tenant } from '..';
import { call, type Values } from '../testing/client';

let tenant: Tenant;
beforeEach(async () => {
	tenant = await startTenant();
});
afterEach(() => tenant.stop());

const get = (path: string, values?: Values) => call(tenant, 'GET', path, values);
const post = (path: string, values?: Values) => call(tenant, 'POST', path, values);
const remove = (path: string) => call(tenant, 'DELETE', path);

describe('what hangs on a user', () => {
	it('is attached once, listed and detached as often as one likes', async () => {
		const user = tenant.addUser({ username: 'ada' });
		const path = `/admin/v1/users/${user.user_id}/phones`;
		const { phone_id } = tenant.addPhone({ number: '+15555550101' });
		for (let time = 0; time < 2; time++) expect((await post(path, { phone_id })).body.response).toBe('');
		const listed = await get(path);
		expect(listed.body.metadata).toEqual({ total_objects: 1 });
		expect(listed.body.response[0]).not.toHaveProperty('users');
		expect(listed.body.response[0]).not.toHaveProperty('answer');
		expect((await get(`/admin/v1/users/${user.user_id}`)).body.response).toMatchObject({ is_enrolled: true });
		for (let time = 0; time < 2; time++) expect((await remove(`${path}/${phone_id}`)).body.response).toBe('');
		expect(user.phones).toEqual([]);
		expect(tenant.account.phones.has(phone_id)).toBe(true);
		expect((await post(path, { phone_id: 'DPNOTHING' })).status).toBe(400);
	});

	it.each([
		['phones', 'phone_id'],
		['groups', 'group_id'],
		['tokens', 'token_id'],
	] as const)('is at most a hundred %s', async (kind, parameter) => {
		const make = {
			phones: () => tenant.addPhone().phone_id,
			groups: () => tenant.addGroup({ name: 'g' }).group_id,
			tokens: () => tenant.addToken({ type: 'h6', serial: '1' }).token_id,
		};
		const user = tenant.addUser({ username: 'ada', [kind]: Array.from({ length: 99 }, make[kind]) });
		const attach = () => post(`/admin/v1/users/${user.user_id}/${kind}`, { [parameter]: make[kind]() });
		expect((await attach()).status).toBe(200);
		expect((await attach()).body).toMatchObject({ code: 50001 });
		expect(user[kind]).toHaveLength(100);
	});

	it('is shared by at most a hundred users', async () => {
		const { phone_id } = tenant.addPhone();
		for (let index = 0; index < 100; index++) tenant.addUser({ username: `u${index}`, phones: [phone_id] });
		const user = tenant.addUser({ username: 'one too many' });
		expect((await post(`/admin/v1/users/${user.user_id}/phones`, { phone_id })).body.code).toBe(50001);
	});
});
