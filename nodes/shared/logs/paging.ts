import type { Duo, DuoParameters } from '../duo/Duo';
import type { DuoResponse } from '../duo/envelope';

import type { LogPage, LogRange, LogRow } from './LogSource';

/** Reads one page of a log. `filters` are those that Duo applies. */
export type PageReader = (
	duo: Duo,
	path: string,
	range: LogRange,
	filters: DuoParameters,
) => Promise<LogPage>;

const V2_LIMIT = 1000;

const TRUST_MONITOR_LIMIT = 200;

/** Duo gives no more than so many rows of the older logs at once. */
const V1_LIMIT = 1000;

/** Version 2 logs: milliseconds, an offset that is one text or a list of two. */
export const readV2: PageReader = async (duo, path, { from, to, offset, newestFirst }, filters) => {
	const reply = await duo.ask(path, {
		...filters,
		mintime: from,
		maxtime: endAfter(from, to),
		limit: V2_LIMIT,
		sort: newestFirst ? 'ts:desc' : 'ts:asc',
		next_offset: offset,
	});
	const { authlogs, items, metadata } = reply.response as {
		authlogs?: LogRow[];
		items?: LogRow[];
		metadata?: Metadata;
	};
	const rows = authlogs ?? items ?? [];
	return { ...pageOf(reply, rows, metadata), isFull: rows.length >= V2_LIMIT };
};

/** Trust Monitor: milliseconds, an offset that is a text. */
export const readTrustMonitor: PageReader = async (duo, path, { from, to, offset }, filters) => {
	const reply = await duo.ask(path, {
		...filters,
		mintime: from,
		maxtime: endAfter(from, to),
		limit: TRUST_MONITOR_LIMIT,
		offset,
	});
	const { events: found, metadata } = reply.response as {
		events?: LogRow[] | null;
		metadata?: Metadata;
	};
	const events = found ?? [];
	return { ...pageOf(reply, events, metadata), isFull: events.length >= TRUST_MONITOR_LIMIT };
};

/**
 * Version 1 logs: seconds, no end and no offset. The next page begins with the last second of this one, which
 * may be incomplete, so its rows are left for then. A second with more rows than fit a page cannot be read to
 * its end.
 */
export const readV1: PageReader = async (duo, path, { from, offset }, filters) => {
	const mintime = Number(offset ?? Math.floor(from / 1000));
	const reply = await duo.ask(path, { ...filters, mintime });
	const all = Array.isArray(reply.response) ? (reply.response as LogRow[]) : [];
	if (all.length < V1_LIMIT) return { ...pageOf(reply, all), isFull: false };

	const last = Math.max(...all.map(({ timestamp }) => Number(timestamp)));
	const complete = all.filter(({ timestamp }) => Number(timestamp) < last);
	return complete.length > 0
		? { ...pageOf(reply, complete), offset: String(last), isFull: true }
		: { ...pageOf(reply, all), offset: String(last + 1), isFull: true };
};

/** What Duo tells beside the rows of a page. */
interface Metadata {
	/** A text, or a list whose parts the request joins with commas. */
	next_offset?: string | Array<string | number> | null;
	total_objects?: number | null;
}

/** Duo refuses a range that begins where it ends. */
function endAfter(from: number, to: number): number {
	return Math.max(to, from + 1);
}

function pageOf({ clockAheadSeconds }: DuoResponse, rows: LogRow[], metadata: Metadata = {}) {
	const { next_offset: next, total_objects: total } = metadata;
	const offset = Array.isArray(next) ? next.join(',') : next;
	return {
		rows,
		offset: typeof offset === 'string' && offset !== '' ? offset : undefined,
		total: typeof total === 'number' ? total : undefined,
		clockAhead: clockAheadSeconds === undefined ? undefined : clockAheadSeconds * 1000,
	};
}
