import type { IDataObject } from 'n8n-workflow';

/** A row of one of Duo's logs, as Duo gives it. */
export type LogRow = IDataObject;

/** Which part of a log to read. */
export interface LogRange {
	/** Milliseconds since 1970, inclusive. */
	from: number;
	/** Milliseconds since 1970, inclusive. */
	to: number;
	/** Where the page before ended, in Duo's own words; absent for the first page of the range. */
	offset?: string;
	/** Begin with the newest row, for logs that can. */
	newestFirst?: boolean;
}

export interface LogPage {
	rows: LogRow[];
	/** Where the next page begins; absent on the last. */
	offset?: string;
	/** How many rows Duo says the whole range has. */
	total?: number;
	/** Whether the page was as large as pages get. */
	isFull: boolean;
	/** Milliseconds by which this machine's clock is ahead of Duo's. */
	clockAhead?: number;
}

/** One of Duo's logs. */
export interface LogSource {
	/** Stored in users' workflows: never change it. */
	value: string;
	name: string;
	/** When it happened: milliseconds since 1970. */
	timeOf: (row: LogRow) => number;
	/** What tells this row from every other. Rows that are equal in it are one event that was read twice. */
	identityOf: (row: LogRow) => string;
	/**
	 * Whether different events may be equal in all that Duo tells of them; then those of one second are
	 * counted. Only for logs whose pages never repeat rows.
	 */
	hasTwins: boolean;
	/** The row with JSON texts inside it parsed. */
	parsed: (row: LogRow) => LogRow;
}
