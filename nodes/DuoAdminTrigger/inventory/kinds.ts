import type { IDataObject } from 'n8n-workflow';

import { withoutSecrets } from '../../shared/duo/secrets';
import type { Permission } from '../../shared/errors/permissions';

/** A kind of object in Duo whose changes can be watched. */
export interface InventoryKind {
	/** Stored in users' workflows: never change it. */
	value: string;
	name: string;
	path: string;
	pageSize: number;
	permission: Permission;
	idField: string;
	/** How people call the object. */
	nameOf: (object: IDataObject) => IDataObject[string];
	/** What of an object is compared and handed out: no secrets, nothing that changes by mere use. */
	essence: (object: IDataObject) => IDataObject;
}

/** Source: Duo's Admin API documentation. */
export const kinds: readonly InventoryKind[] = [
	{
		value: 'administrator',
		name: 'Administrators',
		path: '/admin/v1/admins',
		pageSize: 500,
		permission: 'administrators',
		idField: 'admin_id',
		nameOf: ({ email, name }) => email || name,
		essence: (admin) => without(admin, ['last_login']),
	},
	{
		value: 'application',
		name: 'Applications',
		path: '/admin/v3/integrations',
		pageSize: 500,
		permission: 'applications',
		idField: 'integration_key',
		nameOf: ({ name }) => name,
		essence: (application) => withoutSecrets(application),
	},
	{
		value: 'group',
		name: 'Groups',
		path: '/admin/v1/groups',
		pageSize: 500,
		permission: 'readResource',
		idField: 'group_id',
		nameOf: ({ name }) => name,
		essence: (group) => group,
	},
	{
		value: 'phone',
		name: 'Phones',
		path: '/admin/v1/phones',
		pageSize: 500,
		permission: 'readResource',
		idField: 'phone_id',
		nameOf: ({ number, name }) => number || name,
		essence: (phone) => ({
			...without(phone, ['last_seen']),
			users: named(phone.users, 'user_id', 'username'),
		}),
	},
	{
		value: 'user',
		name: 'Users',
		path: '/admin/v1/users',
		pageSize: 300,
		permission: 'readResource',
		idField: 'user_id',
		nameOf: ({ username }) => username,
		essence: (user) => ({
			...without(user, ['last_login', 'last_directory_sync', 'desktoptokens']),
			phones: named(user.phones, 'phone_id', 'number'),
			groups: named(user.groups, 'group_id', 'name'),
			tokens: named(user.tokens, 'token_id', 'serial'),
			u2ftokens: named(user.u2ftokens, 'registration_id'),
			webauthncredentials: named(user.webauthncredentials, 'webauthnkey', 'credential_name'),
		}),
	},
];

function without(object: IDataObject, fields: string[]): IDataObject {
	return Object.fromEntries(Object.entries(object).filter(([field]) => !fields.includes(field)));
}

/** Objects inside an object, by what identifies them, in an order that does not depend on Duo's. */
function named(list: unknown, idField: string, ...more: string[]): IDataObject[] {
	const fields = [idField, ...more];
	return (Array.isArray(list) ? (list as IDataObject[]) : [])
		.map((each) => Object.fromEntries(fields.map((field) => [field, each[field]])))
		.sort((a, b) => (idIn(a, idField) < idIn(b, idField) ? -1 : 1));
}

/** The ID of an object. Duo's IDs are texts. */
export function idIn(object: IDataObject, idField: string): string {
	const id = object[idField];
	return typeof id === 'string' ? id : '';
}
