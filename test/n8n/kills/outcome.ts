/** What became of events in a n8n that was killed again and again. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { executionsOf } from '../harness/executions';
import type { RestClient } from '../harness/RestClient';

/** How often an event came out. */
export interface Fate {
	/** In executions that ended well. */
	done: number;
	/** In executions that a kill ended; n8n lists them as crashed, with the event. */
	killed: number;
}

export interface Fates {
	of(txid: string): Fate;
	/** How n8n lists the executions that did not end well, one by one. */
	unfinished: string[];
}

/** Of all events in the executions of a workflow. */
export async function fatesIn(rest: RestClient, workflowId: string): Promise<Fates> {
	const executions = await Promise.all(
		(await executionsOf(rest, workflowId)).map(
			async (id) => await rest.get<{ status: string; data: string }>(`/rest/executions/${id}`),
		),
	);
	const count = (txid: string, isDone: boolean) =>
		executions.filter(({ status, data }) => (status === 'success') === isDone && data.includes(txid)).length;
	return {
		of: (txid) => ({ done: count(txid, true), killed: count(txid, false) }),
		unfinished: executions
			.filter(({ status }) => status !== 'success')
			.map(({ status, data }) => (data.includes('isotimestamp') ? status : `${status}, without data`)),
	};
}

/** How many triggers have a durable cursor in n8n's database: none unless n8n really uses them. */
export function durableCursors(userFolder: string): number {
	const database = new DatabaseSync(join(userFolder, '.n8n/database.sqlite'), { readOnly: true });
	try {
		const row = database
			.prepare(`SELECT count(*) AS count FROM poller_state WHERE cursor LIKE '%readTo%'`)
			.get();
		return Number(row?.count);
	} finally {
		database.close();
	}
}
