import { createHash } from 'crypto';

/** What is stored of the seen rows: by minute since 1970, their fingerprints in one text. */
export type StoredFingerprints = Record<string, string>;

/**
 * Characters of base64, 72 bits: in a year of 100,000 events an hour, each compared with 20,000, a collision
 * has a probability of about one in 270 million.
 */
const LENGTH = 12;

const MINUTE = 60_000;

/** How many fingerprints are stored. */
export function countOf(stored: StoredFingerprints): number {
	return Object.values(stored).reduce((sum, { length }) => sum + length / LENGTH, 0);
}

/**
 * The rows that were emitted lately, so that none is emitted twice: 12 characters each.
 */
export class SeenRows {
	private readonly byMinute = new Map<number, Set<string>>();

	private count = 0;

	constructor(stored: StoredFingerprints = {}) {
		for (const [minute, text] of Object.entries(stored)) {
			const fingerprints = text.match(new RegExp(`.{${LENGTH}}`, 'g')) ?? [];
			this.byMinute.set(Number(minute), new Set(fingerprints));
			this.count += fingerprints.length;
		}
	}

	/** Notes a row. False if it was noted before. */
	add(identity: string, time: number): boolean {
		const minute = Math.floor(time / MINUTE);
		const ofMinute = this.byMinute.get(minute) ?? new Set<string>();
		this.byMinute.set(minute, ofMinute);

		const fingerprint = createHash('sha256').update(identity).digest('base64').slice(0, LENGTH);
		if (ofMinute.has(fingerprint)) return false;
		ofMinute.add(fingerprint);
		this.count++;
		return true;
	}

	/** Forgets the rows of all minutes that ended before a time. */
	forgetBefore(time: number): void {
		for (const [minute, fingerprints] of this.byMinute) {
			if ((minute + 1) * MINUTE <= time) this.drop(minute, fingerprints);
		}
	}

	/**
	 * Forgets the oldest minutes until no more than `most` rows are left.
	 *
	 * @returns the time from which on all noted rows are still known, or undefined when nothing was forgotten.
	 */
	keepNewest(most: number): number | undefined {
		let knownFrom: number | undefined;
		for (const minute of [...this.byMinute.keys()].sort((a, b) => a - b)) {
			if (this.count <= most) break;
			this.drop(minute, this.byMinute.get(minute)!);
			knownFrom = (minute + 1) * MINUTE;
		}
		return knownFrom;
	}

	stored(): StoredFingerprints {
		return Object.fromEntries(
			[...this.byMinute].map(([minute, fingerprints]) => [String(minute), [...fingerprints].join('')]),
		);
	}

	private drop(minute: number, fingerprints: Set<string>): void {
		this.byMinute.delete(minute);
		this.count -= fingerprints.size;
	}
}
