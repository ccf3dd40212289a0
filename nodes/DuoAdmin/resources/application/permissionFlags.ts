import type { INodePropertyOptions } from 'n8n-workflow';

import { InputError } from '../../../shared/errors/InputError';
import { permissions, type Permission } from '../../../shared/errors/permissions';

/** Duo's flag for each permission. Source: Duo's Admin API documentation. */
const FLAGS: Record<Permission, string> = {
	administrators: 'adminapi_admins',
	applications: 'adminapi_integrations',
	information: 'adminapi_info',
	log: 'adminapi_read_log',
	readResource: 'adminapi_read_resource',
	settings: 'adminapi_settings',
	writeResource: 'adminapi_write_resource',
};

/** Flags that no operation of ours needs. */
const MORE_FLAGS: Record<string, string> = {
	'Grant administrators (Read)': 'adminapi_admins_read',
	'Set permissions of other applications': 'adminapi_allow_to_set_permissions',
};

/** Must be chosen to take everything away: a list that is empty by mistake must not do that. */
const NONE = 'none';

/** What an application of the type Admin API may be granted, as in the Duo Admin Panel. */
export function permissionOptions(): INodePropertyOptions[] {
	const known = Object.entries(FLAGS).map(([permission, value]) => ({
		name: permissions[permission as Permission],
		value,
	}));
	const more = Object.entries(MORE_FLAGS).map(([name, value]) => ({ name, value }));
	const none = { name: 'None', value: NONE, description: 'Takes all permissions away; choose it alone' };
	return [...known, ...more, none].sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

/** All flags as Duo's parameters, so that what is not chosen is taken away. */
export function permissionFlags(chosen: readonly string[]): Record<string, number> {
	if (chosen.includes(NONE) && chosen.length > 1) {
		throw new InputError(
			'“Admin API Permissions” contains None and others',
			'Choose None alone, or leave it out.',
		);
	}
	const flags = [...Object.values(FLAGS), ...Object.values(MORE_FLAGS)];
	return Object.fromEntries(flags.map((flag) => [flag, chosen.includes(flag) ? 1 : 0]));
}
