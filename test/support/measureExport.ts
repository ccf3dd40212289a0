/**
 * A process of its own, with `--expose-gc`: exports the graph of an account once, and tells what came out and
 * what it took.
 */
import { createRequire } from 'node:module';

import { BinaryDataService } from 'n8n-core';
import type { INodeParameters } from 'n8n-workflow';

import { runNode, type Keys } from './engine';
import { memoryInUse } from './ownProcess';

export interface Job {
	parameters: INodeParameters;
	keys: Keys;
}

/** Memory is in bytes, without garbage. */
export interface ExportReport {
	/** How many items came out, and the sum of what they say they hold. */
	items: number;
	objects: number;
	before: number;
	/** The most while it ran. */
	most: number;
	/** When the output is in memory. */
	atEnd: number;
}

/** The container of n8n's engine, which has its own copy of the package. */
const { Container } = createRequire(require.resolve('n8n-core'))('@n8n/di') as {
	Container: { get<T>(type: new (...args: never[]) => T): T };
};

async function measure({ parameters, keys }: Job): Promise<void> {
	// As n8n does at its start: files go to the disk.
	await Container.get(BinaryDataService).init();
	const before = memoryInUse();
	let most = before;
	const sampling = setInterval(() => (most = Math.max(most, memoryInUse())), 200);
	const { json, error } = await runNode({ keys }, { type: 'duoAdmin', parameters });
	clearInterval(sampling);
	if (error) throw new Error(error.message);
	const atEnd = memoryInUse();
	const objects = json.reduce(
		(sum, { entities = 0, relationships = 0 }) => sum + Number(entities) + Number(relationships),
		0,
	);
	const report: ExportReport = {
		items: json.length,
		objects,
		before,
		most: Math.max(most, atEnd),
		atEnd,
	};
	await new Promise((resolve) => process.send!(report, resolve));
	process.disconnect();
}

process.once('message', (job: Job) => void measure(job));
