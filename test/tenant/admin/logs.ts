/** Admin API: the logs of version 2, page by page. */
import { NestedPage } from '../http/reply';
import { routes, type Call } from '../http/router';
import type { Journal, Position } from '../logs/journal';
import { logReachMs } from '../logs/times';

import { acceptsAuthentication } from './authenticationFilters';
import { commaText, decodeOffset, pair, type EncodeOffset } from './logOffset';
import { timeWindow } from './timeWindow';
import { visible } from './visibleRows';

const logs = routes('adminapi_read_log', undefined);

export const logRoutes = [
	logs.get('/admin/v2/logs/authentication', (call) => {
		const matches = acceptsAuthentication(call);
		// unconfirmed: that the last page of this log says null and those of the others say nothing
		return logPage(call, call.account.logs.journals.authentication, {
			list: 'authlogs',
			encode: pair,
			end: null,
			matches,
		});
	}),
	logs.get('/admin/v2/logs/activity', (call) =>
		logPage(call, call.account.logs.journals.activity, { list: 'items', encode: commaText }),
	),
	logs.get('/admin/v2/logs/telephony', (call) =>
		logPage(call, call.account.logs.journals.telephony, { list: 'items', encode: commaText }),
	),
];

interface Form<T> {
	/** The name of the list in the response. */
	list: string;
	encode: EncodeOffset;
	/** What stands for the next offset when there is none. */
	end?: null;
	matches?: (row: T) => boolean;
}

function logPage<T>(call: Call, journal: Journal<T>, { list, encode, end, matches }: Form<T>): NestedPage {
	const { params, tenant } = call;
	// unconfirmed: whether the oldest moment that may be asked for is refused or raised
	const window = timeWindow(params, tenant.nowMs() - logReachMs);
	const descending = params.oneOf('sort', ['ts:asc', 'ts:desc']) !== 'ts:asc';
	const after = decodeOffset(params, 'next_offset');
	// unconfirmed: what a limit of 0 means
	const limit = Math.min(params.count('limit') || 100, 1000);
	const slice = journal.slice({ ...window, descending, limit, after, accepts: visible(call, matches) });
	const start: Position = { at: descending ? window.to + 1 : window.from, id: '' };
	const metadata = {
		total_objects: slice.total,
		next_offset: slice.more ? encode(slice.entries.at(-1)!) : end,
	};
	const rows = slice.entries.map(({ row }) => row);
	return new NestedPage(list, rows, metadata, encode(after ?? start));
}
