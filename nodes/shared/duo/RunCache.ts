import { toError } from '../errors/toError';

interface Remembered {
	answer: Promise<unknown>;
	/** The same once it has come. */
	known?: unknown;
}

/** What one run knows of an account, by keys such as `group list`, so that nothing is asked for twice. */
export class RunCache {
	private readonly remembered = new Map<string, Remembered>();

	/**
	 * Asks once per run: the second caller with the same key gets the first one's answer. A failure is not
	 * remembered.
	 */
	async once<T>(key: string, ask: () => Promise<T>): Promise<T> {
		const known = this.remembered.get(key);
		if (known) return (await known.answer) as T;

		const asked: Remembered = { answer: ask() };
		this.remembered.set(key, asked);
		try {
			asked.known = await asked.answer;
			return asked.known as T;
		} catch (fault) {
			if (this.remembered.get(key) === asked) this.remembered.delete(key);
			throw toError(fault);
		}
	}

	/** Notes an answer that came in another way, for those who ask `once`. */
	remember(key: string, known: unknown): void {
		this.remembered.set(key, { answer: Promise.resolve(known), known });
	}

	/**
	 * Forgets what `once` keeps under keys with this beginning, after a write has made it stale: all of it, or
	 * what `isStale` holds for. What is still being asked for is forgotten in any case.
	 */
	forget(keyBeginning: string, isStale: (known: unknown) => boolean = () => true): void {
		for (const [key, { known }] of this.remembered) {
			if (key.startsWith(keyBeginning) && (known === undefined || isStale(known)))
				this.remembered.delete(key);
		}
	}

	/** Forgets everything. */
	clear(): void {
		this.remembered.clear();
	}
}
