/** Administrative units: created, read, updated and deleted. */
import type { INodeParameters } from 'n8n-workflow';

import { inAnyOrder } from '../../support/inAnyOrder';
import { locator } from '../../support/locator';
import { useTenant } from '../../support/useTenant';

const duo = useTenant();
const { sent, writes } = duo;
const unit = duo.admin.bind(null, 'administrativeUnit');
const named = (mode: string, value: string): INodeParameters => ({
	administrativeUnit: locator(mode, value),
});
const path = '/admin/v1/administrative_units';
const wholeList = { method: 'GET', path, params: { limit: '500', offset: '0' } };
const units = () => [...duo.tenant.account.adminUnits.values()];
const add = (name: string) => duo.tenant.account.addAdminUnit({ name, description: `${name} people` });
const addAdmin = (restricted = true) =>
	duo.tenant.addAdmin({ name: 'Ada', email: 'ada@example.test', restricted_by_admin_units: restricted });

describe('get', () => {
	it.each(['list', 'id'])('finds a unit by %s with one call, and tells what it holds', async (mode) => {
		const { admin_id } = addAdmin();
		const { admin_unit_id } = Object.assign(add('Branch'), { admins: [admin_id] });

		const { json, error } = await unit('get', named(mode, admin_unit_id));

		expect(error).toBeUndefined();
		expect(json).toMatchObject([{ admin_unit_id, name: 'Branch', admins: [admin_id] }]);
		expect(sent()).toEqual([{ method: 'GET', path: `${path}/${admin_unit_id}`, params: {} }]);
	});

	it('finds units by name with one list for all items, and tells what they hold, too', async () => {
		const { admin_id } = addAdmin();
		const [branch, head] = ['Branch', 'Head office'].map(add);
		branch!.admins = [admin_id];

		const { json } = await unit('get', named('name', '={{ $json.unit }}'), {
			items: [{ unit: 'branch' }, { unit: 'Head office' }],
		});

		expect(json).toMatchObject([
			{ name: 'Branch', admins: [admin_id] },
			{ name: 'Head office', admins: [] },
		]);
		expect(sent().map((request) => request.path)).toEqual(
			inAnyOrder([path, ...[branch, head].map((each) => `${path}/${each!.admin_unit_id}`)]),
		);
		expect(sent()[0]).toEqual(wholeList);
	});

	it('says so when none or several have the name', async () => {
		const ids = ['Branch', 'Branch'].map((name) => add(name).admin_unit_id);

		const none = await unit('get', named('name', 'Moon'));
		const several = await unit('get', named('name', 'Branch'));

		expect(none.error?.message).toBe('No administrative unit in Duo has the name “Moon”');
		expect(several.error?.message).toBe('2 administrative units in Duo have the name “Branch”');
		for (const id of ids) expect(several.error?.description).toContain(id);
	});
});

describe('getMany', () => {
	it('reads all pages, or up to the limit', async () => {
		for (let count = 0; count < 501; count++) add(`unit${count}`);

		const all = await unit('getMany', { returnAll: true });
		const two = await unit('getMany', { limit: 2 });

		expect(all.json.map(({ name }) => name)).toEqual(units().map(({ name }) => name));
		expect(two.json.map(({ name }) => name)).toEqual(['unit0', 'unit1']);
		expect(sent().map(({ params }) => params)).toEqual([
			{ limit: '500', offset: '0' },
			{ limit: '500', offset: '500' },
			{ limit: '2', offset: '0' },
		]);
	});

	it('finds the units that an administrator, an application or a group is in', async () => {
		const { admin_id } = addAdmin();
		const { group_id } = duo.tenant.addGroup({ name: 'qa' });
		const { integrationKey } = duo.tenant.keys.auth;
		Object.assign(add('A'), { admins: [admin_id] });
		Object.assign(add('B'), { integrations: [integrationKey] });
		Object.assign(add('C'), { groups: [group_id] });
		const namesWith = async (scope: string, value: string, mode = 'id') => {
			const { json } = await unit('getMany', { scope, [scope]: locator(mode, value) });
			return [json.map(({ name }) => name), sent().at(-1)?.params];
		};
		const page = { limit: '50', offset: '0' };

		expect(await namesWith('administrator', 'ada@example.test', 'email')).toEqual([
			['A'],
			{ ...page, admin_id },
		]);
		expect(await namesWith('application', integrationKey, 'id')).toEqual([
			['B'],
			{ ...page, integration_key: integrationKey },
		]);
		expect(await namesWith('group', group_id)).toEqual([['C'], { ...page, group_id }]);
	});

	it('asks for nothing with the ID of something else', async () => {
		const group = locator('id', duo.tenant.keys.auth.integrationKey);

		const { error } = await unit('getMany', { scope: 'group', group });

		expect(error?.message).toMatch(/is not a group ID$/);
		expect(sent()).toEqual([]);
	});
});

