/** Half a year: how far back Duo's logs reach. */
export const logReachMs = 180 * 86_400_000;

export const seconds = (ms: number): number => Math.floor(ms / 1000);

/** With microseconds and an offset, as Duo writes times in its logs. */
export const isoMicros = (ms: number, micros: number): string =>
	`${new Date(ms).toISOString().slice(0, -1)}${String(micros).padStart(3, '0')}+00:00`;

export const isoSeconds = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}+00:00`;

/** When a row says that it happened, if it says so. */
export function timeIn(row: Readonly<Record<string, unknown>>): number | undefined {
	if (typeof row.surfaced_timestamp === 'number') return row.surfaced_timestamp;
	const iso = row.ts ?? row.isotimestamp;
	if (typeof iso === 'string') return Date.parse(iso);
	return typeof row.timestamp === 'number' ? row.timestamp * 1000 : undefined;
}
