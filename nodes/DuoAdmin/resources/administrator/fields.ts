import type { INodeProperties } from 'n8n-workflow';

import type { DuoParameters } from '../../../shared/duo/Duo';
import { InputError } from '../../../shared/errors/InputError';
import type { Collection } from '../../../shared/parameters/Collection';
import type { ItemParameters } from '../../../shared/parameters/ItemParameters';
import { normalizePhoneNumber } from '../../phoneNumber';
import { expectId } from '../../references/id';

/**
 * Duo's own, as Duo wants them, to the letter; an account may have custom ones. Source: Duo's Admin API
 * documentation.
 */
const ROLES = [
	'Administrator',
	'Application Manager',
	'Billing',
	'Help Desk',
	'Owner',
	'Read-only',
	'Security Analyst',
	'User Manager',
];

/** What an administrator may do: a role of Duo's, or the name of a custom role. Read as an open choice. */
export function roleField(field: Partial<INodeProperties> = {}): INodeProperties {
	return {
		displayName: 'Role',
		name: 'role',
		type: 'options',
		options: ROLES.map((role) => ({ name: role, value: role })),
		default: 'Read-only',
		description:
			'What the administrator may do. An Owner may do everything, also to other administrators. A custom role is named by an expression, exactly as it is written in Duo.',
		...field,
	};
}

/** What can be set on an administrator beside name and role. Read with {@link readAdministratorDetails}. */
export function administratorDetailFields(): INodeProperties[] {
	return [
		textField('Hardware Token ID', 'tokenId', {
			placeholder: 'e.g. DHXXXXXXXXXXXXXXXXXX',
			description: 'The hardware token with which the administrator logs in',
		}),
		textField('Phone', 'phone', {
			placeholder: 'e.g. +1 555 555 0101',
			description: 'The number with + and country code',
		}),
		{
			displayName: 'Restricted by Administrative Units',
			name: 'restrictedByAdminUnits',
			type: 'boolean',
			default: true,
			description:
				'Whether the administrator may manage only what their administrative units hold. Not possible for an Owner.',
		},
		roleField({
			displayName: 'Role in Child Accounts',
			name: 'subaccountRole',
			description:
				'What an administrator of a parent account may do in its child accounts. A custom role is named by an expression, exactly as it is written in Duo.',
		}),
	];
}

/**
 * To be asked before a request whenever the role is known.
 *
 * @throws InputError for an Owner who is to be restricted: Duo refuses that.
 */
export function requireUnrestrictedOwner(role: string | undefined, changes: DuoParameters): void {
	if (role !== 'Owner' || changes.restricted_by_admin_units !== true) return;
	throw new InputError(
		'An Owner cannot be restricted by administrative units',
		'Choose another role, or leave “Restricted by Administrative Units” out. Nothing was changed.',
	);
}

function textField(displayName: string, name: string, field: Partial<INodeProperties>): INodeProperties {
	return { displayName, name, type: 'string', default: '', ...field };
}

/** The added details as Duo's parameters. */
export function readAdministratorDetails(fields: Collection): DuoParameters {
	const phone = fields.text('phone');
	const tokenId = fields.clearableText('tokenId');
	return {
		phone: phone && normalizePhoneNumber(phone).number,
		token_id: tokenId && expectId(tokenId, 'DH', 'hardware token'),
		restricted_by_admin_units: fields.flag('restrictedByAdminUnits'),
		subaccount_role: fields.openChoice('subaccountRole'),
	};
}

/** How an administrator gets the link that activates the account. Read with {@link readInvitation}. */
export function invitationFields(): INodeProperties[] {
	return [
		{
			displayName: 'Send Email',
			name: 'sendEmail',
			type: 'boolean',
			default: true,
			description: 'Whether Duo sends the activation link to the e-mail address',
		},
		{
			displayName: 'Valid For (Days)',
			name: 'validDays',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 31 },
			default: 7,
			description: 'How long the activation link can be used, at most 31 days',
		},
	];
}

export function readInvitation(params: ItemParameters): DuoParameters {
	return {
		send_email: params.flag('sendEmail') ? 1 : 0,
		valid_days: params.number('validDays'),
	};
}
