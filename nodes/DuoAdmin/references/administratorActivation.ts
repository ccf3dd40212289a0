import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { InputError } from '../../shared/errors/InputError';
import { touchesNamed, type ItemCall } from '../../shared/operation';
import type { Duo } from '../../shared/transport/Duo';
import { onlyMatch } from './onlyMatch';

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

type ActivationMode = 'list' | 'email' | 'id';

/** The one way to name a pending activation. Read with {@link findActivation}. */
export function activationField(): INodeProperties {
	return {
		displayName: 'Activation',
		name: 'activation',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		required: true,
		description: 'The invitation: from the list, by the e-mail address it went to, or by ID',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Choose an activation…',
				typeOptions: { searchListMethod: 'searchAdministratorActivations', searchable: true },
			},
			{ displayName: 'Email', name: 'email', type: 'string', placeholder: 'e.g. jane@example.com' },
			{ displayName: 'By ID', name: 'id', type: 'string', hint: 'The ID that Get Many gives' },
		],
	};
}

/** For operations that change the pending activation that an item names. */
export const touchesActivation = touchesNamed('activation');

/**
 * The pending activation that the parameter "Activation" names. Duo has no call for one of them, so they are listed
 * once per run.
 *
 * @throws InputError when there is none, or more than one.
 */
export async function findActivation({ params, duo }: ItemCall): Promise<DuoActivation> {
	const { mode, value } = params.locator<ActivationMode>('activation');
	const activations = await duo.once(
		'administratorActivation list',
		async () => await duo.list<DuoActivation>(ACTIVATIONS),
	);
	if (mode === 'email') {
		return onlyMatch(activations, value, {
			noun: 'pending activation',
			label: 'e-mail address',
			textOf: ({ email }) => email,
			idOf: ({ admin_activation_id }) => admin_activation_id,
		});
	}
	const found = activations.find(({ admin_activation_id }) => admin_activation_id === value);
	if (found) return found;
	throw new InputError(
		'No pending activation in Duo has this ID',
		'It may have been used or deleted. Get Many gives the IDs.',
	);
}

export function forgetActivations(duo: Duo): void {
	duo.forget('administratorActivation ');
}

/** An activation as it may be shown to others than the one who made it. */
export function withoutLink(activation: DuoActivation): IDataObject {
	return Object.fromEntries(
		Object.entries(activation).filter(([field]) => !['code', 'link', 'message'].includes(field)),
	);
}
