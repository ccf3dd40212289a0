/** Reads the logs of the tenant page by page, for its tests. */
import type { Tenant } from '../index';

import { call, type CallOptions, type Values } from './client';

export interface LogPage {
	rows: Record<string, unknown>[];
	total: number | undefined;
	offset: string | string[] | null | undefined;
}

/** One page of a log whose list and metadata stand inside the response. */
export async function logPage(
	tenant: Tenant,
	path: string,
	values: Values,
	options?: CallOptions,
): Promise<LogPage> {
	const { status, body, text } = await call(tenant, 'GET', path, values, options);
	if (status !== 200) throw new Error(text);
	const { metadata, ...lists } = body.response as unknown as {
		metadata: { total_objects?: number; next_offset?: LogPage['offset'] };
	};
	const [rows = []] = Object.values<LogPage['rows']>(lists);
	return { rows, total: metadata.total_objects, offset: metadata.next_offset };
}

/** All pages, with what happens between them. */
export async function walk(
	tenant: Tenant,
	path: string,
	values: Values,
	between: (page: LogPage) => void = () => undefined,
): Promise<LogPage[]> {
	const name = path.includes('trust_monitor') ? 'offset' : 'next_offset';
	const pages: LogPage[] = [];
	for (let offset: LogPage['offset']; pages.length === 0 || offset; ) {
		const page = await logPage(tenant, path, {
			...values,
			...(offset && { [name]: [offset].flat().join(',') }),
		});
		pages.push(page);
		between(page);
		offset = page.offset;
	}
	return pages;
}
