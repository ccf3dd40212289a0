/** One login from its beginning to its end. */
import { setTimeout as sleep } from 'node:timers/promises';

export interface AuthState {
	result: 'waiting' | 'allow' | 'deny';
	status: string;
	status_msg: string;
	trusted_device_token?: string;
}

/** One login attempt, from its first sign of life to its end. */
export class Transaction {
	private reported?: AuthState;
	private waiting: (() => void)[] = [];

	constructor(
		readonly txid: string,
		private state: AuthState,
	) {}

	change(state: AuthState): void {
		this.state = state;
		const waiting = this.waiting;
		this.waiting = [];
		for (const wake of waiting) wake();
	}

	/**
	 * The first question is answered at once, each later one when the state has changed since the last answer;
	 * undefined when that takes too long.
	 */
	async status(longestHoldMs = Infinity): Promise<AuthState | undefined> {
		if (this.state === this.reported && this.state.result === 'waiting') {
			if (!(await this.changesWithin(longestHoldMs))) return undefined;
		}
		this.reported = this.state;
		return this.state;
	}

	async final(): Promise<AuthState> {
		while (this.state.result === 'waiting') await this.nextChange();
		return this.state;
	}

	private async changesWithin(ms: number): Promise<boolean> {
		const changed = this.nextChange().then(() => true);
		if (ms === Infinity) return changed;
		const timer = new AbortController();
		const tooLong = sleep(ms, false, { signal: timer.signal, ref: false }).catch(() => false);
		return Promise.race([changed, tooLong]).finally(() => {
			timer.abort();
		});
	}

	private nextChange(): Promise<void> {
		return new Promise((resolve) => this.waiting.push(resolve));
	}
}
