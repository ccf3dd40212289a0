import type { INodeProperties } from 'n8n-workflow';

import type { Duo } from '../../shared/duo/Duo';
import { path } from '../../shared/duo/path';
import type { Subject } from '../../shared/engine/concurrency';
import type { ItemCall } from '../../shared/engine/ItemCall';
import { InputError } from '../../shared/errors/InputError';
import type { ItemParameters } from '../../shared/parameters/ItemParameters';
import type { DuoPhone, DuoUser } from '../duoObjects';
import {
	defaultCountryField,
	isSameNumber,
	normalizePhoneNumber,
	storedPhoneNumber,
	type PhoneNumber,
} from '../phoneNumber';

import { expectId, isMeantAsId } from './id';
import { withOwners } from './listSearch';
import { listMode } from './locatorField';
import type { ListedKind } from './ResourceKind';

type PhoneMode = 'list' | 'id' | 'number';

/** How phones are listed. */
export const listedPhones: ListedKind<DuoPhone> = {
	parameter: 'phone',
	path: '/admin/v1/phones',
	idOf: ({ phone_id }) => phone_id,
	names: [
		{ term: 'number', of: ({ number }) => number },
		{ term: 'name', of: ({ name }) => name },
	],
	shown: (phone) => withOwners(phoneLabel(phone), phone.users),
	alsoFoundBy: ({ users }) => (users ?? []).map(({ username }) => username),
};

/** The one way to name a phone that Duo knows. Read with {@link findPhone} or {@link readPhone}. */
export function phoneField(
	field: Partial<Pick<INodeProperties, 'displayName' | 'name' | 'description'>> = {},
): INodeProperties[] {
	return [
		{
			displayName: 'Phone',
			name: 'phone',
			type: 'resourceLocator',
			default: { mode: 'list', value: '' },
			required: true,
			description: 'The phone: from the list, or by ID or number',
			...field,
			modes: [
				listMode(listedPhones, 'Choose a phone…'),
				{
					displayName: 'By ID or Number',
					name: 'id',
					type: 'string',
					placeholder: 'e.g. +1 555 555 0101',
					hint: 'Takes a number or an ID. A phone’s ID is DP and 18 letters or digits, as at the end of its address in the Duo Admin Panel.',
				},
				{
					displayName: 'Phone Number',
					name: 'number',
					type: 'string',
					placeholder: 'e.g. +1 555 555 0101',
					hint: 'An extension may follow, e.g. +1 555 555 0101 ext. 12',
				},
			],
		},
		defaultCountryField(),
	];
}

/** What a phone parameter says: an ID, or a number. */
export type PhoneReference = { id: string } | { number: PhoneNumber };

/** Reads a phone parameter without asking Duo. */
export function readPhone(params: ItemParameters, name = 'phone'): PhoneReference {
	const { mode, value } = params.locator<PhoneMode>(name);
	const country = params.choice('defaultCountry');
	if (mode === 'number' || (mode === 'id' && !isMeantAsId(value))) {
		return { number: normalizePhoneNumber(value, country) };
	}
	return { id: expectId(value, 'DP', 'phone') };
}

/**
 * The phones that the items of a run name. Where other items may name the same phone by its ID, a number is
 * looked up; by its number too, because an earlier item may create the phone.
 */
export const phones: Subject = {
	keys: async ({ params, duo }) => {
		const reference = readPhone(params);
		if ('id' in reference) return [reference.id];
		const number = readable(reference.number);
		if (params.locator<PhoneMode>('phone').mode === 'number') return [number];
		const found = await duo.cache.once(
			`phone keys ${number}`,
			async () => await phonesByNumber(duo, reference.number),
		);
		return [number, ...found.map(({ phone_id }) => phone_id)];
	},
};

/**
 * The phone that the parameter names, as it is now.
 *
 * @throws InputError when there is none, or more than one.
 */
export async function findPhone({ params, duo }: ItemCall, name = 'phone'): Promise<DuoPhone> {
	const reference = readPhone(params, name);
	if ('id' in reference) return await duo.get<DuoPhone>(path`/admin/v1/phones/${reference.id}`);

	const found = await phonesByNumber(duo, reference.number);
	if (found.length === 0) {
		throw new InputError(
			`No phone in Duo has the number ${readable(reference.number)}`,
			'Check the number and its country code.',
		);
	}
	return onlyPhone(found, reference.number);
}

/** The phones with this very number and extension; Duo normally has one or none. */
export async function phonesByNumber(duo: Duo, wanted: PhoneNumber): Promise<DuoPhone[]> {
	const { objects } = await duo.page<DuoPhone>('/admin/v1/phones', 0, 100, {
		number: wanted.number,
		extension: wanted.extension || undefined,
	});
	return objects.filter((phone) => isSameNumber(storedPhoneNumber(phone), wanted));
}

/** @throws InputError when there is more than one. */
export function onlyPhone(found: DuoPhone[], number: PhoneNumber): DuoPhone {
	if (found.length === 1) return found[0]!;
	throw new InputError(
		`${found.length} phones in Duo have the number ${readable(number)}`,
		`Name the one you mean by ID: ${found.map(({ phone_id }) => phone_id).join(', ')}. The operation “Find Duplicates” tells which is worth keeping.`,
	);
}

/** The phones of a user as they are now. */
export async function phonesOf(duo: Duo, { user_id }: DuoUser): Promise<DuoPhone[]> {
	return await duo.list<DuoPhone>(path`/admin/v1/users/${user_id}/phones`);
}

/**
 * The phone among a user's phones.
 *
 * Why looked up at all: Duo answers 200 when asked to detach a phone that is not attached.
 *
 * @throws InputError when the user does not have it, with a list of what the user has.
 */
export function phoneAmong(phones: DuoPhone[], reference: PhoneReference, { username }: DuoUser): DuoPhone {
	const found = phones.filter((phone) =>
		'id' in reference
			? phone.phone_id === reference.id
			: isSameNumber(storedPhoneNumber(phone), reference.number),
	);
	if (found.length > 0) return 'id' in reference ? found[0]! : onlyPhone(found, reference.number);

	const named = 'id' in reference ? reference.id : readable(reference.number);
	const attached = phones.map((phone) => `${phoneLabel(phone)} (${phone.phone_id})`).join(', ');
	throw new InputError(
		`The phone ${named} is not attached to ${username}`,
		attached ? `Attached are: ${attached}.` : `${username} has no phone in Duo.`,
	);
}

/** How people tell phones apart: the number, or the name or model of a tablet. */
export function phoneLabel(phone: DuoPhone): string {
	if (phone.number) {
		return readable({ number: phone.number, extension: phone.extension ?? '' });
	}
	return phone.name || phone.model || phone.phone_id;
}

/** What is told of a phone in outputs. */
export function phoneSummary(phone: DuoPhone) {
	const { phone_id, number, extension = '', name = '', type = '', platform = '' } = phone;
	return { phone_id, number, extension, name, type, platform };
}

function readable({ number, extension }: PhoneNumber): string {
	return extension ? `${number} ext. ${extension}` : number;
}
