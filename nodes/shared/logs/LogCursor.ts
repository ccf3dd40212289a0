import type { LogPage, LogRange } from './LogSource';

/** A range on the way through it. */
export interface Walk extends LogRange {
	/** The time of the newest row so far; absent before the first. */
	newest?: number;
}

/**
 * Decides where to go on after a page. Duo's offset leads from page to page; where it fails (it repeats, or
 * is missing although rows are) reading goes on by time, from the newest row so far.
 */
export class Progress {
	private readonly offsets = new Set<string>();

	/** Rows of the current range. */
	private count = 0;

	private newest: number;

	private hasAskedAgain = false;

	constructor(walk: Walk) {
		if (walk.offset !== undefined) this.offsets.add(walk.offset);
		this.newest = walk.newest ?? -Infinity;
	}

	/**
	 * @param times of the page's rows
	 * @returns undefined when the range has been read to its end.
	 */
	next(range: LogRange, page: LogPage, times: number[]): Walk | undefined {
		this.count += times.length;
		this.newest = times.reduce((a, b) => Math.max(a, b), this.newest);

		const { offset } = page;
		const isEmpty = times.length === 0;
		if (offset === undefined) return page.isFull ? this.byTime(range, isEmpty) : undefined;
		if (isEmpty) return (page.total ?? 0) > this.count ? this.byTime(range, isEmpty) : undefined;
		if (this.offsets.has(offset)) return this.byTime(range, isEmpty);
		this.offsets.add(offset);
		return { ...range, offset, newest: this.newest };
	}

	/** The rest of the range, from the newest row on. */
	private byTime({ from, to }: LogRange, isEmpty: boolean): Walk | undefined {
		this.count = 0;
		if (this.newest > from) return { from: this.newest, to, newest: this.newest };
		// A whole page of one moment: there is no other way past it.
		if (!isEmpty) return from < to ? { from: from + 1, to } : undefined;
		if (this.hasAskedAgain) return undefined;
		this.hasAskedAgain = true;
		return { from, to };
	}
}
