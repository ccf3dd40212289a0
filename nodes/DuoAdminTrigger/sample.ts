import type { Duo } from '../shared/duo/Duo';
import type { LogRow } from '../shared/logs/LogSource';

import type { Watch } from './logs/watches';

const HOUR = 3_600_000;

/**
 * How far back to look, further each time until something is found. The older logs give the oldest rows of a
 * range first.
 */
const SPANS = [HOUR, 24 * HOUR, 30 * 24 * HOUR, 179 * 24 * HOUR];

/** A few of the newest rows that are wanted, newest first. */
export async function newestRows(duo: Duo, { log, filters, wants }: Watch, most: number): Promise<LogRow[]> {
	const to = Date.now();
	for (const span of SPANS) {
		const { rows } = await log.readPage(duo, log.path, { from: to - span, to, newestFirst: true }, filters);
		const wanted = rows.sort((a, b) => log.timeOf(a) - log.timeOf(b)).filter(wants);
		if (wanted.length > 0) return wanted.slice(-most).reverse();
	}
	return [];
}
