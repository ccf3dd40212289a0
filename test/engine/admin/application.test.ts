/** Applications are read and deleted, and their secret keys stay hidden. */
import type { INodeParameters } from 'n8n-workflow';

import { inAnyOrder } from '../../support/inAnyOrder';
import { locator } from '../../support/locator';
import { useTenant } from '../../support/useTenant';
import { newIntegration } from '../../tenant/model/records';

const duo = useTenant();
const { sent, writes } = duo;
const application = duo.admin.bind(null, 'application');
const named = (mode: string, value: string): INodeParameters => ({
	application: locator(mode, value),
});
const path = '/admin/v3/integrations';
const stored = () => [...duo.tenant.account.integrations.values()];
const secret = 'a-secret-that-must-never-get-out';
const sso = { oidc_config: { client_id: 'x', client_secret: secret, scopes: ['openid'] } };
/** An application that holds a secret deep inside. */
const add = (name: string) => {
	const integration_key = duo.tenant.account.ids.id('DI');
	const made = newIntegration({ integration_key, name, type: 'websdk', sso });
	duo.tenant.account.integrations.set(integration_key, made);
	return integration_key;
};

describe('get', () => {
	it.each(['list', 'id'])('finds an application by %s with one call', async (mode) => {
		const integration_key = add('VPN');

		const { json, error } = await application('get', named(mode, integration_key));

		expect(error).toBeUndefined();
		expect(json).toMatchObject([{ integration_key, name: 'VPN', type: 'websdk' }]);
		expect(sent()).toEqual([{ method: 'GET', path: `${path}/${integration_key}`, params: {} }]);
	});

	it('finds them by name, with one list for all items, and without secrets at any depth', async () => {
		for (const name of ['VPN', 'Wiki']) add(name);

		const byName = await application('get', named('name', '={{ $json.app }}'), {
			items: [{ app: 'wiki' }, { app: 'VPN' }],
		});
		const byKey = await application('get', named('id', add('Mail')));

		expect(byName.json.map(({ name }) => name)).toEqual(['Wiki', 'VPN']);
		expect(sent().slice(0, 2)).toEqual([
			{ method: 'GET', path, params: { limit: '500', offset: '0' } },
			{ method: 'GET', path: expect.stringContaining(`${path}/DI`) as unknown, params: {} },
		]);
		for (const { json } of [byName, byKey]) {
			expect(json[0]?.sso).toEqual({ oidc_config: { client_id: 'x', scopes: ['openid'] } });
			expect(JSON.stringify(json)).not.toContain(secret);
		}
	});

	it('says so when none or several have the name', async () => {
		const keys = ['VPN', 'VPN'].map(add);

		const none = await application('get', named('name', 'Wiki'));
		const several = await application('get', named('name', 'VPN'));

		expect(none.error?.message).toBe('No application in Duo has the name “Wiki”');
		expect(several.error?.message).toBe('2 applications in Duo have the name “VPN”');
		expect(several.error?.description).toContain('by integration key: ');
		for (const key of keys) expect(several.error?.description).toContain(key);
	});

	it('tells other keys from an integration key, and repeats no secret key', async () => {
		const secretKey = 'aB3'.repeat(14).slice(0, 40);

		const user = await application('get', named('id', 'DUEXAMPLEUSER0000001'));
		const pasted = await application('get', named('id', secretKey));

		expect(user.error).toMatchObject({
			message: '“DUEXAMPLEUSER0000001” is not an integration key',
			description: 'In Duo, an integration key is DI and 18 capital letters or digits.',
		});
		expect(pasted.error?.message).toBe('“Application” holds what looks like a secret key');
		expect(pasted.error?.description).not.toContain(secretKey);
		expect(sent()).toEqual([]);
	});
});

describe('getMany', () => {
	it('reads all pages, or up to the limit, without secrets', async () => {
		for (let count = 0; count < 500; count++) add(`app${count}`);

		const all = await application('getMany', { returnAll: true });
		const two = await application('getMany', { limit: 2 });

		expect(all.json.map(({ integration_key: key }) => key)).toEqual(
			stored().map(({ integration_key: key }) => key),
		);
		expect(two.json).toHaveLength(2);
		expect(JSON.stringify(all.json)).not.toContain(secret);
		expect(sent()).toEqual([
			{ method: 'GET', path, params: { limit: '500', offset: '0' } },
			{ method: 'GET', path, params: { limit: '500', offset: '500' } },
			{ method: 'GET', path, params: { limit: '2', offset: '0' } },
		]);
	});
});

describe('delete', () => {
	it('deletes each application and names it', async () => {
		const keys = ['VPN', 'Wiki'].map(add);
		const before = stored().length;

		const { json, error } = await application('delete', named('name', '={{ $json.app }}'), {
			items: [{ app: 'VPN' }, { app: 'Wiki' }],
		});

		expect(error).toBeUndefined();
		expect(json).toEqual(
			['VPN', 'Wiki'].map((name, index) => ({
				deleted: true,
				integration_key: keys[index],
				name,
				type: 'websdk',
			})),
		);
		expect(writes()).toEqual(
			inAnyOrder(keys.map((key) => ({ method: 'DELETE', path: `${path}/${key}`, params: {} }))),
		);
		expect(stored()).toHaveLength(before - 2);
	});

	it.each(['name', 'id'])('refuses to saw off the branch it sits on, by %s', async (mode) => {
		const { integrationKey, name } = duo.tenant.keys.admin;

		const { error } = await application('delete', named(mode, mode === 'name' ? name : integrationKey));

		expect(error).toMatchObject({
			message: `“${name}” is the application whose keys this node uses`,
			context: { itemIndex: 0 },
		});
		expect(writes()).toEqual([]);
		expect(duo.tenant.account.integrations.has(integrationKey)).toBe(true);
	});

	it('takes a well-formed key that no application has for the typo it is, also after it was deleted', async () => {
		add('VPN');

		const typo = await application('delete', named('id', 'DIEXAMPLEINTEG000001'));
		const twice = await application('delete', named('name', 'VPN'), { items: [{}, {}] });

		expect(typo.error?.message).toBe('Duo does not find what the request names');
		expect(twice.error).toMatchObject({
			message: 'No application in Duo has the name “VPN”',
			context: { itemIndex: 1 },
		});
		expect(writes()).toHaveLength(1);
	});
});

describe('permissions', () => {
	it.each<[string, () => INodeParameters]>([
		['create', () => ({ name: 'VPN', type: 'websdk' })],
		['delete', () => named('id', add('VPN'))],
		['get', () => named('id', add('VPN'))],
		['getMany', () => ({})],
		['update', () => ({ ...named('id', add('VPN')), updateFields: { notes: 'x' } })],
	])('of %s are the ones that it declares', async (operation, prepare) => {
		await duo.expectPermissions('application', operation, prepare);
	});
});
