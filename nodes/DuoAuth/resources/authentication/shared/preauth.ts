import type { Duo, DuoParameters } from '../../../../shared/duo/Duo';
import type { VerificationOutcome } from '../../../../shared/operations/verification';
import { postAbout, type NamedUser } from '../../../user';

/** A device that may be used, as Duo's preauth lists it. */
export interface AuthDevice {
	/** `DP…` or `DH…`. */
	device: string;
	type: string;
	/** A name followed by the masked number, for people. */
	display_name?: string;
	/** `auto`, `push`, `sms`, `phone`, `mobile_otp`; absent for tokens. */
	capabilities?: string[] | null;
}

/** What Duo says about a user before anything is asked of them. Source: Duo's Auth API, /preauth. */
export interface Preauth {
	result: 'auth' | 'allow' | 'deny' | 'enroll';
	status_msg: string;
	devices?: AuthDevice[] | null;
	/** Where the user may enroll within five minutes. */
	enroll_portal_url?: string;
	/** With Verified Push only: to be handed to the push. */
	txid?: string;
	/** With Verified Push only: to be told to the user within 60 seconds. */
	verification_code?: string;
}

/** Asks what Duo will want of the user. Changes nothing and sends nothing to them. */
export async function preauth(duo: Duo, user: NamedUser, more: DuoParameters = {}): Promise<Preauth> {
	return await postAbout<Preauth>(duo, '/auth/v2/preauth', user, more);
}

/** The end of a verification that preauth has decided already; undefined when a factor is wanted. */
export function preauthOutcome({ result }: Preauth): VerificationOutcome | undefined {
	switch (result) {
		case 'auth':
			return undefined;
		case 'allow':
			return 'bypassed';
		case 'enroll':
			return 'notEnrolled';
		default:
			// Disabled, locked out, unknown: Duo has one word for all of them, and its text is for people.
			return 'refused';
	}
}

/** Whether one of the devices can be used this way. */
export function hasDeviceFor({ devices }: Preauth, factor: Factor, device: string): boolean {
	if (factor === 'passcode') return true;
	const usable = (devices ?? []).filter((each) => device === 'auto' || each.device === device);
	const ways: readonly string[] = factor === 'auto' ? ['push', 'phone'] : [factor];
	return usable.some(({ capabilities }) => capabilities?.some((way) => ways.includes(way)) === true);
}

/** The ways to authenticate. */
export type Factor = 'auto' | 'passcode' | 'phone' | 'push' | 'sms';
