import type { IDataObject } from 'n8n-workflow';

/**
 * From here on a number counts milliseconds, not seconds: as seconds it would be a time after the year 5000.
 */
const LEAST_MILLISECONDS = 100_000_000_000;

/** ISO 8601 or SQL. Duo means UTC where no zone is named. */
const DATE_AND_TIME =
	/^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?) ?(?:UTC|Z|([+-]\d{2}):?(\d{2}))?$/i;

/**
 * A time as Duo gives it, in the one form in which this package's own outputs have times: ISO 8601 in UTC.
 * Null where there is none; what is no time is handed on as it is.
 */
export function isoTime(time: unknown): IDataObject[string] {
	if (time === undefined || time === null || time === '') return null;
	const milliseconds = millisecondsOf(time);
	// Beyond these, JavaScript has no dates.
	const isDate = Math.abs(milliseconds) <= 8.64e15;
	return isDate ? new Date(milliseconds).toISOString() : time;
}

/** The named times of an object of Duo's, as far as it has them. */
export function isoTimes(object: object, fields: readonly string[]): IDataObject {
	const times = Object.entries(object).filter(([field]) => fields.includes(field));
	return Object.fromEntries(times.map(([field, time]) => [field, isoTime(time)]));
}

/** Milliseconds since 1970 for seconds, milliseconds or text; NaN for what is no time. */
export function millisecondsOf(time: unknown): number {
	if (typeof time === 'number') return time < LEAST_MILLISECONDS ? time * 1000 : time;
	if (typeof time !== 'string') return NaN;
	if (/^\d+$/.test(time)) return millisecondsOf(Number(time));
	const [isTime, date, clock, hours, minutes] = DATE_AND_TIME.exec(time) ?? [];
	if (isTime === undefined) return NaN;
	return Date.parse(`${date}T${clock}${hours === undefined ? 'Z' : `${hours}:${minutes}`}`);
}
