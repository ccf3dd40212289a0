/** IDs, keys and codes. */
import { createHash } from 'node:crypto';

/** Identifiers and secrets, each new and all the same again for the same seed. */
export class Ids {
	private count = 0;

	constructor(private readonly seed: string) {}

	/** Twenty upper-case characters, as Duo's ids are. */
	id(prefix: string): string {
		return (prefix + this.letters(32)).slice(0, 20);
	}

	letters(length: number): string {
		return this.pick('ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789', length);
	}

	secret(): string {
		return this.pick('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789', 40);
	}

	digits(length: number): string {
		return this.pick('0123456789', length);
	}

	hex(length: number): string {
		return this.pick('0123456789abcdef', length);
	}

	uuid(): string {
		const hex = this.hex(32);
		return [
			[0, 8],
			[8, 12],
			[12, 16],
			[16, 20],
			[20, 32],
		]
			.map(([from, to]) => hex.slice(from, to))
			.join('-');
	}

	private pick(alphabet: string, length: number): string {
		const digest = createHash('sha512').update(`${this.seed} ${this.count++}`).digest();
		return Array.from({ length }, (_, index) => alphabet[digest.readUInt8(index) % alphabet.length]).join('');
	}
}
