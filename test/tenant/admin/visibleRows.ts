/** Which rows of a log a request can see by now. */
import type { Call } from '../http/router';
import type { LogEntry } from '../logs/journal';

/** What a request may find: rows that have surfaced by now and match its filters. */
export function visible<T>({ tenant }: Call, matches?: (row: T) => boolean): (entry: LogEntry<T>) => boolean {
	const now = tenant.nowMs();
	return ({ visibleAt, row }) => visibleAt <= now && (!matches || matches(row));
}
