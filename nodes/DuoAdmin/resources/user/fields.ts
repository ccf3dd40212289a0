import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { DuoParameters } from '../../../shared/duo/Duo';
import { isoTimes } from '../../../shared/duo/duoTime';
import { InputError } from '../../../shared/errors/InputError';
import type { Collection } from '../../../shared/parameters/Collection';
import { pairsField } from '../../../shared/parameters/pairs';
import { pick } from '../../../shared/parameters/simplify';
import type { DuoUser } from '../../duoObjects';

import { bypassGroupsOf } from './bypass';

/** What can be set on a user, for create and update. Read with {@link readProfile}. */
export function profileFields(): INodeProperties[] {
	return [
		{
			displayName: 'Aliases',
			name: 'aliases',
			type: 'string',
			typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Alias' },
			default: [],
			description:
				'Further names under which the user may log in, up to 8. In an update they replace those that the user has.',
		},
		pairsField({
			displayName: 'Custom Attributes',
			name: 'customAttributes',
			description: 'Names and values of custom attributes that your Duo account defines',
		}),
		{
			displayName: 'Email',
			name: 'email',
			type: 'string',
			placeholder: 'e.g. jane@example.com',
			default: '',
		},
		{
			displayName: 'Enable Auto Prompt',
			name: 'enableAutoPrompt',
			type: 'boolean',
			default: true,
			description: 'Whether Duo Universal Prompt starts the last used method by itself',
		},
		{
			displayName: 'First Name',
			name: 'firstname',
			type: 'string',
			default: '',
		},
		{
			displayName: 'Full Name',
			name: 'realname',
			type: 'string',
			placeholder: 'e.g. Jane Doe',
			default: '',
		},
		{
			displayName: 'Last Name',
			name: 'lastname',
			type: 'string',
			default: '',
		},
		{
			displayName: 'Notes',
			name: 'notes',
			type: 'string',
			typeOptions: { rows: 2 },
			default: '',
		},
		{
			displayName: 'Status',
			name: 'status',
			type: 'options',
			options: statusOptions(),
			default: 'active',
		},
	];
}

/** The states that can be set; others, such as locked out, come from Duo alone. */
export function statusOptions() {
	return [
		{ name: 'Active', value: 'active', description: 'Must complete two-factor authentication' },
		{
			name: 'Bypass',
			value: 'bypass',
			description: 'Logs in without two-factor authentication',
		},
		{ name: 'Disabled', value: 'disabled', description: 'Cannot log in' },
	];
}

/** The added fields as Duo's parameters. */
export function readProfile(fields: Collection): DuoParameters {
	const aliases = fields.clearableNewNames('aliases');
	const custom = fields
		.pairs('customAttributes')
		.map(([name, value]): [string, string] => [`custom_attributes.${name}`, value]);
	return {
		email: fields.clearableText('email'),
		realname: fields.clearableProse('realname'),
		firstname: fields.clearableProse('firstname'),
		lastname: fields.clearableProse('lastname'),
		notes: fields.clearableProse('notes'),
		status: fields.choice('status'),
		enable_auto_prompt: fields.flag('enableAutoPrompt'),
		aliases: aliases && aliasesText(aliases, fields.isUpdate),
		...Object.fromEntries(custom),
	};
}

/** The most aliases that Duo keeps for a user. */
const MOST_ALIASES = 8;

/**
 * Duo takes all aliases as one form-encoded text: `alias1=jane&alias2=j.doe`. For a user that exists the
 * other positions are named too, without a value: that clears them.
 */
function aliasesText(aliases: string[], clearsOthers: boolean): string {
	if (aliases.length > MOST_ALIASES) {
		throw new InputError(
			`A user can have ${MOST_ALIASES} aliases, not ${aliases.length}`,
			'Shorten the list in “Aliases”.',
		);
	}
	const text = new URLSearchParams();
	for (let index = 0; index < (clearsOthers ? MOST_ALIASES : aliases.length); index++) {
		text.set(`alias${index + 1}`, aliases[index] ?? '');
	}
	return text.toString();
}

/** The fields of a user that most flows need. */
export function simplifyUser(user: DuoUser): IDataObject {
	return {
		...pick(user, ['user_id', 'username', 'realname', 'email', 'status', 'is_enrolled', 'aliases']),
		...isoTimes(user, ['last_login']),
		phones: (user.phones ?? []).map((phone) => pick(phone, ['phone_id', 'number', 'name'])),
		groups: (user.groups ?? []).map((group) => pick(group, ['group_id', 'name'])),
		bypassGroups: bypassGroupsOf(user),
	};
}
