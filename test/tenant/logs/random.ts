/** Random values that are the same for the same seed. */
import { createHash } from 'node:crypto';

/** Invented values, the same again for the same seed; made for hundreds of thousands of them. */
export class Random {
	private state: number;

	constructor(seed: string) {
		this.state = createHash('sha256').update(seed).digest().readUInt32LE();
	}

	/** At least 0, below 1 (mulberry32). */
	share(): number {
		return this.bits() / 2 ** 32;
	}

	/** At least 0, below the end. */
	below(end: number): number {
		return Math.floor(this.share() * end);
	}

	pick<T>(list: readonly T[]): T {
		return list[this.below(list.length)]!;
	}

	uuid(): string {
		const hex = this.hex() + this.hex() + this.hex() + this.hex();
		return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
	}

	/** Twenty upper-case characters, as Duo's ids are. */
	id(prefix: string): string {
		let id = prefix;
		while (id.length < 20) id += this.bits().toString(36).toUpperCase();
		return id.slice(0, 20);
	}

	private hex(): string {
		return this.bits().toString(16).padStart(8, '0');
	}

	private bits(): number {
		this.state = (this.state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return (mixed ^ (mixed >>> 14)) >>> 0;
	}
}
