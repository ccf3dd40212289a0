import type { Duo } from '../../shared/duo/Duo';
import { InputError } from '../../shared/errors/InputError';

import { reference } from './reference';

export interface DuoAdministrator {
	admin_id: string;
	name: string;
	email: string;
	/** One of Duo's, or the name of a custom one. */
	role?: string;
	role_id?: string;
	/** `Active`, `Disabled`, `Expired`, `Pending Activation`. */
	status?: string;
	restricted_by_admin_units?: boolean;
}

export const administrator = reference<DuoAdministrator>({
	displayName: 'Administrator',
	parameter: 'administrator',
	noun: 'administrator',
	path: '/admin/v1/admins',
	permission: 'administrators',
	prefix: 'DE',
	idOf: ({ admin_id }) => admin_id,
	shown: ({ name, email }) => `${name} (${email})`,
	alsoFoundBy: ({ role }) => [role],
	names: [
		{
			mode: 'email',
			displayName: 'Email',
			term: 'e-mail address',
			placeholder: 'e.g. jane@example.com',
			of: ({ email }) => email,
		},
		{
			mode: 'name',
			displayName: 'Name',
			term: 'name',
			placeholder: 'e.g. Jane Doe',
			of: ({ name }) => name,
		},
	],
});

/** What an output says about the administrator that it is about. */
export function identityOf({ admin_id, name, email }: DuoAdministrator) {
	return { admin_id, name, email };
}

/**
 * To be asked before somebody stops being an owner: only owners can give that role to others.
 *
 * @throws InputError when no other owner could log in.
 */
export async function requireAnotherOwner(duo: Duo, leaving: DuoAdministrator): Promise<void> {
	if (!isActiveOwner(leaving)) return;
	const isOther = ({ admin_id }: DuoAdministrator) => admin_id !== leaving.admin_id;
	if ((await administrator.list(duo)).some((each) => isOther(each) && isActiveOwner(each))) return;
	throw new InputError(
		`${leaving.name} is the only active owner of this Duo account`,
		'Nothing was changed. Make another active administrator an owner first.',
	);
}

function isActiveOwner({ role, status }: DuoAdministrator): boolean {
	return role === 'Owner' && status === 'Active';
}
