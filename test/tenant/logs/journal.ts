/** Keeps the rows of one log in order, and finds them by time. */
export interface LogEntry<T> {
	row: T;
	/** When it happened, in ms. */
	at: number;
	/** From when on a request may find it, in ms of the tenant's clock. */
	visibleAt: number;
	/** What tells rows of one moment apart; empty in logs whose rows have no id. */
	id: string;
}

export interface Position {
	at: number;
	id: string;
}

export interface Query<T> {
	/** Both inclusive. */
	from: number;
	to: number;
	descending: boolean;
	limit: number;
	/** Only what comes after this place, in the order asked for. */
	after?: Position;
	accepts: (entry: LogEntry<T>) => boolean;
}

export interface Slice<T> {
	entries: LogEntry<T>[];
	/** Of everything in the range, wherever this slice begins. */
	total: number;
	more: boolean;
}

const compare = (a: Position, b: Position): number => a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** The rows of one log by time, then id; rows alike in both stay in the order in which they came. */
export class Journal<T> {
	private entries: LogEntry<T>[] = [];

	get all(): readonly LogEntry<T>[] {
		return this.entries;
	}

	add(entry: LogEntry<T>): void {
		this.entries.splice(this.indexAfter(entry), 0, entry);
	}

	addAll(batch: LogEntry<T>[]): void {
		const sorted = [...batch].sort(compare);
		const last = this.entries.at(-1);
		const inOrder = !last || sorted.length === 0 || compare(last, sorted[0]!) <= 0;
		this.entries = this.entries.concat(sorted);
		if (!inOrder) this.entries.sort(compare);
	}

	slice(query: Query<T>): Slice<T> {
		// one more than asked for, to know whether there is more
		const found = this.first({ ...query, limit: query.limit + 1 });
		const more = found.length > query.limit;
		return { entries: more ? cut(found) : found, total: this.count(query), more };
	}

	first({ from, to, descending, limit, after, accepts }: Query<T>): LogEntry<T>[] {
		let begin = this.indexOf({ at: from, id: '' });
		let end = this.indexOf({ at: to + 1, id: '' });
		if (after && descending) end = Math.min(end, this.indexOf(after));
		if (after && !descending) begin = Math.max(begin, this.indexAfter(after));
		const found: LogEntry<T>[] = [];
		for (let step = 0; step < end - begin && found.length < limit; step++) {
			const entry = this.entries[descending ? end - 1 - step : begin + step]!;
			if (accepts(entry)) found.push(entry);
		}
		return found;
	}

	private count({ from, to, accepts }: Query<T>): number {
		const end = this.indexOf({ at: to + 1, id: '' });
		let count = 0;
		for (let index = this.indexOf({ at: from, id: '' }); index < end; index++)
			if (accepts(this.entries[index]!)) count++;
		return count;
	}

	/** The first index that is not before the place. */
	private indexOf(place: Position): number {
		return this.search((entry) => compare(entry, place) < 0);
	}

	private indexAfter(place: Position): number {
		return this.search((entry) => compare(entry, place) <= 0);
	}

	private search(before: (entry: LogEntry<T>) => boolean): number {
		let low = 0;
		let high = this.entries.length;
		while (low < high) {
			const middle = (low + high) >>> 1;
			if (before(this.entries[middle]!)) low = middle + 1;
			else high = middle;
		}
		return low;
	}
}

/**
 * Takes the last entry away. An offset cannot point between rows of the same time and id, so what is like it
 * goes too. unconfirmed: whether Duo loses such rows instead
 */
function cut<T>(found: LogEntry<T>[]): LogEntry<T>[] {
	const surplus = found.at(-1)!;
	const first = surplus.id === '' ? -1 : found.findIndex((entry) => compare(entry, surplus) === 0);
	return found.slice(0, first > 0 ? first : -1);
}
