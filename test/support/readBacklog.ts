/**
 * A process of its own, with `--expose-gc`: polls the trigger until nothing comes any more and tells after
 * each poll what came out and how much memory was in use. Nothing else is in this process.
 */
import type { INodeParameters } from 'n8n-workflow';

import type { Keys } from './engine';
import { memoryInUse } from './ownProcess';
import { ActiveTrigger } from './trigger';

/** What is told after each poll. Memory is in bytes. */
export interface PollReport {
	txids: unknown[];
	/** Without garbage: before the poll, and at its end, when all that it has read is in memory. */
	before: number;
	atEnd: number;
	/** The most that the process ever had of the machine's memory, garbage included. */
	mostSoFar: number;
	stored: number;
}

export interface Job {
	parameters: INodeParameters;
	keys: Keys;
}

async function pollOnce(trigger: ActiveTrigger): Promise<PollReport> {
	const before = memoryInUse();
	const events = await trigger.poll();
	return {
		before,
		atEnd: memoryInUse(),
		txids: events.map(({ event }) => event.txid),
		mostSoFar: process.resourceUsage().maxRSS * 1024,
		stored: trigger.saved.length,
	};
}

async function readAll({ parameters, keys }: Job): Promise<void> {
	const trigger = new ActiveTrigger({ keys }, parameters);
	for (let more = true; more; ) {
		const report = await pollOnce(trigger);
		more = report.txids.length > 0;
		await new Promise((resolve) => process.send!(report, resolve));
	}
	process.disconnect();
}

process.once('message', (job: Job) => void readAll(job));
