/** Policies: what they demand and where they apply. */
import type { INodeParameters } from 'n8n-workflow';

import { locator } from '../../support/locator';
import { useTenant } from '../../support/useTenant';

const duo = useTenant();
const { sent, writes } = duo;
const policy = duo.admin.bind(null, 'policy');
const at = (value: string): INodeParameters => ({ policy: locator('id', value) });
const policies = () => [...duo.tenant.account.policies.values()];
const LOCKED = { screen_lock: { require_screen_lock: true } };
const OPEN = { screen_lock: { require_screen_lock: false } };
const BROWSERS = { browsers: { blocked_browsers_list: ['ie'] } };
const APP = 'DIEXAMPLEINTEG000001';
const GROUP = 'DGEXAMPLEGROUP000001';

describe('create', () => {
	it.each([
		['as text', JSON.stringify(LOCKED)],
		['as an object', '={{ $json.sections }}'],
		['as text with an expression', '={ "screen_lock": { "require_screen_lock": {{ $json.isLocked }} } }'],
	])('sends the sections, given %s, as the JSON that they are', async (_, sections) => {
		const { json, error } = await policy(
			'create',
			{ policyName: 'Contractors', sections },
			{ items: [{ sections: LOCKED, isLocked: true }] },
		);

		expect(error).toBeUndefined();
		expect(json).toMatchObject([{ policy_name: 'Contractors', sections: LOCKED }]);
		expect(sent()).toEqual([
			{
				method: 'POST',
				path: '/admin/v2/policies',
				params: { policy_name: 'Contractors', sections: LOCKED },
			},
		]);
		expect(policies()[1]).toMatchObject({ policy_name: 'Contractors', sections: LOCKED });
	});

	it('applies it to applications, and to groups in applications', async () => {
		await policy('create', {
			policyName: 'Contractors',
			additionalFields: {
				applyToApps: [APP],
				applyToGroupsInApps: { app: [{ integrationKey: APP, groupIds: [GROUP] }] },
			},
		});

		expect(writes()).toMatchObject([
			{
				params: {
					policy_name: 'Contractors',
					sections: {},
					apply_to_apps: { apply_list: [APP] },
					apply_to_groups_in_apps: {
						apply_group_policies_list: [{ app_integration_key: APP, group_id_list: [GROUP] }],
					},
				},
			},
		]);
		expect(policies()[1]).toMatchObject({ apps: [APP], groupsInApps: [{ group_id_list: [GROUP] }] });
	});

	it.each<[string, INodeParameters, string]>([
		['broken JSON', { sections: '{ "screen_lock": ' }, '“Sections” is not valid JSON'],
		['a list', { sections: '[]' }, '“Sections” must be a JSON object'],
		['a mix-up', { additionalFields: { applyToApps: [GROUP] } }, `“${GROUP}” is not an integration key`],
		[
			'a missing application',
			{ additionalFields: { applyToGroupsInApps: { app: [{ groupIds: [GROUP] }] } } },
			'“Integration Key” is empty',
		],
	])('names the parameter with %s', async (_, wrong, message) => {
		const { error } = await policy('create', { policyName: 'Contractors', ...wrong });

		expect(error).toMatchObject({ message, context: { itemIndex: 0 } });
		expect(sent()).toEqual([]);
	});
});

describe('update', () => {
	it('changes what was added, and returns the policy', async () => {
		const { policy_key } = duo.tenant.addPolicy({ policy_name: 'Contractors', sections: LOCKED });

		const { json, error } = await policy('update', {
			...at(policy_key),
			updateFields: {
				policyName: 'Externals',
				sections: JSON.stringify(BROWSERS),
				sectionsToDelete: ['screen_lock', ''],
				applyToApps: [APP],
				furtherParameters: '{ "some_flag": "on" }',
			},
		});

		expect(error).toBeUndefined();
		expect(json).toEqual([
			{ policy_key, policy_name: 'Externals', is_global_policy: false, sections: BROWSERS },
		]);
		expect(writes()).toEqual([
			{
				method: 'PUT',
				path: `/admin/v2/policies/${policy_key}`,
				params: {
					policy_name: 'Externals',
					sections: BROWSERS,
					sections_to_delete: ['screen_lock'],
					apply_to_apps: { apply_list: [APP] },
					some_flag: 'on',
				},
			},
		]);
		expect(policies()[1]).toMatchObject({ policy_name: 'Externals', sections: BROWSERS, apps: [APP] });
	});

	it('lets further parameters replace the field of the same name', async () => {
		await policy('update', {
			...at('global'),
			updateFields: { applyToApps: [APP], furtherParameters: { apply_to_apps: { other: [APP] } } },
		});

		expect(writes()).toMatchObject([{ params: { apply_to_apps: { other: [APP] } } }]);
	});

	it.each<[string, INodeParameters, string]>([
		['no fields', {}, 'There is nothing to update'],
		['empty sections', { sections: '{}', sectionsToDelete: ['browsers'] }, '“Sections” is empty'],
		['an empty list', { applyToApps: [''] }, '“Apply to Applications” is empty'],
		['no sections to delete', { sectionsToDelete: [] }, '“Sections to Delete” is empty'],
	])('refuses to update nothing: %s', async (_, updateFields, message) => {
		const { error } = await policy('update', { ...at('global'), updateFields });

		expect(error).toMatchObject({ message, context: { itemIndex: 0 } });
		expect(sent()).toEqual([]);
	});
});

describe('updateMany', () => {
	it('changes the listed policies only', async () => {
		const keys = ['a', 'b', 'c'].map(
			(policy_name) => duo.tenant.addPolicy({ policy_name, sections: LOCKED }).policy_key,
		);

		const { json, error } = await policy('updateMany', {
			policyKeys: keys.slice(0, 2),
			sections: JSON.stringify(BROWSERS),
			sectionsToDelete: ['screen_lock'],
		});

		expect(error).toBeUndefined();
		expect(json).toMatchObject(keys.slice(0, 2).map((policy_key) => ({ policy_key, sections: BROWSERS })));
		expect(sent()).toEqual([
			{
				method: 'PUT',
				path: '/admin/v2/policies/update',
				params: {
					policies_to_update: { edit_all_policies: false, edit_list: keys.slice(0, 2) },
					policy_changes: { sections: BROWSERS, sections_to_delete: ['screen_lock'] },
				},
			},
		]);
		expect(policies().map(({ sections }) => sections)).toEqual([{}, BROWSERS, BROWSERS, LOCKED]);
	});

	it('changes all of them when told so', async () => {
		duo.tenant.addPolicy({ policy_name: 'a', sections: LOCKED });

		const { json } = await policy('updateMany', { policies: 'all', sections: JSON.stringify(OPEN) });

		expect(json).toHaveLength(2);
		expect(writes()).toMatchObject([{ params: { policies_to_update: { edit_all_policies: true } } }]);
		expect(policies().map(({ sections }) => sections)).toEqual([OPEN, OPEN]);
	});

	it.each<[string, INodeParameters, string]>([
		['no policies', { sections: JSON.stringify(OPEN) }, '“Policy Keys” is empty'],
		['a name as key', { policyKeys: ['a'], sections: JSON.stringify(OPEN) }, '“a” is not a policy key'],
		['no changes', { policies: 'all' }, 'There is nothing to update'],
	])('stops at %s', async (_, parameters, message) => {
		const { error } = await policy('updateMany', parameters);

		expect(error).toMatchObject({ message, context: { itemIndex: 0 } });
		expect(sent()).toEqual([]);
	});
});
