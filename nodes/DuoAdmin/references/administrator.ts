import type { INodeProperties } from 'n8n-workflow';

import { InputError } from '../../shared/errors/InputError';
import { touchesNamed, type ItemCall } from '../../shared/operation';
import { path } from '../../shared/path';
import type { Duo } from '../../shared/transport/Duo';
import { expectId, idMode } from './id';
import { onlyMatch } from './onlyMatch';

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

type AdministratorMode = 'list' | 'email' | 'id';

/** The one way to name an administrator. Read with {@link findAdministrator}. */
export function administratorField(): INodeProperties {
	return {
		displayName: 'Administrator',
		name: 'administrator',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		required: true,
		description: 'The administrator: from the list, by e-mail address, or by ID',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Choose an administrator…',
				typeOptions: { searchListMethod: 'searchAdministrators', searchable: true },
			},
			{ displayName: 'Email', name: 'email', type: 'string', placeholder: 'e.g. jane@example.com' },
			idMode('DE', 'administrator'),
		],
	};
}

/** For operations that change the administrator that an item names. */
export const touchesAdministrator = touchesNamed('administrator');

/**
 * The administrator that the parameter "Administrator" names. Duo cannot search them by e-mail, so they are listed
 * once per run.
 *
 * @throws InputError when there is none, or more than one.
 */
export async function findAdministrator({ params, duo }: ItemCall): Promise<DuoAdministrator> {
	const { mode, value } = params.locator<AdministratorMode>('administrator');
	if (mode !== 'email') {
		const id = expectId(value, 'DE', 'administrator');
		return await duo.once(
			`administrator ${id}`,
			async () => await duo.get<DuoAdministrator>(path`/admin/v1/admins/${id}`),
		);
	}
	return onlyMatch(await allAdministrators(duo), value, {
		noun: 'administrator',
		label: 'e-mail address',
		textOf: ({ email }) => email,
		idOf: ({ admin_id }) => admin_id,
	});
}

/** What an output says about the administrator that it is about. */
export function identityOf({ admin_id, name, email }: DuoAdministrator) {
	return { admin_id, name, email };
}

/** To be called after an administrator was changed, so that a later item of the run does not see the old state. */
export function forgetAdministrators(duo: Duo): void {
	duo.forget('administrator ');
}

/**
 * To be asked before somebody stops being an owner: only owners can give that role to others.
 *
 * @throws InputError when no other owner could log in.
 */
export async function requireAnotherOwner(duo: Duo, administrator: DuoAdministrator): Promise<void> {
	if (!isActiveOwner(administrator)) return;
	const isOther = ({ admin_id }: DuoAdministrator) => admin_id !== administrator.admin_id;
	if ((await allAdministrators(duo)).some((each) => isOther(each) && isActiveOwner(each))) return;
	throw new InputError(
		`${administrator.name} is the only active owner of this Duo account`,
		'Nothing was changed. Make another active administrator an owner first.',
	);
}

function isActiveOwner({ role, status }: DuoAdministrator): boolean {
	return role === 'Owner' && status === 'Active';
}

async function allAdministrators(duo: Duo): Promise<DuoAdministrator[]> {
	return await duo.once(
		'administrator list',
		async () => await duo.list<DuoAdministrator>('/admin/v1/admins'),
	);
}
