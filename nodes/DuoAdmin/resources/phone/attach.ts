import type { Duo } from '../../../shared/duo/Duo';
import { path } from '../../../shared/duo/path';
import { DuoApiError } from '../../../shared/errors/DuoApiError';
import { InputError } from '../../../shared/errors/InputError';
import { PartialError } from '../../../shared/errors/PartialError';
import { toError } from '../../../shared/errors/toError';
import type { DuoPhone, DuoUser } from '../../duoObjects';
import type { PhoneNumber } from '../../phoneNumber';
import { onlyPhone, phoneLabel, phonesByNumber } from '../../references/phone';
import { forgetUser } from '../../references/user';

/** What to do with a phone that other users have. */
export type IfOwned = 'stop' | 'share' | 'move';

/** A phone to be made, if Duo does not know its number yet. */
export interface NewPhone {
	/** Absent for a tablet. */
	number?: PhoneNumber;
	name?: string;
	type?: string;
	platform?: string;
}

/** What was done to bring a phone and a user together. */
export interface Attachment {
	phone: DuoPhone;
	/** Whether the phone was made for it. */
	created: boolean;
	alreadyAssociated: boolean;
	/** Usernames of the others who have the phone too. */
	sharedWith: string[];
	/** Usernames of those from whom it was taken. */
	movedFrom: string[];
}

/** Attaches the phone with this number to the user, and makes it first if there is none. */
export async function attachByNumber(
	duo: Duo,
	user: DuoUser,
	wanted: NewPhone & { number: PhoneNumber },
	ifOwned: IfOwned,
): Promise<Attachment> {
	const known = await knownPhone(duo, user, wanted.number);
	if (known) return await attachKnown(duo, user, known, ifOwned);
	try {
		return await attachNew(duo, user, wanted);
	} catch (fault) {
		// Somebody else made a phone with the number since we looked.
		const now = isDuplicate(fault) ? await knownPhone(duo, user, wanted.number) : undefined;
		if (!now) throw toError(fault);
		return await attachKnown(duo, user, now, ifOwned);
	}
}

/**
 * Attaches a phone that Duo knows.
 *
 * @throws InputError when others have it and `ifOwned` is `stop`.
 */
export async function attachKnown(
	duo: Duo,
	user: DuoUser,
	phone: DuoPhone,
	ifOwned: IfOwned,
): Promise<Attachment> {
	const owners = phone.users ?? [];
	const others = owners.filter(({ user_id }) => user_id !== user.user_id);
	const alreadyAssociated = others.length < owners.length;
	if (!alreadyAssociated) {
		if (others.length > 0 && ifOwned === 'stop') throw ownedByOthers(phone, others);
		await attach(duo, user, phone);
	}
	const movedFrom = ifOwned === 'move' && !alreadyAssociated ? others : [];
	for (const owner of movedFrom) await takeFrom(duo, owner, phone, user);

	const sharedWith = movedFrom.length > 0 ? [] : others;
	return {
		phone,
		created: false,
		alreadyAssociated,
		sharedWith: sharedWith.map(({ username }) => username),
		movedFrom: movedFrom.map(({ username }) => username),
	};
}

/** Makes a phone for the user. If it cannot be attached, it is removed again. */
export async function attachNew(duo: Duo, user: DuoUser, wanted: NewPhone): Promise<Attachment> {
	const phone = await duo.post<DuoPhone>('/admin/v1/phones', {
		number: wanted.number?.number,
		extension: wanted.number?.extension || undefined,
		name: wanted.name,
		type: wanted.type,
		platform: wanted.platform,
	});
	try {
		await attach(duo, user, phone);
	} catch (fault) {
		throw await removeAgain(duo, phone, fault);
	}
	return { phone, created: true, alreadyAssociated: false, sharedWith: [], movedFrom: [] };
}

async function attach(duo: Duo, { user_id }: DuoUser, { phone_id }: DuoPhone): Promise<void> {
	await duo.post(path`/admin/v1/users/${user_id}/phones`, { phone_id });
	forgetUser(duo, { user_id });
}

async function takeFrom(duo: Duo, owner: DuoUser, phone: DuoPhone, newOwner: DuoUser): Promise<void> {
	try {
		await duo.delete(path`/admin/v1/users/${owner.user_id}/phones/${phone.phone_id}`);
		forgetUser(duo, owner);
	} catch (fault) {
		throw PartialError.because(
			`The phone ${phoneLabel(phone)} is now attached to ${newOwner.username}, but could not be taken from ${owner.username}; “Remove From User” does that`,
			fault,
		);
	}
}

/** The phone with a number; of several, the one that the user has already. */
async function knownPhone(duo: Duo, user: DuoUser, number: PhoneNumber): Promise<DuoPhone | undefined> {
	const found = await phonesByNumber(duo, number);
	const own = found.find(({ users }) => users?.some(({ user_id }) => user_id === user.user_id));
	return own ?? (found.length === 0 ? undefined : onlyPhone(found, number));
}

/** @returns the fault to report. */
async function removeAgain(duo: Duo, phone: DuoPhone, fault: unknown): Promise<Error> {
	try {
		await duo.delete(path`/admin/v1/phones/${phone.phone_id}`);
		return toError(fault);
	} catch {
		return PartialError.because(
			`The phone ${phoneLabel(phone)} (${phone.phone_id}) was created, but could neither be attached nor removed again`,
			fault,
		);
	}
}

function ownedByOthers(phone: DuoPhone, owners: DuoUser[]): InputError {
	const names = owners.map(({ username }) => username).join(', ');
	return new InputError(
		`The phone ${phoneLabel(phone)} belongs to ${names}`,
		'Nothing was changed. To go on, set “If the Phone Belongs to Someone Else” to Share or Move.',
	);
}

function isDuplicate(fault: unknown): boolean {
	return fault instanceof DuoApiError && fault.code === 40003;
}
