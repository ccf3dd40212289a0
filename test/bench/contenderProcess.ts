/**
 * A process of its own for one contender and one case, so that the memory is that of this contender alone.
 */
import '../support/n8nHome';

import { subscribe } from 'node:diagnostics_channel';
import { setDefaultCACertificates } from 'node:tls';

import { caseNamed } from './cases';
import { ask, serve } from './channel';
import { JumpingTimers, setAhead } from './clock';
import { contenders } from './contenders';
import { PeakMemory } from './memory';
import type { Job, Run } from './messages';

let job: Job;

/** By transaction. */
const heard: Record<string, number> = {};

subscribe('http.client.response.finish', (message) => {
	const { request } = message as { request: { path: string } };
	const txid = /[?&]txid=([^&]+)/.exec(request.path)?.[1];
	if (txid) heard[decodeURIComponent(txid)] = Date.now();
});

serve({
	/** Loads what the contender needs, and has it do something, so that this is not measured. */
	async prepare(given: Job): Promise<void> {
		job = given;
		setDefaultCACertificates([job.certificate]);
		if (job.isLimited) {
			new JumpingTimers(async (target) => {
				await ask(process, 'jump', target);
			}).replace();
			setAhead(job.ahead);
		}
		await contenders[job.contender].warmUp(job);
	},

	async run(ahead: number): Promise<Run> {
		setAhead(ahead);
		const memory = new PeakMemory();
		const before = process.cpuUsage();
		const startedAt = performance.now();
		const { done, failure } = await contenders[job.contender].run(caseNamed(job.caseName), job);
		const { user, system } = process.cpuUsage(before);
		return {
			milliseconds: performance.now() - startedAt,
			processorTime: (user + system) / 1000,
			done,
			failure,
			memory: memory.aboveIdle(),
			heard,
		};
	},
});
