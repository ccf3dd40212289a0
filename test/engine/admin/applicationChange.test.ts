/** Applications are created and updated. */
import type { INodeParameters } from 'n8n-workflow';

import { locator } from '../../support/locator';
import { useTenant } from '../../support/useTenant';

const duo = useTenant();
const { sent, writes } = duo;
const application = duo.admin.bind(null, 'application');
const named = (value: string): INodeParameters => ({
	application: locator('id', value),
});
const path = '/admin/v3/integrations';
const integration = (key: unknown) => duo.tenant.account.integrations.get(String(key));
const existing = () =>
	duo.tenant.addKey({ api: 'admin', name: 'Reports', permissions: ['adminapi_read_log'] });

describe('create', () => {
	it('makes an application and keeps its secret key', async () => {
		const { json, error } = await application('create', { name: 'VPN', type: 'authapi' });

		expect(error).toBeUndefined();
		expect(sent()).toEqual([{ method: 'POST', path, params: { name: 'VPN', type: 'authapi' } }]);
		expect(json).toMatchObject([{ name: 'VPN', type: 'authapi' }]);
		expect(integration(json[0]?.integration_key)).toMatchObject({ name: 'VPN', type: 'authapi' });
		expect(Object.keys(json[0]!).filter((name) => name.includes('secret'))).toEqual([]);
	});

	it('sends all that was chosen', async () => {
		const { group_id } = duo.tenant.addGroup({ name: 'qa' });
		const { policy_key } = duo.tenant.addPolicy({ policy_name: 'Strict' });
		const oidc = { oidc_config: { client_secret: 'x', scopes: ['openid'] } };

		const { json, error } = await application('create', {
			name: 'VPN',
			type: 'websdk',
			additionalFields: {
				enrollPolicy: 'deny',
				greeting: 'Hello',
				groupsAllowed: [group_id],
				ipWhitelist: ['192.0.2.1', '198.51.100.0/24'],
				ipWhitelistEnrollPolicy: 'allow',
				networksForApiAccess: ['203.0.113.7'],
				notes: 'A note',
				policyKey: policy_key,
				promptV4Enabled: true,
				selfServiceAllowed: false,
				sso: JSON.stringify(oidc),
				trustedDeviceDays: 30,
				userAccess: 'PERMITTED_GROUPS',
				usernameNormalizationPolicy: 'simple',
			},
		});

		expect(error).toBeUndefined();
		expect(sent()[0]?.params).toEqual({
			name: 'VPN',
			type: 'websdk',
			enroll_policy: 'deny',
			greeting: 'Hello',
			groups_allowed: group_id,
			ip_whitelist: '192.0.2.1,198.51.100.0/24',
			ip_whitelist_enroll_policy: 'allow',
			networks_for_api_access: '203.0.113.7',
			notes: 'A note',
			policy_key,
			prompt_v4_enabled: '1',
			self_service_allowed: '0',
			sso: oidc,
			trusted_device_days: '30',
			user_access: 'PERMITTED_GROUPS',
			username_normalization_policy: 'simple',
		});
		expect(integration(json[0]?.integration_key)).toMatchObject({
			groups_allowed: [group_id],
			policy_key,
			user_access: 'PERMITTED_GROUPS',
			sso: oidc,
		});
		expect(json).toMatchObject([{ sso: { oidc_config: { scopes: ['openid'] } } }]);
		expect(JSON.stringify(json)).not.toContain('client_secret');
	});

	it('grants exactly the chosen permissions', async () => {
		const { json } = await application('create', {
			name: 'Reports',
			type: 'adminapi',
			additionalFields: { adminApiPermissions: ['adminapi_read_log', 'adminapi_info'] },
		});

		expect(json).toMatchObject([{ adminapi_read_log: 1, adminapi_info: 1, adminapi_admins: 0 }]);
		expect(sent()[0]?.params).toEqual({
			name: 'Reports',
			type: 'adminapi',
			adminapi_admins: '0',
			adminapi_admins_read: '0',
			adminapi_allow_to_set_permissions: '0',
			adminapi_info: '1',
			adminapi_integrations: '0',
			adminapi_read_log: '1',
			adminapi_read_resource: '0',
			adminapi_settings: '0',
			adminapi_write_resource: '0',
		});
	});

	it('asks Duo for nothing with a field that cannot be right, and repeats no secret of it', async () => {
		const create = async (additionalFields: INodeParameters) =>
			(await application('create', { name: 'VPN', type: 'websdk', additionalFields })).error;

		const policy = await create({ policyKey: 'Strict' });
		const broken = await create({ sso: '{"oidc_config": {"client_secret": hush-hush}}' });

		expect(policy?.message).toBe('“Strict” is not a policy ID');
		expect(broken?.message).toBe('“SSO” is not valid JSON');
		expect(broken?.description).toContain('Unexpected token');
		expect(broken?.description).not.toContain('hush');
		expect(sent()).toEqual([]);
	});
});

describe('update', () => {
	it('changes only the fields that were added, and clears what was emptied', async () => {
		const { integrationKey } = existing();
		Object.assign(integration(integrationKey)!, { notes: 'old', greeting: 'Hello', policy_key: 'PO' });

		const { json, error } = await application('update', {
			...named(integrationKey),
			updateFields: { name: 'Reports 2', notes: '', policyKey: '', groupsAllowed: [] },
		});

		expect(error).toBeUndefined();
		const now = { name: 'Reports 2', notes: '', policy_key: null, greeting: 'Hello' };
		expect(json).toMatchObject([now]);
		expect(integration(integrationKey)).toMatchObject(now);
		expect(writes()).toEqual([
			{
				method: 'POST',
				path: `${path}/${integrationKey}`,
				params: { name: 'Reports 2', notes: '', policy_key: '', groups_allowed: '' },
			},
		]);
	});

	it('replaces the permissions', async () => {
		const key = existing();

		await application('update', {
			...named(key.integrationKey),
			updateFields: { adminApiPermissions: ['adminapi_info'] },
		});

		expect(writes()[0]?.params).toMatchObject({ adminapi_info: '1', adminapi_read_log: '0' });
		expect(key.permissions).toEqual(['adminapi_info']);
	});

	it('resets the secret key on request and keeps it to itself', async () => {
		const key = existing();
		const before = key.secretKey;

		const { json, error } = await application('update', {
			...named(key.integrationKey),
			updateFields: { resetSecretKey: true },
		});

		expect(error).toBeUndefined();
		expect(writes()[0]?.params).toEqual({ reset_secret_key: '1' });
		expect(key.secretKey).not.toBe(before);
		expect(JSON.stringify(json)).not.toContain(key.secretKey);
	});

	it('refuses to reset the keys that it uses, and to update nothing', async () => {
		const own = duo.tenant.keys.admin;
		const update = async (updateFields: INodeParameters) =>
			(await application('update', { ...named(own.integrationKey), updateFields })).error?.message;

		expect(await update({ resetSecretKey: true })).toBe(
			'“Admin API” is the application whose keys this node uses',
		);
		expect(await update({})).toBe('There is nothing to update');
		expect(await update({ resetSecretKey: false })).toBe('There is nothing to update');
		expect(writes()).toEqual([]);
		expect(await update({ notes: 'Used by n8n' })).toBeUndefined();
		expect(integration(own.integrationKey)).toMatchObject({ notes: 'Used by n8n' });
	});
});
