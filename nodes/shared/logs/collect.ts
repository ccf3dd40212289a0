import { toError } from '../errors/toError';

import { Progress, type Walk } from './LogCursor';
import type { LogPage, LogRange, LogRow, LogSource } from './LogSource';
import { SeenRows, type StoredFingerprints } from './SeenRows';

/** The place in one log, as it is stored between two polls. Times are milliseconds since 1970. */
export interface LogState {
	/** Everything that Duo showed up to here has been emitted. */
	readTo: number;
	/** All emitted rows from here on are in `seen`. Nothing before is read again. */
	knownFrom: number;
	seen: StoredFingerprints;
	/** A range that was begun and not finished, where to go on in it, and up to where it will count as read. */
	walk?: Walk & { end: number };
}

/** What a poll may do. Times are milliseconds. */
export interface CollectTerms {
	/** The machine's clock, read at any time. */
	now: () => number;
	/** The newest part of a log that is left alone, because Duo still adds to it. */
	lag: number;
	/** How far back is read again, for rows that arrive late. */
	rescan: number;
	/** No page is begun after this time. */
	deadline: number;
	mostPages: number;
	/** The most fingerprints to keep. */
	mostSeen: number;
	/** Which rows are to be handed out; all when absent. */
	wants?: (row: LogRow) => boolean;
}

export interface Collected {
	rows: LogRow[];
	state: LogState;
	/** Whether more is waiting already. */
	hasMore: boolean;
	/** Why reading stopped early. What was read until then is in `rows`, and `state` goes on from there. */
	fault?: Error;
}

/** The state of a log of which nothing before a time is wanted. */
export function startAt(time: number): LogState {
	return { readTo: time, knownFrom: time, seen: {} };
}

/**
 * Reads on in one log: every row once, none lost, late ones found. Pure but for `readPage`.
 *
 * A poll reads the range from some way before the place it has reached (the re-scan) up to two minutes ago.
 * The place moves only when the whole range has been read; until then, the range and the position in it are
 * kept. Rows are told apart by what they say, not by where they stand, so that repeated pages, changed order
 * and ranges that overlap do no harm.
 */
export async function collect(
	source: LogSource,
	state: LogState,
	readPage: (range: LogRange) => Promise<LogPage>,
	terms: CollectTerms,
): Promise<Collected> {
	const seen = new SeenRows(state.seen);
	const rows: LogRow[] = [];
	let range: Walk | undefined = state.walk ?? {
		from: Math.max(state.readTo - terms.rescan, state.knownFrom),
		to: terms.now() - terms.lag,
	};
	let { knownFrom } = state;
	let end = state.walk?.end ?? range.to;
	let fault: Error | undefined;
	const progress = new Progress(range);
	if (!state.walk && range.to <= range.from) return { rows, state, hasMore: false };

	for (let pages = 0; range && pages < terms.mostPages && terms.now() < terms.deadline; pages++) {
		try {
			const page = await readPage(range);
			const wanted = page.rows.filter((row) => !(source.timeOf(row) > end) && (terms.wants?.(row) ?? true));
			rows.push(...fresh(source, wanted, seen, range.from));
			// What a clock that runs ahead takes for old may still be growing at Duo's.
			end = Math.min(end, terms.now() - (page.clockAhead ?? 0) - terms.lag);
			range = progress.next(
				range,
				page,
				page.rows.map((row) => source.timeOf(row)),
			);
			knownFrom = seen.keepNewest(terms.mostSeen) ?? knownFrom;
		} catch (thrown) {
			fault = toError(thrown);
			break;
		}
	}
	if (range) {
		return {
			rows,
			state: { readTo: state.readTo, knownFrom, seen: seen.stored(), walk: { ...range, end } },
			hasMore: true,
			fault,
		};
	}
	const readTo = Math.max(end, state.readTo);
	knownFrom = Math.max(knownFrom, readTo - terms.rescan);
	seen.forgetBefore(knownFrom);
	// A range from an earlier poll ended where that poll began: what came since is still to be read.
	return { rows, state: { readTo, knownFrom, seen: seen.stored() }, hasMore: state.walk !== undefined };
}

/** The rows that were not emitted before; notes them. */
function fresh(source: LogSource, rows: LogRow[], seen: SeenRows, oldest: number): LogRow[] {
	const twins = new Map<string, number>();
	return rows.filter((row) => {
		const identity = source.identityOf(row);
		const count = source.hasTwins ? (twins.get(identity) ?? 0) + 1 : 1;
		twins.set(identity, count);
		// A row without a readable time is taken for one of the oldest: it is emitted, and known as long as
		// those.
		return seen.add(`${identity} ${count}`, source.timeOf(row) || oldest);
	});
}
