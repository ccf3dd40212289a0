/** Admin API: events of Duo’s Trust Monitor. */
import { NestedPage } from '../http/reply';
import { routes, type Call } from '../http/router';
import type { TrustMonitorRow } from '../logs/rowTypes';

import { commaText, decodeOffset } from './logOffset';
import { timeWindow } from './timeWindow';
import { visible } from './visibleRows';

export const trustMonitorRoutes = [
	routes('adminapi_read_log', undefined).get('/admin/v1/trust_monitor/events', events),
];

function events(call: Call): NestedPage {
	const { params, account } = call;
	// unconfirmed: how far back the events reach
	const window = timeWindow(params);
	const after = decodeOffset(params, 'offset');
	// unconfirmed: the size of a page when no limit is given, and that the events come in the order of their
	// times
	const limit = Math.min(params.count('limit') || 50, 200);
	const query = { ...window, descending: false, limit, after, accepts: visible(call, ofType(call)) };
	const { entries, more } = account.logs.journals.trustMonitor.slice(query);
	// unconfirmed: what this offset looks like
	const metadata = more ? { next_offset: commaText(entries.at(-1)!) } : {};
	const rows = entries.map(({ row }) => row);
	return new NestedPage('events', rows, metadata, commaText(after ?? { at: window.from, id: '' }));
}

/** The parameter calls an event of bypass by another name than the event does. */
function ofType({ params }: Call): ((row: TrustMonitorRow) => boolean) | undefined {
	const type = params.oneOf('type', ['auth', 'bypass_status_enabled', 'device_registration']);
	const wanted = type === 'bypass_status_enabled' ? 'bypass_status' : type;
	return wanted === undefined ? undefined : (row) => row.type === wanted;
}
