/**
 * What other Duo tools can do, and how it is done here: writes docs/coverage.md (`npm run readme`).
 * A test fails when an operation that is named here does not exist, and when the written file is behind.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { resources as accountsResources } from '../nodes/DuoAccounts/resources';
import { resources as adminResources } from '../nodes/DuoAdmin/resources';
import { resources as authResources } from '../nodes/DuoAuth/resources';

import { line } from './markdown';

/** `node/resource/operation`. */
export type OperationPath = `${keyof typeof nodes}/${string}/${string}`;

/** Done by an operation, by any of several, or by n8n's HTTP Request node for a reason. */
export type Ours = OperationPath | readonly OperationPath[] | { http: string };

export interface Comparison {
	title: string;
	source: string;
	/** What they call it (several names of one thing: separated by commas), and what does it here. */
	rows: ReadonlyArray<readonly [theirs: string, ours: Ours]>;
}

const nodes = {
	duoAdmin: { name: 'Duo Admin', resources: adminResources },
	duoAuth: { name: 'Duo Auth', resources: authResources },
	duoAccounts: { name: 'Duo Accounts', resources: accountsResources },
} as const;

const GRAPH = 'duoAdmin/account/exportGraph';
const secret = { http: 'A secret key never leaves the nodes' };
const desktopToken = {
	http: 'Desktop tokens are in old clients only; Duo’s current collections have desktop authenticators instead',
};

