/** Polls the trigger as n8n does, without n8n's schedule: in this process, against the simulated tenant. */
import { PollContext } from 'n8n-core';
import type { IDataObject, INodeParameters, INodeType } from 'n8n-workflow';

import { apiOf, contextFor, type Keys } from './engine';
import { nodeTypes } from './nodeTypes';

/** An event as the trigger hands it out. */
export interface DuoEvent {
	time: string | null;
	/** Of a log. */
	log: string;
	event: IDataObject;
	alerts?: string[];
	/** Of the inventory. */
	object?: string;
	change?: string;
	id?: string;
	name?: string;
	/** Of a child account. */
	account_id?: string;
	accountName?: string;
}

/** A workflow with a trigger that is active. What n8n would have in its database is kept in `saved`. */
export class ActiveTrigger {
	private context: ReturnType<typeof contextFor>;

	/** The static data as n8n has last saved it. */
	saved = '{}';

	/** What the trigger has written to n8n's log. */
	readonly logged: string[] = [];

	private isStarting = true;

	constructor(
		tenant: { keys: Keys },
		parameters: INodeParameters,
		private readonly key: Keys['admin'] = tenant.keys[apiOf('duoAdminTrigger', parameters)],
	) {
		this.context = contextFor('duoAdminTrigger', parameters, key);
	}

	/** One poll. n8n saves the static data after the poll at its start, and when something is emitted. */
	async poll(mode: 'trigger' | 'manual' = 'trigger'): Promise<DuoEvent[]> {
		const { workflow, node, additionalData } = this.context;
		const context = new PollContext(workflow, node, additionalData, mode, 'activate');
		const log = (text: string) => this.logged.push(text);
		Object.assign(context.logger, { info: log, warn: log });
		const type: INodeType = nodeTypes.getByNameAndVersion('duoAdminTrigger');
		const output = await type.poll!.call(context);
		if (mode === 'trigger' && (output ?? this.isStarting)) this.saved = JSON.stringify(this.staticData);
		this.isStarting = false;
		return (output?.[0] ?? []).map(({ json }) => json as unknown as DuoEvent);
	}

	/** n8n is killed and started again: only what was saved is left. */
	restart(parameters: INodeParameters = this.context.node.parameters): void {
		const staticData = JSON.parse(this.saved) as IDataObject;
		this.context = contextFor('duoAdminTrigger', parameters, this.key, { staticData });
		this.isStarting = true;
	}

	get staticData(): IDataObject {
		const { workflow, node } = this.context;
		return workflow.getStaticData('node', node);
	}
}

/** The parameters of a trigger that watches these logs, from now on. */
/** The values of all logs. */
export const allLogs = [
	'activity',
	'administrator',
	'authentication',
	'offlineEnrollment',
	'telephony',
	'trustMonitor',
] as const;

export const logsOf = (...logs: string[]) => ({
	triggerOn: 'logEvent',
	logs,
	startBackHours: 0,
	filters: {},
	options: {},
});

/** What tells the events of a log apart. */
export const txids = (events: DuoEvent[]) => events.map(({ event }) => event.txid);
