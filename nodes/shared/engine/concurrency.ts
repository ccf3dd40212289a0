import type { Duo } from '../duo/Duo';

import type { ItemCall } from './ItemCall';

/** Something in Duo that several items of a run may be about, e.g. the user whom each item names. */
export interface Subject {
	/** Names for what an item is about. Items of a run that have a name in common run one after the other. */
	keys?: (call: ItemCall) => string[] | Promise<string[]>;
	/**
	 * Asks Duo for what all items name, where that takes fewer calls. What it does not find, each item asks for
	 * itself.
	 */
	prefetch?: (calls: ItemCall[]) => Promise<void>;
	/** Drops what the run remembers of it: what has these keys, or all of it where none are given. */
	forget?: (duo: Duo, keys?: readonly string[]) => void;
}

/** How the items of a run share Duo: which may run at the same time, and what each of them makes stale. */
export interface Concurrency {
	readonly subjects: readonly Subject[];
	/** Nothing in Duo is changed. */
	readonly onlyReads?: true;
	/** Why items run one after the other, in the order of the input. */
	readonly inInputOrder?: string;
	/** How many items may run at the same time; the user's “Concurrent Requests” where absent. */
	readonly maxItems?: number;
}

/** For operations that change nothing in Duo, about the subjects that the items name. */
export function reads(...subjects: Subject[]): Concurrency {
	return { onlyReads: true, subjects: subjects.map(({ prefetch }) => ({ prefetch })) };
}

/**
 * For operations that change the subjects that the items name. Items about the same subject run in the order
 * of the input, all others at the same time; after each, what the run remembers of its subjects is dropped.
 */
export function changes(...subjects: Subject[]): Concurrency {
	return { subjects };
}

/** For operations whose items must run one after the other, and why. */
export function inInputOrder(why: string, ...subjects: Subject[]): Concurrency {
	return { inInputOrder: why, subjects };
}

/** How many people are waited for at the same time; a waiting item costs one open connection and no work. */
const MAX_WAITING_ITEMS = 100;

/** For operations that mostly wait for people, whom the items name. */
export function waitsForPeople(...subjects: Subject[]): Concurrency {
	return { ...reads(...subjects), onlyReads: undefined, maxItems: MAX_WAITING_ITEMS };
}

/** A new thing, by the parameter that names it: whoever takes a name waits for those who may give it up. */
export function named(parameter: string, kind: Subject = {}): Subject {
	return { keys: ({ params }) => [params.text(parameter).toLowerCase()], forget: anyOf(kind).forget };
}

/** The same for a name that an update may give: a parameter among the “Update Fields”. */
export function renamed(parameter: string): Subject {
	return {
		keys: ({ params }) => {
			const name = params.collection('updateFields').text(parameter);
			return name === undefined ? [] : ['a new name', name.toLowerCase()];
		},
	};
}

/** Any of a kind: the parameters do not tell which ones change. */
export function anyOf({ forget }: Subject): Subject {
	return { forget: (duo) => forget?.(duo) };
}

/** What the items name is only looked up. */
export function lookedUp({ prefetch }: Subject): Subject {
	return { prefetch };
}
