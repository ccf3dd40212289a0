/** Queue mode: the trigger polls once a minute, whatever the number of workers. */
import assert from 'node:assert/strict';

import type { Tenant } from '../../tenant';
import { executionsOf } from '../harness/executions';
import type { RestClient } from '../harness/RestClient';
import type { Stage } from '../harness/Stage';
import { activate, emittedBy } from '../harness/triggerWorkflow';

import { begunBy, type Cluster } from './Cluster';
import { until } from './until';

const SECOND = 1000;
const LOG = '/admin/v2/logs/authentication';

/** How many minutes are looked at. */
const TICKS = 4;

/** The first poll, at the activation, looks whether it may read the log before it does. */
const OF_THE_FIRST_POLL = 2;

/** The trigger in an active workflow of the cluster, and what happened in Duo meanwhile. */
export class TriggerWatch {
	private readonly happened: string[] = [];

	private constructor(
		private readonly rest: RestClient,
		private readonly tenant: Tenant,
		private readonly workflowId: string,
	) {}

	static async begin(stage: Stage): Promise<TriggerWatch> {
		return new TriggerWatch(stage.n8n, stage.tenant, await activate(stage));
	}

	/** Events that Duo shows already. */
	happen(count: number): void {
		for (let index = 0; index < count; index++) {
			const at = Date.now() - 125 * SECOND - index * 7 * SECOND;
			this.happened.push(this.tenant.logs.add('authentication', {}, { at, visibleAt: Date.now() }).txid);
		}
	}

	async untilAllCameOut(): Promise<void> {
		const cameOut = async () => (await emittedBy(this.rest, this.workflowId)).flat().length;
		await until('all events had come out', async () => (await cameOut()) >= this.happened.length);
	}

	/** Waits until the trigger has polled long enough. @returns facts for the report. */
	async check(cluster: Cluster): Promise<string[]> {
		const enough = OF_THE_FIRST_POLL + TICKS;
		await until(`the trigger had polled for ${TICKS} minutes`, () => this.beginnings().length >= enough, 360);
		const ticks = this.beginnings().slice(OF_THE_FIRST_POLL);
		const gaps = ticks.slice(1).map((at, index) => Math.round((at - ticks[index]!) / SECOND));
		for (const gap of gaps)
			assert.ok(gap > 30 && gap < 90, `polls ${gaps.join(', ')} s apart, not one a minute`);

		const events = (await emittedBy(this.rest, this.workflowId)).flat();
		assert.deepEqual(events.sort(), [...this.happened].sort());
		const executions = await executionsOf(this.rest, this.workflowId);
		const begun = cluster.workers.map(begunBy);
		for (const id of executions) {
			assert.equal(begun.filter((ids) => ids.has(id)).length, 1, `workers that ran execution ${id}`);
		}
		return [
			`one poll at the activation, then ${ticks.length} polls ${gaps.join(', ')} s apart`,
			`${events.length} events, each from exactly one of ${executions.length} executions, all run by workers`,
		];
	}

	/** When the trigger began to read the log; it asks for further pages by their offset. */
	private beginnings(): number[] {
		return this.tenant.requests
			.filter(({ path, params }) => path === LOG && params.next_offset === undefined)
			.map(({ at }) => at);
	}
}
