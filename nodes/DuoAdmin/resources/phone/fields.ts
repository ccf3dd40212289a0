import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { DuoParameters } from '../../../shared/duo/Duo';
import { isoTimes } from '../../../shared/duo/duoTime';
import type { Collection } from '../../../shared/parameters/Collection';
import type { ItemParameters } from '../../../shared/parameters/ItemParameters';
import { pick } from '../../../shared/parameters/simplify';
import type { DuoPhone } from '../../duoObjects';

import type { IfOwned } from './attach';

/** What can be set on a phone beside its number. Read with {@link readPhoneDetails}. */
export function phoneDetailFields(): INodeProperties[] {
	return [
		{
			displayName: 'Extension',
			name: 'extension',
			type: 'string',
			default: '',
			description: 'Digits to dial after the call is answered; overrides one written with the number',
		},
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			default: '',
			placeholder: 'e.g. Office phone',
		},
		{
			displayName: 'Platform',
			name: 'platform',
			type: 'options',
			options: platformOptions(),
			default: 'generic smartphone',
		},
		{
			displayName: 'Post-Delay',
			name: 'postdelay',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 0,
			description: 'Seconds to wait after dialing the extension before the prompt is spoken',
		},
		{
			displayName: 'Pre-Delay',
			name: 'predelay',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 0,
			description: 'Seconds to wait after the call is answered before the extension is dialed',
		},
		{
			displayName: 'Type',
			name: 'type',
			type: 'options',
			options: typeOptions(),
			default: 'mobile',
		},
	];
}

export function typeOptions() {
	return [
		{ name: 'Landline', value: 'landline' },
		{ name: 'Mobile', value: 'mobile' },
		{ name: 'Unknown', value: 'unknown' },
	];
}

export function platformOptions() {
	return [
		{ name: 'Android', value: 'google android' },
		{ name: 'Apple iOS', value: 'apple ios' },
		{ name: 'Generic Smartphone', value: 'generic smartphone' },
		{ name: 'Unknown', value: 'unknown' },
		{ name: 'Windows Phone', value: 'windows phone' },
	];
}

/** The added details as Duo's parameters. */
export function readPhoneDetails(fields: Collection): DuoParameters {
	return {
		extension: fields.clearableText('extension'),
		name: fields.clearableProse('name'),
		platform: fields.openChoice('platform'),
		predelay: fields.number('predelay'),
		postdelay: fields.number('postdelay'),
		type: fields.choice('type'),
	};
}

/** What to do when others have the phone. Read with {@link readIfOwned}. */
export function ifOwnedField(): INodeProperties {
	return {
		displayName: 'If the Phone Belongs to Someone Else',
		name: 'ifOwned',
		type: 'options',
		options: [
			{
				name: 'Move',
				value: 'move',
				description: 'Attach it to this user, then detach it from everyone else',
			},
			{ name: 'Share', value: 'share', description: 'Attach it to this user as well' },
			{
				name: 'Stop',
				value: 'stop',
				description: 'Change nothing and name the owner in an error',
			},
		],
		default: 'stop',
	};
}

export function readIfOwned(params: ItemParameters): IfOwned {
	return params.choice<IfOwned>('ifOwned');
}

/** How long an activation link or code is good for. */
export function validSecondsField(): INodeProperties {
	return {
		displayName: 'Valid For (Seconds)',
		name: 'validSecs',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 86400,
		description: 'How long the activation can be used; 86400 seconds are one day',
	};
}

/** Whether a phone is deleted when its last user has lost it. */
export function deleteUnusedField(): INodeProperties {
	return {
		displayName: 'Delete Phone if Unused',
		name: 'deleteUnused',
		type: 'boolean',
		default: false,
		description: 'Whether to delete the phone from Duo when no other user has it',
	};
}

/** The fields of a phone that most flows need. */
export function simplifyPhone(phone: DuoPhone): IDataObject {
	return {
		...pick(phone, [
			'phone_id',
			'number',
			'extension',
			'name',
			'type',
			'platform',
			'model',
			'activated',
			'capabilities',
		]),
		...isoTimes(phone, ['last_seen']),
		users: (phone.users ?? []).map((user) => pick(user, ['user_id', 'username'])),
	};
}
