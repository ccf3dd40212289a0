import type { IDataObject } from 'n8n-workflow';

import { reference } from './reference';

export const ACTIVATIONS = '/admin/v1/admins/activations';

/** An invitation to become an administrator that was not accepted yet. */
export interface DuoActivation {
	admin_activation_id: string;
	email: string;
	admin_role?: string;
	/** These three let whoever has them become the administrator. */
	code?: string;
	link?: string;
	message?: string;
}

/** Duo has no call for one of them, so they are listed. */
export const administratorActivation = reference<DuoActivation>({
	displayName: 'Activation',
	parameter: 'activation',
	noun: 'pending activation',
	path: ACTIVATIONS,
	onePath: null,
	permission: 'administrators',
	idOf: ({ admin_activation_id }) => admin_activation_id,
	shown: ({ email, admin_role }) => (admin_role ? `${email} (${admin_role})` : email),
	alsoFoundBy: ({ admin_role }) => [admin_role],
	names: [
		{
			mode: 'email',
			displayName: 'Email',
			term: 'e-mail address',
			placeholder: 'e.g. jane@example.com',
			of: ({ email }) => email,
		},
	],
});

/** An activation as it may be shown to others than the one who made it. */
export function withoutLink(activation: DuoActivation): IDataObject {
	return Object.fromEntries(
		Object.entries(activation).filter(([field]) => !['code', 'link', 'message'].includes(field)),
	);
}