export const comparisons: readonly Comparison[] = [
	{
		title: 'Duo’s Python client: Admin API',
		source:
			'Public methods of `duo_client/admin.py` of [duo_client_python](https://github.com/duosecurity/duo_client_python), read in a copy next to version 5.6.1; identity verification as the client’s own tests name it',
		rows: [
			['get_users, get_users_iterator', 'duoAdmin/user/getMany'],
			['get_user_by_id', 'duoAdmin/user/get'],
			['get_user_by_email', 'duoAdmin/user/get'],
			['get_users_by_name', 'duoAdmin/user/get'],
			['get_users_by_names', 'duoAdmin/user/resolve'],
			['get_users_by_ids', 'duoAdmin/user/resolve'],
			['add_user', 'duoAdmin/user/create'],
			['update_user', ['duoAdmin/user/update', 'duoAdmin/user/setStatus']],
			['delete_user', 'duoAdmin/user/delete'],
			['enroll_user', 'duoAdmin/user/enroll'],
			['sync_user', 'duoAdmin/user/syncFromDirectory'],
			['send_verification_push, get_verification_push_response', 'duoAdmin/user/verifyByPush'],
			['start_idv', 'duoAdmin/user/startIdentityVerification'],
			['get_idv_status', 'duoAdmin/user/getIdentityVerification'],
			['cancel_idv', 'duoAdmin/user/cancelIdentityVerification'],
			['add_user_bypass_codes', 'duoAdmin/bypassCode/create'],
			['get_user_bypass_codes, get_user_bypass_codes_iterator', 'duoAdmin/bypassCode/getMany'],
			['get_bypass_codes, get_bypass_codes_generator', 'duoAdmin/bypassCode/getMany'],
			['delete_bypass_code_by_id', 'duoAdmin/bypassCode/delete'],
			['get_user_phones, get_user_phones_iterator', 'duoAdmin/phone/getMany'],
			['add_user_phone', 'duoAdmin/phone/associate'],
			['delete_user_phone', 'duoAdmin/phone/remove'],
			['get_phones, get_phones_generator', 'duoAdmin/phone/getMany'],
			['get_phone_by_id', 'duoAdmin/phone/get'],
			['get_phones_by_number', 'duoAdmin/phone/get'],
			['add_phone', 'duoAdmin/phone/create'],
			['update_phone', 'duoAdmin/phone/update'],
			['delete_phone', 'duoAdmin/phone/delete'],
			['send_sms_activation_to_phone', 'duoAdmin/phone/sendSmsActivation'],
			['create_activation_url', 'duoAdmin/phone/createActivationLink'],
			['send_sms_installation', 'duoAdmin/phone/sendSmsInstallation'],
			['get_user_tokens, get_user_tokens_iterator', 'duoAdmin/token/getMany'],
			['add_user_token', 'duoAdmin/token/assign'],
			['delete_user_token', 'duoAdmin/token/unassign'],
			['get_tokens, get_tokens_generator', 'duoAdmin/token/getMany'],
			['get_token_by_id', 'duoAdmin/token/get'],
			['get_tokens_by_serial', 'duoAdmin/token/get'],
			['add_hotp6_token', 'duoAdmin/token/create'],
			['add_hotp8_token', 'duoAdmin/token/create'],
			['add_totp6_token', 'duoAdmin/token/create'],
			['add_totp8_token', 'duoAdmin/token/create'],
			['add_yubikey_token', 'duoAdmin/token/create'],
			['update_token', 'duoAdmin/token/update'],
			['delete_token', 'duoAdmin/token/delete'],
			['resync_hotp_token', 'duoAdmin/token/resync'],
			['get_user_u2ftokens, get_user_u2ftokens_iterator', 'duoAdmin/u2fToken/getMany'],
			['get_u2ftokens, get_u2ftokens_iterator', 'duoAdmin/u2fToken/getMany'],
			['get_u2ftoken_by_id', 'duoAdmin/u2fToken/get'],
			['delete_u2ftoken', 'duoAdmin/u2fToken/delete'],
			['get_user_webauthncredentials, get_user_webauthncredentials_iterator', 'duoAdmin/webAuthn/getMany'],
			['get_webauthncredentials, get_webauthncredentials_iterator', 'duoAdmin/webAuthn/getMany'],
			['get_webauthncredential_by_id', 'duoAdmin/webAuthn/get'],
			['delete_webauthncredential', 'duoAdmin/webAuthn/delete'],
			['get_desktoptokens, get_desktoptokens_generator', desktopToken],
			['get_desktoptoken_by_id', desktopToken],
			['add_desktoptoken', desktopToken],
			['update_desktoptoken', desktopToken],
			['delete_desktoptoken', desktopToken],
			['activate_desktoptoken', desktopToken],
			['get_user_groups, get_user_groups_iterator', 'duoAdmin/group/getMany'],
			['add_user_group', 'duoAdmin/group/addMember'],
			['delete_user_group', 'duoAdmin/group/removeMember'],
			['get_groups, get_groups_generator', 'duoAdmin/group/getMany'],
			['get_groups_by_group_ids', 'duoAdmin/group/get'],
			['get_group', 'duoAdmin/group/get'],
			['get_group_users, get_group_users_iterator', 'duoAdmin/group/getMembers'],
			['create_group', 'duoAdmin/group/create'],
			['modify_group', 'duoAdmin/group/update'],
			['delete_group', 'duoAdmin/group/delete'],
			['get_endpoints, get_endpoints_iterator', 'duoAdmin/endpoint/getMany'],
			['get_endpoint', 'duoAdmin/endpoint/get'],
			['get_registered_devices, get_registered_devices_generator', 'duoAdmin/registeredDevice/getMany'],
			['get_registered_device_by_id', 'duoAdmin/registeredDevice/get'],
			['delete_registered_device', 'duoAdmin/registeredDevice/delete'],
			['get_administrator_log', 'duoAdmin/log/getMany'],
			['get_offline_log', 'duoAdmin/log/getMany'],
			['get_authentication_log', 'duoAdmin/log/getMany'],
			['get_activity_logs', 'duoAdmin/log/getMany'],
			['get_telephony_log', 'duoAdmin/log/getMany'],
			['get_trust_monitor_events_iterator, get_trust_monitor_events_by_offset', 'duoAdmin/log/getMany'],
			['get_admins, get_admins_iterator', 'duoAdmin/administrator/getMany'],
			['get_admin', 'duoAdmin/administrator/get'],
			['add_admin', 'duoAdmin/administrator/create'],
			['update_admin', 'duoAdmin/administrator/update'],
			['delete_admin', 'duoAdmin/administrator/delete'],
			['reset_admin', 'duoAdmin/administrator/resetAuthAttempts'],
			['activate_admin', 'duoAdmin/administratorActivation/create'],
			['get_external_password_mgmt_statuses', 'duoAdmin/administrator/getPasswordManagement'],
			['get_external_password_mgmt_status_for_admin', 'duoAdmin/administrator/getPasswordManagement'],
			['update_admin_password_mgmt_status', 'duoAdmin/administrator/updatePasswordManagement'],
			['get_allowed_admin_auth_methods', 'duoAdmin/administrator/getAllowedAuthMethods'],
			['set_allowed_admin_auth_methods', 'duoAdmin/administrator/updateAllowedAuthMethods'],
			['get_administrative_units, get_administrative_units_iterator', 'duoAdmin/administrativeUnit/getMany'],
			['get_integrations, get_integrations_generator', 'duoAdmin/application/getMany'],
			['get_integration', 'duoAdmin/application/get'],
			['create_integration', 'duoAdmin/application/create'],
			['update_integration', 'duoAdmin/application/update'],
			['delete_integration', 'duoAdmin/application/delete'],
			['get_secret_key', secret],
			['get_policies_v2, get_policies_v2_iterator', 'duoAdmin/policy/getMany'],
			['get_policy_v2', 'duoAdmin/policy/get'],
			['get_policy_summary_v2', 'duoAdmin/policy/getSummary'],
			['calculate_policy', 'duoAdmin/policy/calculate'],
			['create_policy_v2', 'duoAdmin/policy/create'],
			['copy_policy_v2', 'duoAdmin/policy/copy'],
			['update_policy_v2', 'duoAdmin/policy/update'],
			['update_policies_v2', 'duoAdmin/policy/updateMany'],
			['delete_policy_v2', 'duoAdmin/policy/delete'],
			['get_settings', 'duoAdmin/account/getSettings'],
			['update_settings', 'duoAdmin/account/updateSettings'],
			['get_info_summary', 'duoAdmin/account/getSummary'],
			['get_info_telephony_credits_used', 'duoAdmin/account/getTelephonyCreditsUsed'],
			['get_authentication_attempts', 'duoAdmin/account/getAuthenticationAttempts'],
			['get_user_authentication_attempts', 'duoAdmin/account/getUserAuthenticationAttempts'],
			['get_logo', 'duoAdmin/branding/getLogo'],
			['update_logo', 'duoAdmin/branding/updateLogo'],
			['delete_logo', 'duoAdmin/branding/deleteLogo'],
			['get_passport_config', 'duoAdmin/passport/getConfig'],
			['update_passport_config', 'duoAdmin/passport/updateConfig'],
		],
	},
	{
		title: 'Duo’s Ruby client: what the Python client does not have',
		source:
			'Public methods of `lib/duo_api/admin.rb` of [duo_api_ruby](https://github.com/duosecurity/duo_api_ruby) that call what no method of the Python client calls',
		rows: [
			['bulk_create_users', 'duoAdmin/user/createMany'],
			['bulk_restore_users', 'duoAdmin/user/restore'],
			['bulk_trash_users', 'duoAdmin/user/trash'],
			[
				'bulk_operations',
				[
					'duoAdmin/user/create',
					'duoAdmin/user/update',
					'duoAdmin/user/delete',
					'duoAdmin/group/addMember',
					'duoAdmin/group/removeMember',
				],
			],
			['send_sms_passcodes', 'duoAdmin/phone/sendSmsPasscodes'],
			[
				'get_desktop_authenticators, get_user_desktop_authenticators',
				'duoAdmin/desktopAuthenticator/getMany',
			],
			['get_desktop_authenticator', 'duoAdmin/desktopAuthenticator/get'],
			['delete_desktop_authenticator', 'duoAdmin/desktopAuthenticator/delete'],
			['get_shared_desktop_authenticators', 'duoAdmin/sharedDeviceAuth/getMany'],
			['get_shared_desktop_authenticator', 'duoAdmin/sharedDeviceAuth/get'],
			['create_shared_desktop_authenticator', 'duoAdmin/sharedDeviceAuth/create'],
			['update_shared_desktop_authenticator', 'duoAdmin/sharedDeviceAuth/update'],
			['delete_shared_desktop_authenticator', 'duoAdmin/sharedDeviceAuth/delete'],
			['get_bypass_code', 'duoAdmin/bypassCode/get'],
			['get_oauth_integration_client_secret, reset_oauth_integration_client_secret', secret],
			['get_oidc_integration_client_secret, reset_oidc_integration_client_secret', secret],
			['get_blocked_registered_devices', 'duoAdmin/registeredDevice/getBlocked'],
			['get_blocked_registered_device', 'duoAdmin/registeredDevice/getBlocked'],
			['block_registered_device, block_registered_devices', 'duoAdmin/registeredDevice/block'],
			['unblock_registered_device, unblock_registered_devices', 'duoAdmin/registeredDevice/unblock'],
			['clear_admin_inactivity', 'duoAdmin/administrator/clearInactivity'],
			['create_existing_admin_activation_link', 'duoAdmin/administrator/createActivationLink'],
			['delete_existing_admin_activation_link', 'duoAdmin/administrator/deleteActivationLink'],
			['email_existing_admin_activation_link', 'duoAdmin/administrator/emailActivationLink'],
			['get_new_admin_pending_activations', 'duoAdmin/administratorActivation/getMany'],
			['delete_new_admin_pending_activations', 'duoAdmin/administratorActivation/delete'],
			['sync_admin', 'duoAdmin/administrator/syncFromDirectory'],
			['get_administrative_unit', 'duoAdmin/administrativeUnit/get'],
			['create_administrative_unit', 'duoAdmin/administrativeUnit/create'],
			['update_administrative_unit', 'duoAdmin/administrativeUnit/update'],
			['add_administrative_unit_admin', 'duoAdmin/administrativeUnit/addAdministrator'],
			['remove_administrative_unit_admin', 'duoAdmin/administrativeUnit/removeAdministrator'],
			['add_administrative_unit_group', 'duoAdmin/administrativeUnit/addGroup'],
			['remove_administrative_unit_group', 'duoAdmin/administrativeUnit/removeGroup'],
			['add_administrative_unit_integration', 'duoAdmin/administrativeUnit/addApplication'],
			['remove_administrative_unit_integration', 'duoAdmin/administrativeUnit/removeApplication'],
			['delete_administrative_unit', 'duoAdmin/administrativeUnit/delete'],
			['get_custom_branding', 'duoAdmin/branding/get'],
			['update_custom_branding', 'duoAdmin/branding/update'],
			['get_custom_branding_draft', 'duoAdmin/branding/getDraft'],
			['update_custom_branding_draft', 'duoAdmin/branding/updateDraft'],
			['add_custom_branding_draft_user', 'duoAdmin/branding/addDraftUser'],
			['remove_custom_branding_draft_user', 'duoAdmin/branding/removeDraftUser'],
			['publish_custom_branding_draft', 'duoAdmin/branding/publishDraft'],
			['get_custom_branding_messaging', 'duoAdmin/branding/getCustomMessaging'],
			['update_custom_branding_messaging', 'duoAdmin/branding/updateCustomMessaging'],
		],
	},
	{
		title: 'Duo’s Python client: Accounts API',
		source: '`duo_client/accounts.py`, and the class for child accounts in `duo_client/admin.py`',
		rows: [
			['get_child_accounts', 'duoAccounts/account/getMany'],
			['get_child_api_host', 'duoAccounts/account/getMany'],
			['create_account', 'duoAccounts/account/create'],
			['delete_account', 'duoAccounts/account/delete'],
			['get_edition', 'duoAccounts/edition/get'],
			['set_edition', 'duoAccounts/edition/set'],
			['get_telephony_credits', 'duoAccounts/telephonyCredits/get'],
			['set_telephony_credits', 'duoAccounts/telephonyCredits/set'],
		],
	},
	{
		title: 'Duo’s Python client: Auth API',
		source: '`duo_client/auth.py`',
		rows: [
			['ping', 'duoAuth/application/ping'],
			['check', 'duoAuth/application/check'],
			['logo', 'duoAuth/application/getLogo'],
			['enroll', 'duoAuth/enrollment/enroll'],
			['enroll_status', 'duoAuth/enrollment/getEnrollStatus'],
			['preauth', 'duoAuth/authentication/preauth'],
			[
				'auth',
				[
					'duoAuth/authentication/authenticate',
					'duoAuth/authentication/sendPush',
					'duoAuth/authentication/verify',
				],
			],
			['auth_status', 'duoAuth/authentication/getAuthStatus'],
		],
	},
	{
		title: 'Rewst',
		source:
			'The 36 actions in Rewst’s [documentation of its Duo integration](https://docs.rewst.help/documentation/integrations/integration-guides/duo-integration-setup)',
		rows: [
			['List Accounts', 'duoAccounts/account/getMany'],
			['Create Account', 'duoAccounts/account/create'],
			['Delete Account', 'duoAccounts/account/delete'],
			['Accounts API Action', { http: 'Any call, with the Duo Accounts API credential' }],
			['List Bypass Codes', 'duoAdmin/bypassCode/getMany'],
			['Get Bypass Code', 'duoAdmin/bypassCode/get'],
			['Delete Bypass Code', 'duoAdmin/bypassCode/delete'],
			['List Bypass Code(s) By User', 'duoAdmin/bypassCode/getMany'],
			['Create Bypass Code for User', 'duoAdmin/bypassCode/create'],
			['Retrieve Bypass Codes for User', 'duoAdmin/bypassCode/getMany'],
			['Auth API Action', { http: 'Any call, with the Duo Auth API credential' }],
			['Admin API Action', { http: 'Any call, with the Duo Admin API credential' }],
			['List Phones', 'duoAdmin/phone/getMany'],
			['Get Phone', 'duoAdmin/phone/get'],
			['Delete Phone by ID', 'duoAdmin/phone/delete'],
			['Send Activation URL', 'duoAdmin/phone/createActivationLink'],
			['Send Activation By SMS', 'duoAdmin/phone/sendSmsActivation'],
			['Send Installation By SMS', 'duoAdmin/phone/sendSmsInstallation'],
			['Send Passcode By SMS', 'duoAdmin/phone/sendSmsPasscodes'],
			['Get User’s Phones', 'duoAdmin/phone/getMany'],
			['Assign Phone to User', 'duoAdmin/phone/associate'],
			['Un-assign Phone from User', 'duoAdmin/phone/remove'],
			['Create Phone', 'duoAdmin/phone/create'],
			['Retrieve Settings', 'duoAdmin/account/getSettings'],
			['Update Settings', 'duoAdmin/account/updateSettings'],
			['List Users', 'duoAdmin/user/getMany'],
			['Get User by Username', 'duoAdmin/user/get'],
			['Create User', 'duoAdmin/user/create'],
			['Get User', 'duoAdmin/user/get'],
			['Update User', 'duoAdmin/user/update'],
			['Delete User', 'duoAdmin/user/delete'],
			['Enroll User', 'duoAdmin/user/enroll'],
			['Synchronize Users', 'duoAdmin/user/syncFromDirectory'],
			['Check Auth API Credentials', 'duoAuth/application/check'],
			['Ping Auth API', 'duoAuth/application/ping'],
			['Send Duo Authentication', ['duoAuth/authentication/authenticate', 'duoAuth/authentication/sendPush']],
		],
	},
	{
		title: 'JupiterOne',
		source:
			'The entities and relationships that JupiterOne’s [integration of Duo](https://github.com/JupiterOne/graph-duo) makes',
		rows: [
			['duo_account, duo_admin, duo_group, duo_integration, duo_phone, duo_user, mfa_device', GRAPH],
			['duo_account HAS duo_admin / duo_group / duo_integration / duo_user', GRAPH],
			['duo_group HAS duo_user', GRAPH],
			['duo_user ASSIGNED mfa_device', GRAPH],
			['duo_user USES duo_phone', GRAPH],
		],
	},
];

