/** Shared device authentication: created, read, updated and deleted. */
import type { INodeParameters } from 'n8n-workflow';

import { locator } from '../../support/locator';
import { useTenant } from '../../support/useTenant';

const duo = useTenant();
const { sent, writes } = duo;
const sharedDeviceAuth = duo.admin.bind(null, 'sharedDeviceAuth');
const path = '/admin/v1/desktop_authenticators/shared_device_auth';
const named = (value: string): INodeParameters => ({ sharedDeviceAuth: locator('id', value) });
const stored = () => [...duo.tenant.account.sharedDeviceAuths.values()];
const add = (name = 'Reception') => duo.tenant.account.addSharedDeviceAuth({ name }).shared_device_key;
const addGroup = () => duo.tenant.addGroup({ name: 'qa' }).group_id;

describe('get and getMany', () => {
	it('get gives the one that is named', async () => {
		const key = add();
		add('Warehouse');

		const { json, error } = await sharedDeviceAuth('get', named(key));

		expect(error).toBeUndefined();
		expect(json).toMatchObject([{ shared_device_key: key, name: 'Reception', active: true }]);
		expect(sent()).toEqual([{ method: 'GET', path: `${path}/${key}`, params: {} }]);
	});

	it('getMany gives all, or up to the limit', async () => {
		for (const name of ['Reception', 'Warehouse']) add(name);

		const all = await sharedDeviceAuth('getMany', { returnAll: true });
		const one = await sharedDeviceAuth('getMany', { limit: 1 });

		expect(all.json.map(({ name }) => name)).toEqual(['Reception', 'Warehouse']);
		expect(one.json.map(({ name }) => name)).toEqual(['Reception']);
		expect(sent()).toEqual(
			['500', '1'].map((limit) => ({ method: 'GET', path, params: { limit, offset: '0' } })),
		);
	});
});

describe('create', () => {
	it('sends groups and integrations as lists', async () => {
		const group = addGroup();

		const { json, error } = await sharedDeviceAuth('create', {
			groupIds: [group],
			trustedEndpointIntegrationIds: ['DMEXAMPLE00000000001'],
			additionalFields: { name: 'Reception', active: false },
		});

		expect(error).toBeUndefined();
		expect(writes()).toEqual([
			{
				method: 'POST',
				path,
				params: {
					group_id_list: [group],
					trusted_endpoint_integration_id_list: ['DMEXAMPLE00000000001'],
					name: 'Reception',
					active: '0',
				},
			},
		]);
		expect(stored()).toMatchObject([{ name: 'Reception', active: false, groups: [group] }]);
		expect(json).toMatchObject([{ shared_device_key: stored()[0]!.shared_device_key, name: 'Reception' }]);
	});

	it.each<[string, INodeParameters, string]>([
		['no groups', { groupIds: [] }, '“Group IDs” is empty'],
		['a group by its name', { groupIds: ['qa'] }, '“qa” is not a group ID'],
		[
			'no integrations',
			{ groupIds: ['DGEXAMPLEGROUP000001'] },
			'“Trusted Endpoint Integration IDs” is empty',
		],
	])('refuses %s', async (_, parameters, message) => {
		const { error } = await sharedDeviceAuth('create', parameters);

		expect(error?.message).toBe(message);
		expect(sent()).toEqual([]);
	});
});

describe('update', () => {
	it('changes only the fields that were added', async () => {
		const key = add();
		const group = addGroup();

		const { json } = await sharedDeviceAuth('update', {
			...named(key),
			updateFields: { groupIds: [group], active: true },
		});

		expect(writes()).toEqual([
			{ method: 'PUT', path: `${path}/${key}`, params: { group_id_list: [group], active: '1' } },
		]);
		expect(json).toMatchObject([
			{ shared_device_key: key, name: 'Reception', groups: [{ group_id: group, name: 'qa' }] },
		]);
		expect(stored()).toMatchObject([{ name: 'Reception', active: true, groups: [group] }]);
	});

	it('refuses to update nothing, or what is not there', async () => {
		const nothing = await sharedDeviceAuth('update', { ...named(add()), updateFields: {} });
		const typo = await sharedDeviceAuth('update', {
			...named('EXAMPLEKEY0000000001'),
			updateFields: { name: 'Lobby' },
		});

		expect(nothing.error?.message).toBe('There is nothing to update');
		expect(typo.error).toMatchObject({
			message: 'Duo does not find what the request names',
			httpCode: '404',
		});
		expect(stored()).toMatchObject([{ name: 'Reception' }]);
	});
});

describe('delete', () => {
	it('deletes the one that is named', async () => {
		const key = add();
		add('Warehouse');

		const { json } = await sharedDeviceAuth('delete', named(key));

		expect(json).toEqual([{ deleted: true, shared_device_key: key, name: 'Reception' }]);
		expect(writes()).toEqual([{ method: 'DELETE', path: `${path}/${key}`, params: {} }]);
		expect(stored()).toMatchObject([{ name: 'Warehouse' }]);
	});

	it('takes an ID that nothing has for the typo it is', async () => {
		add();

		const { error } = await sharedDeviceAuth('delete', named('EXAMPLEKEY0000000001'));

		expect(error?.message).toBe('No shared device authentication in Duo has the ID “EXAMPLEKEY0000000001”');
		expect(writes()).toEqual([]);
		expect(stored()).toHaveLength(1);
	});
});

describe('permissions', () => {
	it.each<[string, () => INodeParameters]>([
		['create', () => ({ groupIds: [addGroup()], trustedEndpointIntegrationIds: ['DMEXAMPLE00000000001'] })],
		['delete', () => named(add())],
		['get', () => named(add())],
		['getMany', () => ({})],
		['update', () => ({ ...named(add()), updateFields: { name: 'Lobby' } })],
	])('of %s are the ones that it declares', async (operation, prepare) => {
		await duo.expectPermissions('sharedDeviceAuth', operation, prepare);
	});
});
