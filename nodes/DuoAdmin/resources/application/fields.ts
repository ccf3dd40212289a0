import type { INodeProperties } from 'n8n-workflow';

import type { DuoParameters } from '../../../shared/duo/Duo';
import type { Collection } from '../../../shared/parameters/Collection';
import { expectId } from '../../references/id';

import { permissionFlags, permissionOptions } from './permissionFlags';

/** What can be set on an application beside its name. Read with {@link readApplicationDetails}. */
export function applicationDetailFields(): INodeProperties[] {
	return [
		{
			displayName: 'Admin API Permissions',
			name: 'adminApiPermissions',
			type: 'multiOptions',
			options: permissionOptions(),
			default: [],
			description:
				'For the type Admin API: exactly these are granted, all others are taken away. To take all away, choose None. The application of the credential must be allowed to set permissions.',
		},
		{
			displayName: 'Enroll Policy',
			name: 'enrollPolicy',
			type: 'options',
			options: [
				{ name: 'Allow', value: 'allow', description: 'Users without a device log in without one' },
				{ name: 'Deny', value: 'deny', description: 'Users without a device cannot log in' },
				{ name: 'Enroll', value: 'enroll', description: 'Users without a device are asked to set one up' },
			],
			default: 'enroll',
		},
		{
			displayName: 'Greeting',
			name: 'greeting',
			type: 'string',
			default: '',
			description: 'Spoken at the beginning of a call',
		},
		severalField('Groups Allowed', 'groupsAllowed', 'Group ID', {
			description: 'IDs of the groups whose members may log in',
		}),
		severalField('IP Allowlist', 'ipWhitelist', 'Address', {
			description: 'Addresses, ranges or networks from which users log in without two-factor authentication',
		}),
		{
			displayName: 'IP Allowlist Enroll Policy',
			name: 'ipWhitelistEnrollPolicy',
			type: 'string',
			default: '',
			description: 'What happens to users without a device who come from the IP allowlist, in Duo’s own word',
		},
		severalField('Networks for API Access', 'networksForApiAccess', 'Network', {
			description: 'Addresses, ranges or networks from which the application’s keys may be used',
		}),
		{ displayName: 'Notes', name: 'notes', type: 'string', typeOptions: { rows: 2 }, default: '' },
		{
			displayName: 'Policy Key',
			name: 'policyKey',
			type: 'string',
			placeholder: 'e.g. POXXXXXXXXXXXXXXXXXX',
			default: '',
			description: 'The policy that applies to the application; empty detaches it',
		},
		{
			displayName: 'Self-Service Portal',
			name: 'selfServiceAllowed',
			type: 'boolean',
			default: true,
			description: 'Whether users may manage their devices at login',
		},
		{
			displayName: 'SSO',
			name: 'sso',
			type: 'json',
			default: '{}',
			description:
				'Single sign-on settings as Duo’s object: saml_config, oidc_config, oauth_config or idp_metadata',
		},
		{
			displayName: 'Trusted Device Days',
			name: 'trustedDeviceDays',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 0,
			description: 'For how many days a remembered device is not asked again',
		},
		{
			displayName: 'Universal Prompt',
			name: 'promptV4Enabled',
			type: 'boolean',
			default: true,
			description: 'Whether users see the Duo Universal Prompt',
		},
		{
			displayName: 'User Access',
			name: 'userAccess',
			type: 'options',
			options: [
				{ name: 'All Users', value: 'ALL_USERS' },
				{ name: 'No Users', value: 'NO_USERS' },
				{ name: 'Permitted Groups', value: 'PERMITTED_GROUPS', description: 'Members of Groups Allowed' },
			],
			default: 'NO_USERS',
		},
		{
			displayName: 'Username Normalization',
			name: 'usernameNormalizationPolicy',
			type: 'options',
			options: [
				{ name: 'None', value: 'none' },
				{ name: 'Simple', value: 'simple', description: 'DOMAIN\\jdoe and jdoe@example.com are jdoe' },
			],
			default: 'simple',
		},
	];
}

function severalField(
	displayName: string,
	name: string,
	noun: string,
	field: Partial<INodeProperties>,
): INodeProperties {
	return {
		displayName,
		name,
		type: 'string',
		typeOptions: { multipleValues: true, multipleValueButtonText: `Add ${noun}` },
		default: [],
		...field,
	};
}

/** The added details as Duo's parameters. What is added and empty is cleared. */
export function readApplicationDetails(fields: Collection): DuoParameters {
	const several = (name: string) => fields.clearableTexts(name)?.join(',');
	const permissions = fields.choices('adminApiPermissions');
	const policyKey = fields.clearableText('policyKey');
	return {
		...(permissions && permissionFlags(permissions)),
		enroll_policy: fields.choice('enrollPolicy'),
		greeting: fields.clearableProse('greeting'),
		groups_allowed: fields
			.clearableTexts('groupsAllowed')
			?.map((id) => expectId(id, 'DG', 'group'))
			.join(','),
		ip_whitelist: several('ipWhitelist'),
		ip_whitelist_enroll_policy: fields.clearableText('ipWhitelistEnrollPolicy'),
		networks_for_api_access: several('networksForApiAccess'),
		notes: fields.clearableProse('notes'),
		policy_key: policyKey && expectId(policyKey, 'PO', 'policy'),
		prompt_v4_enabled: fields.bit('promptV4Enabled'),
		self_service_allowed: fields.bit('selfServiceAllowed'),
		sso: fields.json('sso'),
		trusted_device_days: fields.number('trustedDeviceDays'),
		user_access: fields.choice('userAccess'),
		username_normalization_policy: fields.choice('usernameNormalizationPolicy'),
	};
}
