import type { IHttpRequestMethods } from 'n8n-workflow';

/** What Duo says when it refuses: its envelope with `stat: "FAIL"`. */
export interface DuoFailure {
	/** Duo's five-digit code; its first three digits are the HTTP status. */
	code: number;
	message: string;
	/** Often just the name of the parameter that Duo did not like. */
	detail?: string;
}

/**
 * Duo answered a request with a failure. Operations may look at `code` and act on it, e.g. on 40003,
 * "Duplicate resource".
 */
export class DuoApiError extends Error {
	override name = 'DuoApiError';

	readonly code: number;

	readonly detail: string;

	constructor(
		readonly method: IHttpRequestMethods,
		/** The path with its IDs, without host and query: safe to show. */
		readonly path: string,
		/** HTTP status. */
		readonly status: number,
		failure: DuoFailure,
		/** Seconds by which this machine's clock is ahead of Duo's (negative: behind), if Duo's reply tells. */
		readonly clockAheadSeconds?: number,
		/** How long Duo asks to send nothing, if it says so with a 429. */
		readonly retryAfterSeconds?: number,
	) {
		super(failure.message);
		this.code = failure.code;
		this.detail = failure.detail ?? '';
	}

	/** Whether Duo asks to slow down with one user only. */
	get isLimitOfUser(): boolean {
		return this.status === 429 && /\buser\b/i.test(`${this.message} ${this.detail}`);
	}

	/** Duo's own words, complete. */
	get duoSays(): string {
		return `${this.code} ${this.message}${this.detail && ` (${this.detail})`}`;
	}
}
