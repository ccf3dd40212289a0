import type { DuoApiError } from '../errors/DuoApiError';

import { waitAfterRefusal } from './retry';
import { wait } from './wait';

/**
 * How long Duo is left alone after it has asked to slow down: longer with each refusal, until an answer
 * comes.
 */
export class Backoff {
	private notBefore = 0;

	private refusedAt = -Infinity;

	/** Without an answer in between, since when, and how long it took the last time. */
	private refusalsInARow = 0;

	private refusedSince = 0;

	private lastTime = 0;

	get isPausing(): boolean {
		return this.notBefore > performance.now();
	}

	/** Whether no answer has come since the last refusal. */
	get isRefused(): boolean {
		return this.refusalsInARow > 0;
	}

	/** Resolves when the pause is over, however often it is made longer meanwhile. */
	async over(cancelled?: AbortSignal): Promise<void> {
		while (this.isPausing) await wait(this.notBefore - performance.now(), cancelled);
	}

	/** Whether a request is older than the last refusal: what becomes of it tells nothing new. */
	isStale(sentAt: number): boolean {
		return sentAt < this.refusedAt;
	}

	noteAnswer(sentAt: number): void {
		if (this.isStale(sentAt)) return;
		if (this.isRefused) this.lastTime = sentAt - this.refusedSince;
		this.refusalsInARow = 0;
	}

	/**
	 * Requests that were under way together are refused together: they count once. False when patience is at
	 * its end.
	 */
	noteRefusal({ retryAfterSeconds }: DuoApiError, sentAt: number): boolean {
		if (this.isStale(sentAt)) return true;
		this.refusedAt = performance.now();
		if (!this.isRefused) this.refusedSince = this.refusedAt;
		this.refusalsInARow++;
		const pause = waitAfterRefusal(this.refusalsInARow, retryAfterSeconds, this.lastTime);
		if (pause === undefined) this.refusalsInARow = 0;
		else this.notBefore = performance.now() + pause;
		return pause !== undefined;
	}
}
