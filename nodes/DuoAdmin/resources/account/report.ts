import type { IDataObject } from 'n8n-workflow';

import { reads } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { readTimeRange, timeRangeFields } from '../../../shared/parameters/timeRange';

/** A report about the use of Duo in a range of time. */
export function report(
	path: string,
	page: Pick<ItemOperation, 'name' | 'value' | 'action' | 'description'>,
): ItemOperation {
	return {
		...page,
		permissions: ['information'],
		concurrency: reads(),
		properties: timeRangeFields(
			'={{ $now.minus(30, "days").toISO() }}',
			'Duo keeps 180 days',
			'Now when it is empty',
		),

		async run({ params, duo }) {
			const { from, to } = readTimeRange(params);
			return await duo.get<IDataObject>(path, { mintime: seconds(from), maxtime: seconds(to) });
		},
	};
}

function seconds(milliseconds: number): number {
	return Math.floor(milliseconds / 1000);
}
