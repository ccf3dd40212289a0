import { reads } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { collect, startAt } from '../../../shared/logs/collect';
import { filtersField, readFilters } from '../../../shared/logs/filters';
import type { LogRange, LogRow } from '../../../shared/logs/LogSource';
import { logOptions, logs, toEvent } from '../../../shared/logs/sources';
import { readLimit, limitFields } from '../../../shared/parameters/limit';
import { readTimeRange, timeRangeFields } from '../../../shared/parameters/timeRange';

export const getMany: ItemOperation = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many log events',
	description:
		'Read one of Duo’s logs over a range of time, e.g. to fill in what happened before the Duo Admin Trigger was switched on',
	permissions: ['log'],
	concurrency: reads(),
	properties: [
		{
			displayName: 'Log',
			name: 'log',
			type: 'options',
			options: logOptions(),
			default: 'authentication',
		},
		...timeRangeFields(
			'={{ $now.minus(1, "day").toISO() }}',
			'Duo keeps 180 days',
			'Now when it is empty. The last two minutes may be missing: Duo shows events about so late.',
		),
		...limitFields(),
		{ ...filtersField(), displayOptions: { show: { log: ['authentication'] } } },
	],

	async run({ params, duo }) {
		const log = logs.find(({ value }) => value === params.choice('log'))!;
		const { from, to } = readTimeRange(params);
		const limit = readLimit(params) ?? Infinity;
		const filters = log.value === 'authentication' ? readFilters(params.collection('filters')) : {};

		const readPage = async (range: LogRange) => {
			const page = await log.readPage(duo, log.path, range, filters);
			return { ...page, clockAhead: undefined };
		};
		const terms = {
			now: () => to,
			lag: 0,
			rescan: 0,
			deadline: Infinity,
			mostPages: 1,
			mostSeen: Infinity,
		};
		const rows: LogRow[] = [];
		let state = startAt(from);
		do {
			const page = await collect(log, state, readPage, terms);
			if (page.fault) throw page.fault;
			rows.push(...page.rows.filter((row) => !(log.timeOf(row) < from)));
			({ state } = page);
		} while (state.walk && rows.length < limit);
		return rows.slice(0, limit).map((row) => toEvent(log, row));
	},
};