export const coverageFile = join(__dirname, '../docs/coverage.md');

/** As the user finds it in n8n; undefined when there is no such operation. */
export function operationName(path: OperationPath): string | undefined {
	const [nodeValue, resourceValue, operationValue] = path.split('/') as [keyof typeof nodes, string, string];
	const { name, resources } = nodes[nodeValue];
	const resource = resources.find(({ value }) => value === resourceValue);
	const operation = resource?.operations.find(({ value }) => value === operationValue);
	return resource && operation && `${name} → ${resource.name} → ${operation.name}`;
}

/** The operations of one row; none when the HTTP Request node does it. */
export function operationsOf(ours: Ours): readonly OperationPath[] {
	if (typeof ours === 'string') return [ours];
	return 'http' in ours ? [] : ours;
}

export function coverageText(): string {
	const intro = `# What the nodes cover

Each call of Duo’s own Python client, those that only the Ruby client has, each Duo action of Rewst and each part of JupiterOne’s graph, with the operation that does
the same. “HTTP Request” is n8n’s own node with one of our credentials: see
[Any other endpoint](../README.md#any-other-endpoint). Written by \`npm run readme\`.`;
	const parts = comparisons.map(({ title, source, rows }) =>
		[
			`## ${title}`,
			`${source}.`,
			[['Theirs', 'Ours'], ['---', '---'], ...rows.map(([theirs, ours]) => [theirs, describe(ours)])]
				.map(line)
				.join('\n'),
		].join('\n\n'),
	);
	return `${[intro, ...parts].join('\n\n')}\n`;
}

function describe(ours: Ours): string {
	if (typeof ours === 'object' && 'http' in ours) return `HTTP Request. ${ours.http}`;
	return operationsOf(ours)
		.map((path) => operationName(path) ?? path)
		.join('; ');
}

export function writeCoverage(): void {
	writeFileSync(coverageFile, coverageText());
}

export const readCoverage = () => readFileSync(coverageFile, 'utf8');
