/** What belongs to an administrative unit: administrators, groups and applications. */
import type { INodeParameters } from 'n8n-workflow';

import { locator } from '../../support/locator';
import { useTenant } from '../../support/useTenant';
import type { AdminUnit } from '../../tenant/model/records';

const duo = useTenant();
const { writes } = duo;
const run = duo.admin.bind(null, 'administrativeUnit');
const byId = (value: string, mode = 'id') => locator(mode, value);

/** What can be put into a unit: how it is made, and what the output says about it. */
const kinds = [
	{
		kind: 'Administrator',
		segment: 'admin',
		list: 'admins',
		make: () => {
			const { admin_id, name, email } = duo.tenant.addAdmin({
				name: 'Ada',
				email: 'ada@example.test',
				restricted_by_admin_units: true,
			});
			return {
				id: admin_id,
				name,
				shown: { admin_id, name, email },
				parameter: { administrator: byId(admin_id) },
			};
		},
	},
	{
		kind: 'Application',
		segment: 'integration',
		list: 'integrations',
		make: () => {
			const { integrationKey, name } = duo.tenant.keys.auth;
			return {
				id: integrationKey,
				name,
				shown: { integration_key: integrationKey, name },
				parameter: { application: byId(integrationKey) },
			};
		},
	},
	{
		kind: 'Group',
		segment: 'group',
		list: 'groups',
		make: () => {
			const { group_id, name } = duo.tenant.addGroup({ name: 'qa' });
			return { id: group_id, name, shown: { group_id, name }, parameter: { group: byId(group_id) } };
		},
	},
] as const;

const addUnit = (given: Partial<AdminUnit> = {}) =>
	duo.tenant.account.addAdminUnit({ name: 'Branch', ...given });
const inBranch = (parameter: INodeParameters): INodeParameters => ({
	administrativeUnit: byId('Branch', 'name'),
	...parameter,
});
const pathOf = (unit: AdminUnit, segment: string, id: string) =>
	`/admin/v1/administrative_units/${unit.admin_unit_id}/${segment}/${id}`;

describe.each(kinds)('add$kind', ({ kind, segment, list, make }) => {
	const operation = `add${kind}`;

	it('puts it into the unit, and does nothing when it is there already', async () => {
		const unit = addUnit();
		const { id, shown, parameter } = make();

		const { json, error } = await run(operation, inBranch(parameter), { items: [{}, {}] });

		expect(error).toBeUndefined();
		const about = { admin_unit_id: unit.admin_unit_id, adminUnitName: 'Branch', ...shown };
		expect(json).toEqual([
			{ added: true, alreadyAdded: false, ...about },
			{
				added: false,
				alreadyAdded: true,
				reason: expect.stringContaining('is already in the administrative unit Branch') as unknown,
				...about,
			},
		]);
		expect(writes()).toEqual([{ method: 'POST', path: pathOf(unit, segment, id), params: {} }]);
		expect(unit[list]).toEqual([id]);
	});

	it('adds nothing when the unit is not clear', async () => {
		for (const unit of [addUnit(), addUnit()]) expect(unit[list]).toEqual([]);

		const { error } = await run(operation, inBranch(make().parameter));

		expect(error?.message).toBe('2 administrative units in Duo have the name “Branch”');
		expect(writes()).toEqual([]);
	});

	it('needs the permissions that it declares', async () => {
		await duo.expectPermissions('administrativeUnit', operation, () => {
			duo.tenant.account.adminUnits.clear();
			addUnit();
			return inBranch(make().parameter);
		});
	});
});

describe.each(kinds)('remove$kind', ({ kind, segment, list, make }) => {
	const operation = `remove${kind}`;

	it('takes that one out of that unit only', async () => {
		const { id, shown, parameter } = make();
		const unit = addUnit({ [list]: ['OTHER', id] });
		const other = addUnit({ name: 'Head office', [list]: [id] });

		const { json, error } = await run(operation, inBranch(parameter));

		expect(error).toBeUndefined();
		const about = { admin_unit_id: unit.admin_unit_id, adminUnitName: 'Branch', ...shown };
		expect(json).toEqual([{ removed: true, ...about }]);
		expect(writes()).toEqual([{ method: 'DELETE', path: pathOf(unit, segment, id), params: {} }]);
		expect([unit[list], other[list]]).toEqual([['OTHER'], [id]]);
	});

	it('does not claim to have removed what is not in the unit', async () => {
		const { id, name, parameter } = make();
		addUnit({ [list]: [id] });

		const { error } = await run(operation, inBranch(parameter), { items: [{}, {}] });

		expect(error).toMatchObject({
			message: `${name} is not in the administrative unit Branch`,
			context: { itemIndex: 1 },
		});
		expect(writes()).toHaveLength(1);
	});

	it('needs the permissions that it declares', async () => {
		await duo.expectPermissions('administrativeUnit', operation, () => {
			const { id, parameter } = make();
			duo.tenant.account.adminUnits.clear();
			addUnit({ [list]: [id] });
			return inBranch(parameter);
		});
	});
});

test('addAdministrator says why Duo would refuse an administrator who is not restricted', async () => {
	const unit = addUnit();
	const { admin_id } = duo.tenant.addAdmin({ name: 'Ada' });

	const { error } = await run('addAdministrator', inBranch({ administrator: byId(admin_id) }));

	expect(error?.message).toBe('Ada is not restricted by administrative units');
	expect(error?.description).toContain('“Restricted by Administrative Units”');
	expect(writes()).toEqual([]);
	expect(unit.admins).toEqual([]);
});