describe('create', () => {
	const branch = { name: 'Branch', description: 'The branch office' };

	it('makes a unit, confined to groups unless told otherwise', async () => {
		const { json, error } = await unit('create', branch);

		expect(error).toBeUndefined();
		expect(json).toEqual(units());
		expect(json).toMatchObject([{ ...branch, restrict_by_groups: true, admins: [] }]);
		expect(sent()).toEqual([{ method: 'POST', path, params: { ...branch, restrict_by_groups: 'true' } }]);
	});

	it('fills it', async () => {
		const { admin_id } = addAdmin();
		const { group_id } = duo.tenant.addGroup({ name: 'qa' });
		const { integrationKey } = duo.tenant.keys.auth;
		const lists = { admins: [admin_id], groups: [group_id], integrations: [integrationKey] };

		const { json } = await unit('create', {
			...branch,
			restrictByGroups: false,
			additionalFields: { ...lists, restrictByApplications: true },
		});

		const flags = { restrict_by_groups: 'false', restrict_by_integrations: 'true' };
		expect(sent()[0]?.params).toEqual({ ...branch, ...flags, ...lists });
		expect(json).toMatchObject([{ ...lists, restrict_by_groups: false, restrict_by_integrations: true }]);
	});

	it('says what is missing', async () => {
		const { error } = await unit('create', { name: 'Branch', description: '={{ "" }}' });

		expect(error?.message).toBe('“Description” is empty');
		expect(sent()).toEqual([]);
	});
});

describe('update', () => {
	it('changes only the fields that were added', async () => {
		const { admin_unit_id } = add('Branch');

		const { json, error } = await unit('update', {
			...named('name', 'Branch'),
			updateFields: { name: 'Branch 2', restrictByApplications: true, restrictByGroups: false },
		});

		expect(error).toBeUndefined();
		const now = { name: 'Branch 2', description: 'Branch people', restrict_by_integrations: true };
		expect(json).toMatchObject([now]);
		expect(units()).toMatchObject([now]);
		expect(writes()).toEqual([
			{
				method: 'POST',
				path: `${path}/${admin_unit_id}`,
				params: { name: 'Branch 2', restrict_by_integrations: 'true', restrict_by_groups: 'false' },
			},
		]);
	});

	it('refuses to update nothing', async () => {
		add('Branch');
		const { error } = await unit('update', { ...named('name', 'Branch'), updateFields: {} });

		expect(error?.message).toBe('There is nothing to update');
		expect(writes()).toEqual([]);
	});
});

describe('delete', () => {
	it('deletes each unit and names it', async () => {
		const [branch] = ['Branch', 'Head office'].map(add);

		const { json, error } = await unit('delete', named('name', 'Branch'));

		const { admin_unit_id } = branch!;
		expect(error).toBeUndefined();
		expect(json).toEqual([{ deleted: true, admin_unit_id, name: 'Branch' }]);
		expect(writes()).toEqual([{ method: 'DELETE', path: `${path}/${admin_unit_id}`, params: {} }]);
		expect(units().map(({ name }) => name)).toEqual(['Head office']);
	});

	it('takes an ID that no unit has for the typo it is, also after it was deleted', async () => {
		add('Branch');

		const typo = await unit('delete', named('id', 'AUNOSUCHUNIT'));
		const twice = await unit('delete', named('name', 'Branch'), { items: [{}, {}] });

		expect(typo.error?.message).toBe('No administrative unit in Duo has the ID or name “AUNOSUCHUNIT”');
		expect(twice.error).toMatchObject({
			message: 'No administrative unit in Duo has the name “Branch”',
			context: { itemIndex: 1 },
		});
		expect(writes()).toHaveLength(1);
	});
});

describe('permissions', () => {
	const existing = () => named('id', add('Branch').admin_unit_id);
	it.each<[string, () => INodeParameters]>([
		['create', () => ({ name: 'Branch', description: 'x' })],
		['delete', existing],
		['get', existing],
		['getMany', () => ({})],
		['update', () => ({ ...existing(), updateFields: { description: 'x' } })],
	])('of %s are the ones that it declares', async (operation, prepare) => {
		await duo.expectPermissions('administrativeUnit', operation, prepare);
	});

	it('of a list for a group are no others', async () => {
		const group = locator('id', duo.tenant.addGroup({ name: 'qa' }).group_id);
		await duo.expectPermissions('administrativeUnit', 'getMany', () => ({ scope: 'group', group }));
	});
});
