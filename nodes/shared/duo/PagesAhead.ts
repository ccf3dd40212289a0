/**
 * Pages of one list that are asked for before it is their turn, so that several are under way at once. No
 * more than a few are held, however long the list is.
 */
export class PagesAhead<T> {
	private readonly asked = new Map<number, Promise<Page<T>>>();

	constructor(
		private readonly ask: (offset: number) => Promise<Page<T>>,
		/** At most so many. */
		private readonly most: number,
	) {}

	/** The page that begins here. */
	async at(offset: number): Promise<Page<T>> {
		const page = this.asked.get(offset);
		this.asked.delete(offset);
		return await (page ?? this.ask(offset));
	}

	/**
	 * Asks for the pages that follow one, if they begin at equal distances up to the length of the list that
	 * Duo told. What is foreseen wrongly is never looked at: then one page follows the other.
	 */
	foresee(offset: number, { nextOffset, total }: Page<T>, limit: number): void {
		if (nextOffset === undefined || total === undefined) return;

		const step = nextOffset - offset;
		const end = Math.min(total, limit);
		for (let next = nextOffset; next < end && this.asked.size < this.most; next += step) {
			if (this.asked.has(next)) continue;
			const page = this.ask(next);
			// A fault is thrown when it is the page's turn; if it never is, nobody needs it.
			page.catch(() => undefined);
			this.asked.set(next, page);
		}
	}
}

/** A page of a list. `nextOffset` is absent after the last page; `total` counts the whole list. */
export interface Page<T> {
	objects: T[];
	nextOffset?: number;
	total?: number;
}
