/** The time that a request for a log asks about. */
import { invalid } from '../http/errors';
import type { Params } from '../http/params';

/** mintime and maxtime in milliseconds, both inclusive. */
export function timeWindow(params: Params, earliest = 0): { from: number; to: number } {
	const from = milliseconds(params, 'mintime');
	const to = milliseconds(params, 'maxtime');
	// unconfirmed: which of the two Duo names when they are in the wrong order
	if (from < earliest || from >= to) throw invalid('mintime');
	return { from, to };
}

function milliseconds(params: Params, name: string): number {
	const text = params.required(name);
	// unconfirmed: that Duo refuses seconds instead of taking them for a day in 1970
	if (!/^\d{13}$/.test(text)) throw invalid(name);
	return Number(text);
}
