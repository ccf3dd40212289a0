/** Reads the parameters of a request, and refuses what Duo refuses. */
import { invalid, missing } from './errors';

/** The parameters of one call, wherever they travelled, with a reader for each way they are written. */
export class Params {
	constructor(readonly values: Record<string, unknown>) {}

	has(name: string): boolean {
		return this.values[name] !== undefined;
	}

	text(name: string): string | undefined {
		const value = this.values[name];
		if (value === undefined || value === null) return undefined;
		// unconfirmed: whether Duo takes JSON numbers and booleans where text is expected; reports contradict
		// each other
		if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
			return String(value);
		throw invalid(name);
	}

	/** Text that must be there and must not be blank. */
	required(name: string): string {
		const text = this.text(name);
		if (text === undefined) throw missing(name);
		if (text.trim() === '') throw invalid(name);
		return text;
	}

	flag(name: string): boolean | undefined {
		const text = this.text(name)?.toLowerCase();
		if (text === undefined || text === '') return undefined;
		if (['true', '1'].includes(text)) return true;
		if (['false', '0'].includes(text)) return false;
		throw invalid(name);
	}

	count(name: string): number | undefined {
		const text = this.text(name);
		if (text === undefined || text === '') return undefined;
		if (!/^\d{1,15}$/.test(text)) throw invalid(name);
		return Number(text);
	}

	oneOf<T extends string>(name: string, allowed: readonly T[]): T | undefined {
		const text = this.text(name);
		if (text === undefined) return undefined;
		const found = allowed.find((value) => value === text.toLowerCase());
		if (!found) throw invalid(name);
		return found;
	}

	/** A JSON array: as text in one value, or a real array in a JSON body. */
	array(name: string): unknown[] {
		const value = this.values[name];
		if (value === undefined) throw missing(name);
		const array = typeof value === 'string' ? parseJson(value) : value;
		if (!Array.isArray(array)) throw invalid(name);
		return array;
	}

	texts(name: string): string[] {
		return this.array(name).map((entry) => {
			if (typeof entry === 'string') return entry;
			if (typeof entry === 'number') return String(entry);
			throw invalid(name);
		});
	}

	/** Comma-separated text. */
	separated(name: string): string[] | undefined {
		return this.text(name)
			?.split(',')
			.map((part) => part.trim());
	}

	/** Texts of all parameters called `<prefix>something`, by that something. */
	startingWith(prefix: string): Record<string, string> {
		const names = Object.keys(this.values).filter((name) => name.startsWith(prefix) && name !== prefix);
		return Object.fromEntries(names.map((name) => [name.slice(prefix.length), this.text(name) ?? '']));
	}
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
