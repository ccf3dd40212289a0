/** Makes up many log rows at once, spread over a time. */
import type { LogEntry } from './journal';
import type { Random } from './random';
import type { LogRows, LogStream } from './rowTypes';

export interface GenerateOptions<S extends LogStream = LogStream> {
	stream: S;
	count: number;
	/** Milliseconds, as is the next one. */
	from: number;
	to: number;
	seed?: number;
	/** How many rows, of 1, become visible late: up to lateBySeconds after their time. */
	lateShare?: number;
	lateBySeconds?: number;
	/** How many rows have the transaction of the row before them. */
	sharedTxidShare?: number;
	/** How many rows happen in the same moment as the row before them. */
	tieShare?: number;
}

/** Rows spread evenly over the time between two moments. */
export function invent<S extends LogStream>(
	options: GenerateOptions<S>,
	random: Random,
	delayMs: number,
	make: (at: number) => LogRows[S],
): Omit<LogEntry<LogRows[S]>, 'id'>[] {
	const { count, from, to, lateShare = 0, lateBySeconds = 300, sharedTxidShare = 0, tieShare = 0 } = options;
	const entries: Omit<LogEntry<LogRows[S]>, 'id'>[] = [];
	for (let index = 0; index < count; index++) {
		const previous = entries.at(-1);
		const spread = from + Math.floor(((to - from) * (index + random.share())) / count);
		const at = previous && random.share() < tieShare ? previous.at : spread;
		const row = make(at);
		const shares = previous && 'txid' in row && random.share() < sharedTxidShare;
		if (shares) Object.assign(row, { txid: previous.row.txid });
		const late = random.share() < lateShare ? random.below(lateBySeconds * 1000) + 1 : 0;
		entries.push({ row, at, visibleAt: at + delayMs + late });
	}
	return entries;
}
