/**
 * What these nodes gain over what people use today, measured: `npm run bench`, or `npm run bench -- getUsers
 * pushes` for some cases. Writes docs/benchmark.md and the README's table when all cases ran. Exits with 1
 * when a target is missed.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { installN8n } from '../n8n/harness/installation';

import { cases } from './cases';
import type { Case } from './cases/Case';
import { document, withSummary } from './document';
import type { ContenderName } from './messages';
import { failed, seconds, short, summaryTable, type Measured } from './report';
import { buildPrograms, Stage } from './Stage';
import { targetsOf } from './targets';

const contendersOf = ({ alsoAtOnce }: Case): ContenderName[] => [
	'nodes',
	'httpRequest',
	...(alsoAtOnce ? (['httpRequestAtOnce'] as const) : []),
	'sdk',
];
const readmeFile = join(__dirname, '../../README.md');

const WIDTHS = [1, 5, 10, 20, 50];

const print = (text: string) => process.stdout.write(`${text}\n`);

async function measure(
	task: Case,
	isLimited: boolean,
	runs: Array<Pick<Measured, 'contender' | 'sideBySide'>>,
) {
	const stage = await Stage.open({ caseName: task.name, isLimited });
	const measured: Measured[] = [];
	try {
		for (const given of runs) {
			const run = { task, isLimited, ...given, ...(await stage.run(given)) };
			measured.push(run);
			const width = run.sideBySide ? `, ${run.sideBySide} side by side` : '';
			const why = run.failure ? ` (${run.failure})` : '';
			print(
				`  ${run.contender}${width}: ${short(seconds(run))} s, ${run.seen.calls} calls, ${failed(run)} failed${why}`,
			);
		}
	} finally {
		stage.close();
	}
	return measured;
}

async function measureCases(chosen: Case[]): Promise<Measured[]> {
	const all: Measured[] = [];
	for (const isLimited of [false, true]) {
		for (const task of chosen.filter(({ only }) => only !== (isLimited ? 'unlimited' : 'limited'))) {
			print(`${task.title}, ${isLimited ? 'with' : 'without'} limits`);
			all.push(
				...(await measure(
					task,
					isLimited,
					contendersOf(task).map((contender) => ({ contender })),
				)),
			);
		}
	}
	return all;
}

async function measureWidths(task: Case): Promise<Measured[]> {
	print(`${task.title}, with different widths`);
	const runs = WIDTHS.map((sideBySide) => ({ contender: 'nodes' as const, sideBySide }));
	return [...(await measure(task, false, runs)), ...(await measure(task, true, runs))];
}

async function main(): Promise<void> {
	const names = process.argv.slice(2);
	const chosen = cases.filter(({ name }) => names.length === 0 || names.includes(name));
	await installN8n(print);
	await buildPrograms();
	const startedAt = Date.now();

	const all = await measureCases(chosen);
	const targets = targetsOf(all);
	const byWidth =
		names.length === 0 ? await measureWidths(cases.find(({ name }) => name === 'getPhones')!) : [];
	const text = document({ all, byWidth, targets, minutes: (Date.now() - startedAt) / 60_000 });
	if (names.length === 0) {
		writeFileSync(join(__dirname, '../../docs/benchmark.md'), text);
		writeFileSync(readmeFile, withSummary(readFileSync(readmeFile, 'utf8'), summaryTable(all)));
	}
	print(`\n${text}`);
	if (targets.some(({ isReached }) => !isReached)) process.exitCode = 1;
}

main().catch((fault: unknown) => {
	process.stderr.write(`${fault instanceof Error ? fault.stack : String(fault)}\n`);
	process.exitCode = 1;
});
