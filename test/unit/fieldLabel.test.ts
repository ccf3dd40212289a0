/** Errors of Duo’s name a parameter of its API; messages name the field that users see in the editor. */
import type { INodeProperties } from 'n8n-workflow';

import { resources as accounts } from '../../nodes/DuoAccounts/resources';
import { resources as admin } from '../../nodes/DuoAdmin/resources';
import { resources as auth } from '../../nodes/DuoAuth/resources';
import { fieldLabel } from '../../nodes/shared/errors/fieldLabel';

const nodes = { accounts, admin, auth };
const properties = (name: keyof typeof nodes, resource: string, operation: string): INodeProperties[] =>
	nodes[name].find(({ value }) => value === resource)!.operations.find(({ value }) => value === operation)!
		.properties;

test.each([
	['mintime', 'admin', 'log', 'getMany', 'From'],
	['maxtime', 'admin', 'log', 'getMany', 'To'],
	['valid_secs', 'auth', 'enrollment', 'enroll', 'Valid For (Seconds)'],
	['username', 'auth', 'enrollment', 'enroll', 'Username'],
	['username', 'auth', 'authentication', 'verify', 'User'],
	['user_id', 'auth', 'authentication', 'verify', 'User'],
	['user_id', 'auth', 'enrollment', 'getEnrollStatus', 'User ID'],
	['pushinfo', 'auth', 'authentication', 'verify', 'Push Info'],
	['ipaddr', 'auth', 'authentication', 'preauth', 'Client IP Address'],
	['trusted_device_token', 'auth', 'authentication', 'verify', 'Trusted Device Token'],
	['email', 'admin', 'user', 'create', 'Email'],
	['alias1', 'admin', 'user', 'create', 'Aliases'],
	['custom_attributes.room', 'admin', 'user', 'create', 'Custom Attributes'],
	['phone_id', 'admin', 'phone', 'update', 'Phone'],
	['group_id', 'admin', 'group', 'update', 'Group'],
	['admin_role', 'admin', 'administratorActivation', 'create', 'Role'],
	['admin_id', 'admin', 'administrator', 'update', 'Administrator'],
	['integration_key', 'admin', 'application', 'update', 'Application'],
	['groups_allowed', 'admin', 'application', 'create', 'Groups Allowed'],
	['group_id_list', 'admin', 'sharedDeviceAuth', 'create', 'Group IDs'],
	['policy_key', 'admin', 'policy', 'update', 'Policy'],
	['credits', 'accounts', 'telephonyCredits', 'set', 'Credits'],
] as const)('%s in %s: %s, %s is “%s”', (parameter, node, resource, operation, label) => {
	expect(fieldLabel(parameter, properties(node, resource, operation))).toBe(label);
});

test.each(['some_thing', 'constructor', '', 'push'])('“%s” has none', (parameter) => {
	expect(fieldLabel(parameter, properties('auth', 'authentication', 'verify'))).toBeUndefined();
});
