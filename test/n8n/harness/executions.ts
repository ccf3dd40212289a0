/** Runs workflows in n8n, and reads what came of them. */
import { setTimeout as pause } from 'node:timers/promises';

import type { IDataObject } from 'n8n-workflow';

import type { RestClient } from './RestClient';

/** What came of a run of a workflow. */
export interface Execution {
	status: string;
	/** Every run of every node, by the node's name. */
	nodes: Record<string, NodeRun[]>;
	error?: RunError;
}

export interface NodeRun {
	/** Lists of items, one per output. */
	outputs: IDataObject[][];
	error?: RunError;
	milliseconds: number;
}

export interface RunError {
	message: string;
	description?: string | null;
	httpCode?: string | null;
	node?: { name: string };
}

interface RunData {
	resultData: {
		error?: RunError;
		runData: Record<
			string,
			{ executionTime: number; error?: RunError; data?: { main: ({ json: IDataObject }[] | null)[] } }[]
		>;
	};
}

/** Runs a saved workflow as the editor's button does, and waits for its end. */
export async function runWorkflow(rest: RestClient, id: string, trigger: string): Promise<Execution> {
	const started = await rest.post<{ executionId: string }>(`/rest/workflows/${id}/run`, {
		triggerToStartFrom: { name: trigger },
	});
	return await endOf(rest, started.executionId);
}

/** Waits for the end of an execution. */
export async function endOf(rest: RestClient, executionId: string): Promise<Execution> {
	for (;;) {
		const { status, finished, data, stoppedAt } = await rest.get<{
			status: string;
			finished: boolean;
			stoppedAt: string | null;
			data: string;
		}>(`/rest/executions/${executionId}`);
		if (finished || stoppedAt !== null) return readExecution(status, unflatten(data) as RunData);
		await pause(200);
	}
}

/** The IDs of all executions of a workflow, the oldest first. */
export async function executionsOf(rest: RestClient, workflowId: string): Promise<string[]> {
	const filter = encodeURIComponent(JSON.stringify({ workflowId }));
	const { results } = await rest.get<{ results: { id: string }[] }>(
		`/rest/executions?filter=${filter}&limit=100`,
	);
	return results.map(({ id }) => id).sort((a, b) => Number(a) - Number(b));
}

function readExecution(status: string, { resultData }: RunData): Execution {
	const nodes = Object.entries(resultData.runData).map(([name, runs]): [string, NodeRun[]] => [
		name,
		runs.map(({ executionTime, error, data }) => ({
			outputs: (data?.main ?? []).map((items) => (items ?? []).map(({ json }) => json)),
			error,
			milliseconds: executionTime,
		})),
	]);
	return { status, error: resultData.error, nodes: Object.fromEntries(nodes) };
}

/**
 * n8n stores run data as a list in which every text or object stands once and is referred to by its place.
 */
function unflatten(text: string): unknown {
	const list = JSON.parse(text) as unknown[];
	const made = new Map<number, unknown>();
	const at = (place: number): unknown => {
		if (made.has(place)) return made.get(place);
		const stored = list[place];
		if (typeof stored !== 'object' || stored === null) return stored;
		const filled: unknown[] | Record<string, unknown> = Array.isArray(stored) ? [] : {};
		made.set(place, filled);
		for (const [key, value] of Object.entries(stored)) {
			// references are numbers written as text; everything else stands for itself
			(filled as Record<string, unknown>)[key] = typeof value === 'string' ? at(Number(value)) : value;
		}
		return filled;
	};
	return at(0);
}
