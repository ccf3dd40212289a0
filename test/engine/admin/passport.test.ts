/** The configuration of Duo Passport. */
import type { INodeParameters } from 'n8n-workflow';

import { useTenant } from '../../support/useTenant';

const duo = useTenant();
const { sent, writes } = duo;
const passport = duo.admin.bind(null, 'passport');
const path = '/admin/v2/passport/config';
const BROWSERS = { macos: [{ team_id: 'ABCDE12345' }], windows: [] };

let group_id: string;
beforeEach(() => {
	({ group_id } = duo.tenant.addGroup({ name: 'qa' }));
	duo.tenant.account.passport = {
		enabled_status: 'enabled-for-groups',
		enabled_groups: [group_id],
		disabled_groups: [],
		custom_supported_browsers: BROWSERS,
	};
});

describe('getConfig', () => {
	it('gives what Duo has', async () => {
		const { json, error } = await passport('getConfig');

		expect(error).toBeUndefined();
		expect(json).toEqual([
			{
				enabled_status: 'enabled-for-groups',
				enabled_groups: [{ group_id, group_name: 'qa' }],
				disabled_groups: [],
				custom_supported_browsers: BROWSERS,
			},
		]);
		expect(sent()).toEqual([{ method: 'GET', path, params: {} }]);
	});
});

describe('updateConfig', () => {
	const before = () => ({
		enabled_status: 'enabled-for-groups',
		enabled_groups: [group_id],
		disabled_groups: [],
		custom_supported_browsers: BROWSERS,
	});

	it.each<[string, (id: string) => INodeParameters, (id: string) => object]>([
		['the status', () => ({ enabledStatus: 'disabled' }), () => ({ enabled_status: 'disabled' })],
		[
			'who is left out',
			(id) => ({ enabledStatus: 'enabled-with-exceptions', enabledGroups: [], disabledGroups: [id] }),
			(id) => ({ enabled_status: 'enabled-with-exceptions', enabled_groups: [], disabled_groups: [id] }),
		],
		[
			'the browsers',
			() => ({ customSupportedBrowsers: '{ "windows": [{ "common_name": "Browsers Inc" }] }' }),
			() => ({ custom_supported_browsers: { windows: [{ common_name: 'Browsers Inc' }] } }),
		],
	])('changes %s and sends the rest as it is', async (_, updateFields, changed) => {
		const other = duo.tenant.addGroup({ name: 'ops' }).group_id;

		const { json, error } = await passport('updateConfig', { updateFields: updateFields(other) });

		expect(error).toBeUndefined();
		const expected = { ...before(), ...changed(other) };
		expect(sent()).toEqual([
			{ method: 'GET', path, params: {} },
			{ method: 'POST', path, params: expected },
		]);
		expect(duo.tenant.account.passport).toEqual(expected);
		expect(json).toMatchObject([{ enabled_status: expected.enabled_status }]);
	});

	it.each<[INodeParameters, string]>([
		[{}, 'There is nothing to update'],
		[{ enabledGroups: ['qa'] }, '“qa” is not a group ID'],
		[{ customSupportedBrowsers: '[1]' }, '“Custom Supported Browsers” must be a JSON object'],
	])('stops at %j', async (updateFields, message) => {
		const { error } = await passport('updateConfig', { updateFields });

		expect(error).toMatchObject({ message, context: { itemIndex: 0 } });
		expect(writes()).toEqual([]);
	});
});

describe('permissions', () => {
	it.each<[string, INodeParameters]>([
		['getConfig', {}],
		['updateConfig', { updateFields: { enabledStatus: 'enabled' } }],
	])('of %s are the ones that it declares', async (operation, parameters) => {
		await duo.expectPermissions('passport', operation, () => parameters);
	});
});
