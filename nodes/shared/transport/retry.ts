import type { IHttpRequestMethods } from 'n8n-workflow';

import { ConnectionError } from '../errors/ConnectionError';
import { DuoApiError } from '../errors/DuoApiError';

/** Seven tries in all, with the waits of Duo's own clients. */
const WAITS_AFTER_429 = [1, 2, 4, 8, 16, 32];

const WAITS_AFTER_A_FAULT = [1, 3];

/**
 * How long to wait before the same request is sent again, or undefined when it must not be.
 *
 * After a 429 Duo has not touched the request, so repeating is safe for every method. After a network
 * fault or a 5xx nobody knows, so only reading and (idempotent) deleting are repeated.
 *
 * @param isHarmless whether carrying out the request twice does no more than once.
 * @param triesSoFar 1 after the first try.
 * @param retryAfterSeconds Duo's `Retry-After`, if it sent one.
 * @returns milliseconds
 */
export function waitBeforeNextTry(
	fault: unknown,
	isHarmless: boolean,
	triesSoFar: number,
	retryAfterSeconds?: number,
): number | undefined {
	if (isRateLimit(fault)) {
		const seconds = WAITS_AFTER_429[triesSoFar - 1];
		if (seconds === undefined) return undefined;
		return 1000 * (retryAfterSeconds ?? seconds + Math.random());
	}
	const seconds = WAITS_AFTER_A_FAULT[triesSoFar - 1];
	return isPassing(fault) && isHarmless && seconds !== undefined
		? 1000 * (seconds + Math.random())
		: undefined;
}

/** Whether the same request may well succeed in a moment: a network fault, or one of Duo's own. */
export function isPassing(fault: unknown): fault is ConnectionError | DuoApiError {
	return (
		(fault instanceof ConnectionError && fault.isPassing) ||
		(fault instanceof DuoApiError && fault.status >= 500)
	);
}

/** Whether carrying out the request twice does no more than once. */
export function isHarmless(method: IHttpRequestMethods): boolean {
	return method === 'GET' || method === 'DELETE';
}

/** Whether Duo asks to slow down. */
export function isRateLimit(fault: unknown): fault is DuoApiError {
	return fault instanceof DuoApiError && fault.status === 429;
}
