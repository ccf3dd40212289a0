import type { CallOptions, Duo } from '../../../../shared/duo/Duo';
import { isTransient } from '../../../../shared/duo/retry';
import { wait } from '../../../../shared/duo/wait';
import { ConnectionError } from '../../../../shared/errors/ConnectionError';
import { DuoApiError } from '../../../../shared/errors/DuoApiError';
import { InputError } from '../../../../shared/errors/InputError';
import { quoted } from '../../../../shared/errors/quoted';
import { toError } from '../../../../shared/errors/toError';
import { verdict, type VerificationOutcome } from '../../../../shared/operations/verification';

/** Where an authentication stands. Source: Duo's Auth API, /auth and /auth_status. */
export interface AuthStatus {
	result: 'allow' | 'deny' | 'waiting';
	/**
	 * A finer word. While waiting: `answered`, `calling`, `pushed`, `push_failed`. In the end: `allow`,
	 * `bypass`; `deny`, `fraud`, `locked_out`, `sent`, `timeout`. There may be others.
	 */
	status: string;
	/** For people. */
	status_msg: string;
	/** Lets this device pass next time, where the policy remembers devices. */
	trusted_device_token?: string;
}

/** Milliseconds between two questions, in case Duo does not hold them open. */
const LEAST_PAUSE = 1000;

/**
 * Asks where an authentication stands until it is settled or the time is up. Duo answers the first question
 * at once and holds each later one open until something changes, or ends it with 40002: nothing has changed
 * yet. A question that gets lost is asked again; nothing is sent to the user a second time.
 *
 * @param deadline milliseconds since 1970.
 * @returns the last known status; `waiting` when the time was up.
 */
export async function waitForAnswer(duo: Duo, txid: string, deadline: number): Promise<AuthStatus> {
	let known = await authStatus(duo, txid).catch((fault: unknown) => {
		throw afterSending(fault, txid);
	});
	let lost: ConnectionError | DuoApiError | undefined;

	while (known.result === 'waiting' && Date.now() < deadline) {
		const askedAt = Date.now();
		try {
			known = await authStatus(duo, txid, deadline - askedAt);
			lost = undefined;
		} catch (fault) {
			if (!isTransient(fault) && !isNoChangeYet(fault)) throw afterSending(fault, txid);
			lost = isTransient(fault) && Date.now() < deadline ? fault : undefined;
		}
		const pause = Math.min(askedAt + LEAST_PAUSE, deadline) - Date.now();
		if (known.result === 'waiting' && pause > 0) await wait(pause, duo.cancelled);
	}
	if (lost) throw afterSending(lost, txid);
	return known;
}

/** About a transaction that Duo has told of before. */
function isNoChangeYet(fault: unknown): boolean {
	return fault instanceof DuoApiError && fault.code === 40002;
}

/** Asks once. The first question about a `txid` is answered at once. */
export async function authStatus(duo: Duo, txid: string, holdFor?: number): Promise<AuthStatus> {
	const options: CallOptions =
		holdFor === undefined ? {} : { timeout: Math.max(holdFor, 1), retry: false, longPoll: true };
	const answer = duo.get<AuthStatus>('/auth/v2/auth_status', { txid }, options);
	return holdFor === undefined
		? await answer.catch((fault: unknown) => {
				throw isTransactionRefused(fault) ? unknownTransaction(txid, fault) : toError(fault);
			})
		: await answer;
}

function isTransactionRefused(fault: unknown): fault is DuoApiError {
	return fault instanceof DuoApiError && fault.code === 40002 && fault.detail === 'txid';
}

function unknownTransaction(txid: string, fault: DuoApiError): InputError {
	return new InputError(
		`Duo does not know the transaction ${quoted(txid)}`,
		`“Transaction ID” is the txid that Send Push gave; Duo forgets it some time after it was answered. Duo says: ${fault.duoSays}.`,
	);
}

/** What an authentication came to, in the words of all verifications, with Duo's own beside them. */
export function report(status: AuthStatus) {
	const { result, status: word, status_msg, trusted_device_token } = status;
	return {
		...verdict(outcomeOf(status)),
		result,
		status: word,
		status_msg,
		...(trusted_device_token ? { trusted_device_token } : {}),
	};
}

function outcomeOf({ result, status }: AuthStatus): VerificationOutcome {
	switch (result) {
		case 'allow':
			return status === 'allow' ? 'approved' : 'bypassed';
		case 'waiting':
			return notReached.has(status) ? 'failed' : 'timedOut';
		case 'deny':
			return refusals.get(status) ?? 'refused';
		default:
			return 'failed';
	}
}

/** The user was not reached, so they cannot have refused. */
const notReached = new Set(['call_failed', 'push_failed']);

/** New SMS passcodes are a refusal with a reason: the user is to come back with one of them. */
const refusals = new Map<string, VerificationOutcome>([
	...[...notReached].map((status) => [status, 'failed'] as const),
	['deny', 'denied'],
	['fraud', 'fraud'],
	['locked_out', 'lockedOut'],
	['sent', 'passcodesSent'],
	['timeout', 'timedOut'],
]);

/** Whatever went wrong after the user was asked: the answer can still be had. */
function afterSending(fault: unknown, txid: string): Error {
	if (!(fault instanceof ConnectionError || fault instanceof DuoApiError)) return toError(fault);
	const reason = fault instanceof DuoApiError ? fault.duoSays : fault.message;
	return new ConnectionError(
		`The user was asked, but the answer could not be read: ${reason}`,
		`The user may have answered. Ask with “Get Auth Status” and the transaction ID ${txid} before you send another push.`,
		fault.method,
		fault.path,
		false,
	);
}
