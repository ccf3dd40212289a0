import pLimit from 'p-limit';

import type { DuoApiError } from '../errors/DuoApiError';
import { toError } from '../errors/toError';

import { Backoff } from './Backoff';
import { isRateLimit } from './retry';
import { throwIfCancelled } from './wait';

/** How many requests of a run are under way at once, unless the user says otherwise. */
export const DEFAULT_CONCURRENT_REQUESTS = 10;

export interface Sending {
	/** Whether Duo may keep the request until something happens: it takes no slot from the others then. */
	longPoll: boolean;
	/** Whether it is sent again after a 429. */
	retry: boolean;
	/** The user whom the request authenticates: Duo has limits for each of them, too. */
	user?: string;
	cancelled?: AbortSignal;
}

type Turn<T> = { answer: T } | { refusal: DuoApiError; isLast: boolean } | 'too early';

/**
 * Sets the pace of all requests of a run to one account: so many at once. After a 429 none is sent before the
 * wait is over, then one request probes, and each success allows one more at the same time until all slots
 * are in use again. A 429 that concerns one user holds up the requests about that user only.
 */
export class AdaptiveThrottle {
	private readonly slots;

	private readonly everybody = new Backoff();

	/** Those who have been refused by themselves. */
	private readonly users = new Map<string, Backoff>();

	constructor(
		/** How many requests may be under way at once. */
		readonly width: number,
	) {
		this.slots = pLimit(width);
	}

	/**
	 * Sends when it is the request's turn; after a 429 again and again, until Duo has refused everything for
	 * too long.
	 *
	 * @throws what `trySending` throws.
	 */
	async send<T>(
		trySending: () => Promise<T>,
		{ longPoll, retry, user = '', cancelled }: Sending,
	): Promise<T> {
		const turn = async (): Promise<Turn<T>> => {
			throwIfCancelled(cancelled);
			await this.everybody.over(cancelled);
			if (this.users.get(user)?.isPausing) return 'too early';
			const sentAt = performance.now();
			try {
				const answer = await trySending();
				this.noteAnswer(sentAt, user);
				return { answer };
			} catch (fault) {
				if (!isRateLimit(fault)) throw toError(fault);
				return { refusal: fault, isLast: !retry || !this.noteRefusal(fault, sentAt, user) };
			}
		};
		for (;;) {
			// Whoever waits for one user takes no slot from the others.
			await this.users.get(user)?.over(cancelled);
			const outcome = await (longPoll ? turn() : this.slots(turn));
			if (outcome === 'too early') continue;
			if ('answer' in outcome) return outcome.answer;
			if (outcome.isLast) throw outcome.refusal;
		}
	}

	/** Only what was sent after the last refusal tells that Duo is willing again. */
	private noteAnswer(sentAt: number, user: string): void {
		this.users.get(user)?.noteAnswer(sentAt);
		if (this.everybody.isStale(sentAt)) return;
		this.everybody.noteAnswer(sentAt);
		this.slots.concurrency = Math.min(this.width, this.slots.concurrency + 1);
	}

	/** False when patience is at its end. */
	private noteRefusal(refusal: DuoApiError, sentAt: number, user: string): boolean {
		if (user !== '' && this.concernsOnly(user, refusal)) {
			const backoff = this.users.get(user) ?? new Backoff();
			this.users.set(user, backoff);
			return backoff.noteRefusal(refusal, sentAt);
		}
		if (!this.everybody.isStale(sentAt)) this.slots.concurrency = 1;
		return this.everybody.noteRefusal(refusal, sentAt);
	}

	/**
	 * Where Duo does not say whose limit is reached, the user's is supposed, until somebody else is refused as
	 * well: then it is that of all.
	 */
	private concernsOnly(user: string, refusal: DuoApiError): boolean {
		if (refusal.isLimitOfUser) return true;
		const isAtEase = !this.everybody.isRefused && this.slots.concurrency === this.width;
		return isAtEase && ![...this.users].some(([other, { isRefused }]) => other !== user && isRefused);
	}
}
