/** Tables of what was measured. */
import { line } from '../../scripts/markdown';

import type { Case } from './cases/Case';
import { LIMITS, DEFAULT_CONCURRENT_REQUESTS, ROUND_TRIP } from './limits';
import type { ContenderName, Run, Seen } from './messages';

/** One contender's run of one case. */
export interface Measured extends Run {
	task: Case;
	contender: ContenderName;
	isLimited: boolean;
	sideBySide?: number;
	seen: Seen;
}

export const seconds = ({ milliseconds }: Run): number => milliseconds / 1000;

export const failed = ({ task, done }: Measured): number => task.items - done;

/**
 * The least that a case can take, in seconds: the round trips, ten at once, and the full minutes after which
 * Duo answers more. The first minute's calls need not wait.
 */
export function least({ least: { calls, limit, sideBySide } }: Case, isLimited: boolean): number {
	const trips = (count: number) =>
		(Math.ceil(count / (sideBySide ? DEFAULT_CONCURRENT_REQUESTS : 1)) * ROUND_TRIP) / 1000;
	if (!isLimited) return trips(calls);
	const minutes = Math.ceil(calls / LIMITS[limit]) - 1;
	return minutes * 60 + trips(calls - minutes * LIMITS[limit]);
}

const names: Record<ContenderName, string> = {
	nodes: 'These nodes',
	httpRequest: 'HTTP Request node',
	httpRequestAtOnce: 'HTTP Request node by default',
	sdk: 'Node SDK',
};

/** All contenders, case by case. */
export function caseTable(all: Measured[]): string {
	const rows = all.map((run) => [
		run.contender === 'nodes' ? run.task.title : '',
		names[run.contender],
		whole(run.seen.calls),
		...(run.isLimited ? [whole(run.seen.refused)] : []),
		short(seconds(run)),
		whole(failed(run)),
		whole(run.memory / 1e6),
		short(run.processorTime / 1000),
		short(seconds(run) / least(run.task, run.isLimited)),
	]);
	const refused = all[0]?.isLimited ? ['of these refused (429)'] : [];
	const heads = [
		'Case',
		'With',
		'Calls',
		...refused,
		'Seconds',
		'Failed items',
		'Memory (MB)',
		'CPU (s)',
		'× least',
	];
	return table(heads, rows);
}

/** Seconds only, a line for each case. */
export function summaryTable(all: Measured[]): string {
	const contenders: ContenderName[] = ['nodes', 'httpRequest', 'sdk'];
	const rows = [...new Set(all.map(({ task }) => task))].map((task) => [
		task.title,
		...[false, true].flatMap((isLimited) =>
			contenders.map((contender) => {
				const run = all.find(
					(each) => each.task === task && each.contender === contender && each.isLimited === isLimited,
				);
				return run ? short(seconds(run)) : '';
			}),
		),
	]);
	const heads = contenders.map((contender) => names[contender]);
	return table(['Seconds', ...heads, ...heads.map((head) => `${head}, at Duo’s limits`)], rows);
}

/** What “Requests Side by Side” does. */
export function widthTable(all: Measured[]): string {
	const widths = [...new Set(all.map(({ sideBySide }) => sideBySide))];
	const rows = widths.map((width) => {
		const of = (isLimited: boolean) =>
			all.find((run) => run.sideBySide === width && run.isLimited === isLimited)!;
		const [free, limited] = [of(false), of(true)];
		return [
			whole(width!),
			short(seconds(free)),
			short(free.processorTime / 1000),
			whole(free.memory / 1e6),
			short(seconds(limited)),
			whole(limited.seen.refused),
			whole(failed(limited)),
		];
	});
	const heads = [
		'Side by side',
		'Seconds',
		'CPU (s)',
		'Memory (MB)',
		'Seconds under limits',
		'refused (429)',
		'Failed items',
	];
	return table(heads, rows);
}

export const table = (heads: string[], rows: string[][]): string =>
	[line(heads), line(heads.map((_, index) => (index === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n');

export const whole = (value: number): string => Math.round(value).toLocaleString('en');

/** Two digits that count. */
export const short = (value: number): string =>
	value >= 10 ? whole(value) : value.toFixed(value < 1 ? 2 : 1);
