import { tryToParseDateTime } from 'n8n-workflow';

import { plain } from './characters';
import { isDate, isDateTime, type Supplied } from './Supplied';

/**
 * Seconds since 1970 of the years 2000 and 2100: what lies between is meant as a time, a smaller number is
 * something else.
 */
const [YEAR_2000, YEAR_2100] = [946_684_800, 4_102_444_800];

const FORMS = [
	// ISO 8601 or SQL: a date, and perhaps a time, and perhaps an offset
	/^(\d{4}-\d{2}-\d{2})([T ]\d{2}:\d{2}(:\d{2}([.,]\d+)?)?( ?(Z|[+-]\d{2}(:?\d{2})?))?)?$/i,
	// RFC 2822 and HTTP, e.g. Tue, 24 Nov 2026 10:00:00 GMT
	/^[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}(?::\d{2})? (?:GMT|UTC|Z|[+-]\d{4})$/,
];

/** What JavaScript makes of a date within a text. */
const SCRIPT_FORM = /^[A-Z][a-z]{2} [A-Z][a-z]{2} \d{2} \d{4} \d{2}:\d{2}:\d{2} GMT[+-]\d{4}/;

/**
 * A point in time as milliseconds since 1970, or undefined for an empty text. Without an offset it is a time
 * in the workflow's zone, and a date alone is the beginning of that day.
 *
 * @throws InputError for what is no time.
 */
export function readTime(supplied: Supplied): number | undefined {
	const one = supplied.single();
	const { value } = one;
	if (value === '') return undefined;
	const time =
		typeof value === 'number'
			? fromEpoch(value)
			: typeof value === 'string'
				? fromText(plain(value), supplied.timezone)
				: fromObject(value);
	if (time !== undefined && Number.isFinite(time)) return time;
	return supplied.refuse(
		`is not a date and time: ${one.shown}`,
		'Write it like 2026-11-25T09:30:00+01:00, or without the offset for a time in the zone of the workflow. {{ $now.minus(1, "day") }} and the seconds that Duo gives are fine too.',
	);
}

function fromText(text: string, timezone: string): number | undefined {
	if (/^\d+(\.\d+)?$/.test(text)) return fromEpoch(Number(text));
	if (SCRIPT_FORM.test(text)) return Date.parse(text);
	const form = FORMS.map((each) => each.exec(text)).find((match) => match !== null);
	if (!form) return undefined;
	try {
		const time = tryToParseDateTime(text, timezone);
		const [, date] = form;
		// It falls back on Date.parse, which takes 30 February for 2 March.
		return date === undefined || time.toISODate() === date ? time.toMillis() : undefined;
	} catch {
		return undefined;
	}
}

/** Seconds, as Duo gives them, or milliseconds. */
function fromEpoch(number: number): number | undefined {
	if (number >= YEAR_2000 && number < YEAR_2100) return Math.round(number * 1000);
	const isMilliseconds = number >= YEAR_2000 * 1000 && number < YEAR_2100 * 1000;
	return isMilliseconds ? Math.round(number) : undefined;
}

/** JavaScript's dates, as Data Tables give them, and those of `$now`. */
function fromObject(value: unknown): number | undefined {
	if (isDate(value)) return value.getTime();
	return isDateTime(value) ? value.toMillis() : undefined;
}
