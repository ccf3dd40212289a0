/** The table of what became of every value, in docs/tried-values.md. */
import { join } from 'node:path';

import { line } from '../../../scripts/markdown';

import type { Counts } from './everyValue';
import { kinds } from './trials';

export const tableFile = join(__dirname, '../../../docs/tried-values.md');

/** Taken and refused, e.g. `3/17`, for each kind of value. */
export function row(name: string, counts: Counts): string {
	const cells = kinds.map((kind) => {
		const { accepted, refused } = counts[kind];
		return accepted + refused === 0 ? '' : `${accepted}/${refused}`;
	});
	return line([name, ...cells]);
}

export function sum(all: readonly Counts[]): Counts {
	const total = (kind: (typeof kinds)[number], of: 'accepted' | 'refused') =>
		all.reduce((so, counts) => so + counts[kind][of], 0);
	return Object.fromEntries(
		kinds.map((kind) => [kind, { accepted: total(kind, 'accepted'), refused: total(kind, 'refused') }]),
	) as Counts;
}

/** The whole page. */
export function page(all: ReadonlyArray<readonly [name: string, counts: Counts]>): string {
	const total = sum(all.map(([, counts]) => counts));
	const runs = kinds.reduce((so, kind) => so + total[kind].accepted + total[kind].refused, 0);
	return [
		'# Tried values',
		'',
		'Every parameter of every operation, also within collections, is run in n8n’s engine with each of these values, supplied by an',
		'expression. Each cell says how many were taken and how many refused. A value that is taken leads to the same requests as the',
		'right value does when it is typed; a value that is refused leads to a message that names the parameter, and to no request that',
		`changes anything. In ${runs.toLocaleString('en')} runs, none was wrong. [values.md](values.md) says what each kind of value means.`,
		'',
		'Written by `npm run values`; the tests compare it (`test/engine/values`, which has the values in `trials.ts`).',
		'',
		line(['Operation', ...kinds]),
		line(['---', ...kinds.map(() => '---:')]),
		row('**All**', total),
		...all.map(([name, counts]) => row(name, counts)),
		'',
	].join('\n');
}
