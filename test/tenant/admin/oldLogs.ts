/** Admin API: the logs of version 1. */
import { routes, type Call } from '../http/router';
import type { Journal } from '../logs/journal';
import type { AuthenticationRow, TelephonyRow } from '../logs/rowTypes';
import { seconds, timeIn } from '../logs/times';

import { visible } from './visibleRows';

const logs = routes('adminapi_read_log', undefined);

/** The logs of version 1: a bare list of the earliest rows since a second. */
export const oldLogRoutes = [
	logs.get('/admin/v1/logs/administrator', (call) =>
		earliest(call, call.account.logs.journals.administrator),
	),
	logs.get('/admin/v1/logs/offline_enrollment', (call) =>
		earliest(call, call.account.logs.journals.offlineEnrollment),
	),
	// unconfirmed: that these two show what their successors show, no earlier
	logs.get('/admin/v1/logs/telephony', (call) =>
		earliest(call, call.account.logs.journals.telephony).map(oldTelephony),
	),
	logs.get('/admin/v1/logs/authentication', (call) =>
		earliest(call, call.account.logs.journals.authentication).map(oldAuthentication),
	),
];

function earliest<T>(call: Call, journal: Journal<T>): T[] {
	const from = (call.params.count('mintime') ?? 0) * 1000;
	const query = { from, to: Infinity, descending: false, limit: 1000, accepts: visible<T>(call) };
	return journal.first(query).map(({ row }) => row);
}

const oldTelephony = ({ context, credits, phone, ts, type }: TelephonyRow) => ({
	context,
	credits,
	isotimestamp: ts,
	phone,
	timestamp: seconds(timeIn({ ts }) ?? 0),
	type,
});

const oldAuthentication = (row: AuthenticationRow) => ({
	timestamp: row.timestamp,
	isotimestamp: row.isotimestamp,
	username: row.user.name,
	factor: row.factor,
	reason: row.reason,
	result: row.result,
	ip: row.access_device.ip,
	new_enrollment: row.event_type === 'enrollment',
	integration: row.application.name,
	location: row.access_device.location,
	device: row.auth_device.name,
});
