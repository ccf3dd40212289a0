/** Lists in pages, by offset and limit. */
import type { Params } from './params';
import { Page } from './reply';

export interface PageSize {
	default: number;
	max: number;
}

/** Cuts one page out of a list; a limit that is too high is lowered, not refused. */
export function page(items: unknown[], params: Params, size: PageSize = { default: 100, max: 500 }): Page {
	const offset = params.count('offset') ?? 0;
	// unconfirmed: what a limit of 0 means
	const limit = Math.min(params.count('limit') || size.default, size.max);
	const end = offset + limit;
	return new Page(items.slice(offset, end), {
		total_objects: items.length,
		...(end < items.length && { next_offset: end }),
		...(offset > 0 && { prev_offset: Math.max(0, offset - limit) }),
	});
}
