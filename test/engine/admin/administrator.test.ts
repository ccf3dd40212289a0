/** Administrators are read and deleted. */
import type { INodeParameters } from 'n8n-workflow';

import { locator } from '../../support/locator';
import { useTenant } from '../../support/useTenant';
import type { NewAdmin } from '../../tenant/model/records';

const duo = useTenant();
const { sent, writes } = duo;
const administrator = duo.admin.bind(null, 'administrator');
const named = (mode: string, value: string): INodeParameters => ({
	administrator: locator(mode, value),
});
const admins = () => [...duo.tenant.account.admins.values()];
const add = (name: string, given: Partial<NewAdmin> = {}) =>
	duo.tenant.addAdmin({ name, email: `${name.toLowerCase()}@example.test`, role: 'Help Desk', ...given });
const wholeList = { method: 'GET', path: '/admin/v1/admins', params: { limit: '500', offset: '0' } };

beforeEach(() => {
	duo.tenant.account.admins.clear();
});

describe('get', () => {
	it.each(['list', 'id'])('finds an administrator by %s with one call', async (mode) => {
		const { admin_id } = add('Ada');

		const { json, error } = await administrator('get', named(mode, admin_id));

		expect(error).toBeUndefined();
		expect(json).toMatchObject([{ admin_id, name: 'Ada', role: 'Help Desk', status: 'Active' }]);
		expect(sent()).toEqual([{ method: 'GET', path: `/admin/v1/admins/${admin_id}`, params: {} }]);
	});

	it('finds them by e-mail, with one list for all items', async () => {
		for (const name of ['Ada', 'Ben']) add(name);

		const { json } = await administrator('get', named('email', '={{ $json.who }}'), {
			items: ['ben@example.test', 'ADA@example.test'].map((who) => ({ who })),
		});

		expect(json.map(({ name }) => name)).toEqual(['Ben', 'Ada']);
		expect(sent()).toEqual([wholeList]);
	});

	it('says so when nobody or several have the e-mail, and when the ID is another’s', async () => {
		const ids = ['Ada', 'Eve'].map((name) => add(name, { email: 'team@example.test' }).admin_id);

		const nobody = await administrator('get', named('email', 'zoe@example.test'));
		const several = await administrator('get', named('email', 'team@example.test'));
		const user = await administrator('get', named('id', 'DUEXAMPLEUSER0000001'));

		expect(nobody.error?.message).toBe('No administrator in Duo has the e-mail address “zoe@example.test”');
		expect(several.error?.message).toBe(
			'2 administrators in Duo have the e-mail address “team@example.test”',
		);
		for (const id of ids) expect(several.error?.description).toContain(id);
		expect(user.error?.message).toBe('“DUEXAMPLEUSER0000001” is not an administrator ID');
	});
});

describe('getMany', () => {
	it('reads all pages, or up to the limit', async () => {
		for (let count = 0; count < 501; count++) add(`admin${count}`);

		const all = await administrator('getMany', { returnAll: true });
		const two = await administrator('getMany', { limit: 2 });

		expect(all.json.map(({ admin_id }) => admin_id)).toEqual(admins().map(({ admin_id }) => admin_id));
		expect(two.json.map(({ name }) => name)).toEqual(['admin0', 'admin1']);
		expect(sent().map(({ params }) => params)).toEqual([
			{ limit: '500', offset: '0' },
			{ limit: '500', offset: '500' },
			{ limit: '2', offset: '0' },
		]);
	});
});

describe('delete', () => {
	it('deletes each administrator and names them', async () => {
		const [ada, ben] = [add('Ada', { role: 'Owner' }), add('Ben'), add('Eve', { role: 'Owner' })];

		const { json, error } = await administrator('delete', named('email', '={{ $json.who }}'), {
			items: [{ who: ada.email }, { who: ben.email }],
		});

		expect(error).toBeUndefined();
		expect(json).toEqual([
			{ deleted: true, admin_id: ada.admin_id, name: 'Ada', email: ada.email, role: 'Owner' },
			{ deleted: true, admin_id: ben.admin_id, name: 'Ben', email: ben.email, role: 'Help Desk' },
		]);
		expect(writes().map(({ method, path }) => `${method} ${path}`)).toEqual(
			[ada, ben].map((each) => `DELETE /admin/v1/admins/${each.admin_id}`),
		);
		expect(admins().map(({ name }) => name)).toEqual(['Eve']);
	});

	it('keeps the last owner who can log in, also when an earlier item deleted the other', async () => {
		for (const name of ['Ada', 'Eve']) add(name, { role: 'Owner' });
		add('Ben', { role: 'Owner', status: 'Expired' });
		const items = ['ada@example.test', 'eve@example.test'].map((who) => ({ who }));

		const { error } = await administrator('delete', named('email', '={{ $json.who }}'), { items });

		expect(error).toMatchObject({
			message: 'Eve is the only active owner of this Duo account',
			context: { itemIndex: 1 },
		});
		expect(admins().map(({ name }) => name)).toEqual(['Eve', 'Ben']);
	});

	it('takes a well-formed ID that nobody has for the typo it is', async () => {
		const { error } = await administrator('delete', named('id', 'DEEXAMPLEADMIN000001'));

		expect(error).toMatchObject({ message: 'Duo does not find what the request names', httpCode: '404' });
		expect(writes()).toEqual([]);
	});
});

describe('permissions', () => {
	const existing = () => named('id', add('Ada').admin_id);
	it.each<[string, () => INodeParameters]>([
		['create', () => ({ email: 'ada@example.test', name: 'Ada' })],
		['delete', existing],
		['get', existing],
		['getMany', () => ({})],
		['update', () => ({ ...existing(), updateFields: { name: 'Ada L' } })],
	])('of %s are the ones that it declares', async (operation, prepare) => {
		await duo.expectPermissions('administrator', operation, prepare);
	});
});
