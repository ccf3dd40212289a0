import type { IDataObject, INodePropertyOptions } from 'n8n-workflow';

import type { LogRow, LogSource } from './LogSource';
import { readV1, readV2, readTrustMonitor, type PageReader } from './paging';

/** A log with the way to read it. */
export interface ReadableLog extends LogSource {
	/** What to know before it is chosen. */
	description?: string;
	path: string;
	readPage: PageReader;
}

/** Of logs that Duo is about to replace; they still work. */
const OLDER = 'Giving way to the log Activity';

/** Duo's six logs. Source: Duo's Admin API documentation, "Logs" and "Trust Monitor". */
export const logs: readonly ReadableLog[] = [
	{
		value: 'activity',
		name: 'Activity',
		path: '/admin/v2/logs/activity',
		readPage: readV2,
		hasTwins: false,
		timeOf: (row) => Date.parse(text(row.ts)),
		identityOf: (row) => text(row.activity_id) || everything(row),
		parsed: (row) => ({
			...row,
			...parsedDetails(row, 'action'),
			...parsedDetails(row, 'actor'),
			...parsedDetails(row, 'target'),
			...parsedDetails(row, 'old_target'),
		}),
	},
	{
		value: 'administrator',
		name: 'Administrator',
		description: OLDER,
		path: '/admin/v1/logs/administrator',
		readPage: readV1,
		hasTwins: true,
		timeOf: secondsOf,
		identityOf: everything,
		parsed: (row) => ({ ...row, description: parsedText(row.description) }),
	},
	{
		value: 'authentication',
		name: 'Authentication',
		path: '/admin/v2/logs/authentication',
		readPage: readV2,
		hasTwins: false,
		timeOf: (row) => Date.parse(text(row.isotimestamp)) || secondsOf(row),
		// Rows share a txid, e.g. a call and the passcode that followed it.
		identityOf: ({
			txid,
			isotimestamp,
			timestamp,
			event_type,
			factor,
			result,
			reason,
			user,
			application,
			auth_device,
		}) =>
			JSON.stringify([
				txid,
				isotimestamp ?? timestamp,
				event_type,
				factor,
				result,
				reason,
				keyOf(user),
				keyOf(application),
				keyOf(auth_device),
			]),
		parsed: (row) => row,
	},
	{
		value: 'offlineEnrollment',
		name: 'Offline Enrollment',
		description: `About Duo for Windows Logon. ${OLDER}.`,
		path: '/admin/v1/logs/offline_enrollment',
		readPage: readV1,
		hasTwins: true,
		timeOf: secondsOf,
		identityOf: everything,
		parsed: (row) => ({ ...row, description: parsedText(row.description) }),
	},
	{
		value: 'telephony',
		name: 'Telephony',
		path: '/admin/v2/logs/telephony',
		readPage: readV2,
		hasTwins: false,
		timeOf: (row) => Date.parse(text(row.ts)),
		identityOf: (row) => text(row.telephony_id) || everything(row),
		parsed: (row) => row,
	},
	{
		value: 'trustMonitor',
		name: 'Trust Monitor',
		description: 'Needs a Duo edition that has it',
		path: '/admin/v1/trust_monitor/events',
		readPage: readTrustMonitor,
		hasTwins: false,
		timeOf: (row) => Number(row.surfaced_timestamp),
		// Duo changes an event's state later; that is no new event.
		identityOf: (row) => text(row.sekey) || everything(row),
		parsed: (row) => row,
	},
];

/** An event as the trigger and the operation "Get Many" of logs hand it out. */
export function toEvent(log: LogSource, row: LogRow): IDataObject {
	const time = log.timeOf(row);
	return {
		log: log.value,
		time: Number.isFinite(time) ? new Date(time).toISOString() : null,
		event: log.parsed(row),
	};
}

function text(value: unknown): string {
	return typeof value === 'string' ? value : '';
}

function secondsOf(row: LogRow): number {
	return Number(row.timestamp) * 1000;
}

function everything(row: LogRow): string {
	return JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function keyOf(value: unknown): unknown {
	const { key, name } = (value ?? {}) as IDataObject;
	return key ?? name;
}

/** A part of an activity whose `details` are JSON inside a text. */
function parsedDetails(row: LogRow, part: string): LogRow {
	const value = row[part];
	if (typeof value !== 'object' || value === null || !('details' in value)) return {};
	return { [part]: { ...value, details: parsedText(value.details) } };
}

/** Duo puts JSON into texts, and at times plain words or real objects in the same place. */
function parsedText(value: LogRow[string]): LogRow[string] {
	if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value;
	try {
		return JSON.parse(value) as LogRow[string];
	} catch {
		return value;
	}
}

/** The logs as the options of a parameter. */
export function logOptions(): INodePropertyOptions[] {
	return logs.map(({ name, value, description }) => ({ name, value, ...(description && { description }) }));
}
