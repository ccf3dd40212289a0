import type { Duo, DuoParameters } from '../../shared/transport/Duo';
import type { VerificationOutcome } from '../../shared/verification';

/** A device that may be used, as Duo's preauth lists it. */
export interface AuthDevice {
	/** `DP…` or `DH…`. */
	device: string;
	type: string;
	/** A name followed by the masked number, for people. */
	display_name?: string;
	/** `auto`, `push`, `sms`, `phone`, `mobile_otp`; absent for tokens. */
	capabilities?: string[];
}

/** What Duo says about a user before anything is asked of them. Source: Duo's Auth API, /preauth. */
export interface Preauth {
	result: 'auth' | 'allow' | 'deny' | 'enroll';
	status_msg: string;
	devices?: AuthDevice[];
	/** Where the user may enroll within five minutes. */
	enroll_portal_url?: string;
	/** With Verified Push only: to be handed to the push. */
	txid?: string;
	/** With Verified Push only: to be told to the user within 60 seconds. */
	verification_code?: string;
}

/** Asks what Duo will want of the user. Changes nothing and sends nothing to them. */
export async function preauth(duo: Duo, user: DuoParameters, more: DuoParameters = {}): Promise<Preauth> {
	return await duo.post<Preauth>('/auth/v2/preauth', { ...user, ...more });
}

/** The end of a verification that preauth has decided already; undefined when a factor is wanted. */
export function preauthOutcome({ result, status_msg }: Preauth): VerificationOutcome | undefined {
	const outcomes: Record<Preauth['result'], VerificationOutcome | undefined> = {
		auth: undefined,
		allow: 'bypassed',
		// Duo has one word for both; only its text tells a locked user from a disabled one.
		deny: /lock/i.test(status_msg) ? 'lockedOut' : 'disabled',
		enroll: 'notEnrolled',
	};
	return outcomes[result];
}

/** Whether one of the devices can be used this way. */
export function hasDeviceFor({ devices = [] }: Preauth, factor: Factor, device: string): boolean {
	if (factor === 'passcode') return true;
	const usable = devices.filter((each) => device === 'auto' || each.device === device);
	const ways: readonly string[] = factor === 'auto' ? ['auto', 'push', 'phone', 'sms'] : [factor];
	return usable.some(({ capabilities = [] }) => capabilities.some((way) => ways.includes(way)));
}

/** The ways to authenticate. */
export type Factor = 'auto' | 'passcode' | 'phone' | 'push' | 'sms';
