import type { IHttpRequestMethods } from 'n8n-workflow';

import { ConnectionError } from '../errors/ConnectionError';
import { DuoApiError } from '../errors/DuoApiError';

/**
 * Seconds between two tries while Duo refuses everything: over a minute in all, as Duo's own clients are
 * patient. Theirs double up to 32; we try the ground with one request for a whole run, so we may look more
 * often and lose less time.
 */
const WAITS_AFTER_429 = [1, 2, 4, ...Array<number>(12).fill(5)];

const WAITS_AFTER_A_FAULT = [1, 3];

/**
 * How long nothing is sent after Duo asked to slow down, or undefined when patience is at its end. A 429
 * means that Duo has not touched the request, so repeating is safe for every method.
 *
 * @param refusals how many there were in a row, this one included.
 * @param retryAfterSeconds Duo's `Retry-After`, if it sent one.
 * @param lastTime milliseconds that Duo refused everything the last time: most of it is waited for at once.
 * @returns milliseconds
 */
export function waitAfterRefusal(
	refusals: number,
	retryAfterSeconds?: number,
	lastTime = 0,
): number | undefined {
	const seconds = WAITS_AFTER_429[refusals - 1];
	if (seconds === undefined) return undefined;
	const learned = refusals === 1 ? lastTime * 0.75 : 0;
	return retryAfterSeconds === undefined
		? Math.max(learned, 1000 * (seconds + Math.random()))
		: 1000 * retryAfterSeconds;
}

/**
 * How long to wait before a request is sent again that got lost or met a fault of Duo's, or undefined when it
 * must not be: nobody knows whether it was carried out, so only what is harmless is repeated, and what cannot
 * have reached Duo.
 *
 * @param isHarmless whether carrying out the request twice does no more than once.
 * @param triesSoFar 1 after the first try.
 * @returns milliseconds
 */
export function waitAfterFault(fault: unknown, isHarmless: boolean, triesSoFar: number): number | undefined {
	const seconds = WAITS_AFTER_A_FAULT[triesSoFar - 1];
	return isTransient(fault) && (isHarmless || wasNotSent(fault)) && seconds !== undefined
		? 1000 * (seconds + Math.random())
		: undefined;
}

/** Whether the same request may well succeed in a moment: a network fault, or one of Duo's own. */
export function isTransient(fault: unknown): fault is ConnectionError | DuoApiError {
	return (
		(fault instanceof ConnectionError && fault.isTransient) ||
		(fault instanceof DuoApiError && fault.status >= 500)
	);
}

/** Whether the request was certainly not carried out: Duo understood it and refused, or never got it. */
export function isRejected(fault: unknown): boolean {
	return wasNotSent(fault) || (fault instanceof DuoApiError && fault.status < 500);
}

function wasNotSent(fault: unknown): boolean {
	return fault instanceof ConnectionError && fault.wasNotSent;
}

/** Whether carrying out the request twice does no more than once. */
export function isIdempotent(method: IHttpRequestMethods): boolean {
	return method === 'GET' || method === 'DELETE';
}

/** Whether Duo asks to slow down. */
export function isRateLimit(fault: unknown): fault is DuoApiError {
	return fault instanceof DuoApiError && fault.status === 429;
}
