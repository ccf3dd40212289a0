/** A workflow with the trigger, and what came out of it. */
import { endOf, executionsOf } from './executions';
import type { RestClient } from './RestClient';
import type { Stage } from './Stage';
import type { WorkflowFile } from './workflows';

/** Hands out every event of the authentication log, every minute. */
const workflow: WorkflowFile = {
	name: 'Every log-in once',
	settings: {},
	nodes: [
		{
			id: 'trigger',
			name: 'Duo Admin Trigger',
			type: 'n8n-nodes-duo-security.duoAdminTrigger',
			typeVersion: 1,
			position: [0, 0],
			parameters: {
				pollTimes: { item: [{ mode: 'everyMinute' }] },
				triggerOn: 'logEvent',
				logs: ['authentication'],
				startBackHours: 1,
				filters: {},
				options: {},
			},
		},
		{
			id: 'end',
			name: 'End',
			type: 'n8n-nodes-base.noOp',
			typeVersion: 1,
			position: [200, 0],
			parameters: {},
		},
	],
	connections: { 'Duo Admin Trigger': { main: [[{ node: 'End', type: 'main', index: 0 }]] } },
};

/** Imports the workflow and makes it active. @returns its ID. */
export async function activate(stage: Stage): Promise<string> {
	return await stage.activate(workflow);
}

/** The transaction IDs of all events that came out, execution by execution. */
export async function emittedBy(rest: RestClient, workflowId: string): Promise<string[][]> {
	const batches: string[][] = [];
	for (const execution of await executionsOf(rest, workflowId)) {
		const { nodes } = await endOf(rest, execution);
		const events = nodes.End?.[0]?.outputs[0] ?? [];
		batches.push(events.map(({ event }) => (event as { txid: string }).txid));
	}
	return batches;
}
