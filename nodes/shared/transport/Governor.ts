import pLimit from 'p-limit';

import type { DuoApiError } from '../errors/DuoApiError';
import { asError } from '../errors/halfDone';
import { throwIfCancelled, wait } from '../wait';
import { isRateLimit, waitAfterRefusal } from './retry';

/** How many requests of a run are under way at once, unless the user says otherwise. */
export const REQUESTS_SIDE_BY_SIDE = 10;

export interface Sending {
	/** Whether Duo may keep the request until something happens: it takes no slot from the others then. */
	isHeld: boolean;
	/** Whether it is sent again after a 429. */
	isPatient: boolean;
	cancelled?: AbortSignal;
}

type Turn<T> = { answer: T } | { refusal: DuoApiError; isLast: boolean };

/**
 * Sets the pace of all requests of a run to one account: so many at once. After a 429 none is sent before the wait is over,
 * then one alone tries the ground, and each answer lets one more go beside the others until all do again.
 */
export class Governor {
	private readonly slots;

	private notBefore = 0;

	private refusedAt = -Infinity;

	/** Without an answer in between, since when, and how long it took the last time. */
	private refusalsInARow = 0;

	private refusedSince = 0;

	private lastTime = 0;

	constructor(
		/** How many requests may be under way at once. */
		readonly width: number,
	) {
		this.slots = pLimit(width);
	}

	/**
	 * Sends when it is the request's turn; after a 429 again and again, until Duo has refused everything for too long.
	 *
	 * @throws what `trySending` throws.
	 */
	async send<T>(trySending: () => Promise<T>, { isHeld, isPatient, cancelled }: Sending): Promise<T> {
		const turn = async (): Promise<Turn<T>> => {
			await this.untilAllowed(cancelled);
			const sentAt = performance.now();
			try {
				const answer = await trySending();
				this.noteAnswer(sentAt);
				return { answer };
			} catch (fault) {
				if (!isRateLimit(fault)) throw asError(fault);
				return { refusal: fault, isLast: !isPatient || !this.noteRefusal(fault, sentAt) };
			}
		};
		for (;;) {
			const outcome = await (isHeld ? turn() : this.slots(turn));
			if ('answer' in outcome) return outcome.answer;
			if (outcome.isLast) throw outcome.refusal;
		}
	}

	private async untilAllowed(cancelled?: AbortSignal): Promise<void> {
		throwIfCancelled(cancelled);
		for (;;) {
			const pause = this.notBefore - performance.now();
			if (pause <= 0) return;
			await wait(pause, cancelled);
		}
	}

	/** Only what was sent after the last refusal tells that Duo is willing again. */
	private noteAnswer(sentAt: number): void {
		if (sentAt < this.refusedAt) return;
		if (this.refusalsInARow > 0) this.lastTime = sentAt - this.refusedSince;
		this.refusalsInARow = 0;
		this.slots.concurrency = Math.min(this.width, this.slots.concurrency + 1);
	}

	/** Requests that were under way together are refused together: they count once. False when patience is at its end. */
	private noteRefusal({ retryAfterSeconds }: DuoApiError, sentAt: number): boolean {
		if (sentAt < this.refusedAt) return true;
		this.refusedAt = performance.now();
		if (this.refusalsInARow === 0) this.refusedSince = this.refusedAt;
		this.refusalsInARow++;
		this.slots.concurrency = 1;
		const pause = waitAfterRefusal(this.refusalsInARow, retryAfterSeconds, this.lastTime);
		if (pause === undefined) this.refusalsInARow = 0;
		else this.notBefore = performance.now() + pause;
		return pause !== undefined;
	}
}
