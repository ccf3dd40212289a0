import type { Duo } from '../../../shared/duo/Duo';
import { PartialError } from '../../../shared/errors/PartialError';
import { toError } from '../../../shared/errors/toError';
import type { DuoPhone, DuoUser } from '../../duoObjects';
import { isSameNumber, storedPhoneNumber, type PhoneNumber } from '../../phoneNumber';
import { phonesOf } from '../../references/phone';
import { forgetUsers, searchUser } from '../../references/user';
import { activationLink } from '../phone/activation';
import { attachByNumber, attachNew } from '../phone/attach';

/** Whom to enroll. */
export interface Enrollment {
	duo: Duo;
	username: string;
	email: string;
	/** The user, if Duo knows them already. */
	existing?: DuoUser;
}

/** How to enroll by a link that the flow delivers. */
export interface LinkTerms {
	phone: { number?: PhoneNumber; platform: string };
	/** Seconds. */
	validSecs: number;
	realname?: string;
}

/**
 * Has Duo create the user, if needed, and send the e-mail.
 *
 * @param validSecs seconds; Duo's default is 30 days.
 */
export async function enrollByEmail(
	{ duo, username, email, existing }: Enrollment,
	validSecs?: number,
): Promise<object> {
	// Before the request: should its answer get lost, a later item must not take the user for absent.
	forgetUsers(duo);
	const enrollmentCode = await duo.post<string>('/admin/v1/users/enroll', {
		username,
		email,
		valid_secs: validSecs,
	});
	const user = await invited(duo, username);
	return {
		created: !existing,
		invited: true,
		user_id: user?.user_id,
		username: user?.username ?? username,
		email,
		enrollmentCode,
	};
}

/** The user as they are after the e-mail went out. */
async function invited(duo: Duo, username: string): Promise<DuoUser | undefined> {
	try {
		return (await searchUser(duo, 'username', username))[0];
	} catch (fault) {
		throw PartialError.because(
			`Duo has sent ${username} the invitation, but the user could not be looked up afterwards`,
			fault,
		);
	}
}

/** Creates the user and a phone, if needed, and makes a link that activates Duo Mobile on it. */
export async function enrollByLink(
	{ duo, username, email, existing }: Enrollment,
	{ phone: wanted, validSecs, realname }: LinkTerms,
): Promise<object> {
	forgetUsers(duo);
	const user = existing ?? (await duo.post<DuoUser>('/admin/v1/users', { username, email, realname }));
	try {
		const phone = await phoneToActivate(duo, user, wanted);
		const link = await activationLink(duo, phone.phone_id, { validSecs, install: true });
		return {
			created: !existing,
			invited: true,
			user_id: user.user_id,
			username: user.username,
			email: user.email,
			phone_id: phone.phone_id,
			number: phone.number,
			...link,
		};
	} catch (fault) {
		throw existing
			? toError(fault)
			: PartialError.because(`${username} was created, but there is no activation link yet`, fault);
	}
}

/** A phone of the user that waits for its activation, or a new one. */
async function phoneToActivate(
	duo: Duo,
	user: DuoUser,
	{ number, platform }: LinkTerms['phone'],
): Promise<DuoPhone> {
	const waiting = (await phonesOf(duo, user)).find(
		(phone) =>
			phone.activated === false &&
			(number ? isSameNumber(storedPhoneNumber(phone), number) : phone.number === ''),
	);
	if (waiting) return waiting;

	const wanted = { type: 'mobile', platform };
	const { phone } = number
		? await attachByNumber(duo, user, { ...wanted, number }, 'stop')
		: await attachNew(duo, user, wanted);
	return phone;
}
