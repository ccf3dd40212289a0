import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import { DUO_ADMIN } from '../DuoAdmin/credential';
import { explain } from '../shared/errors/explain';
import { InputError } from '../shared/errors/InputError';
import { toEvent } from '../shared/logs/sources';
import { Duo } from '../shared/transport/Duo';
import { isPassing, isRateLimit } from '../shared/transport/retry';
import type { Findings, PollFault } from './findings';
import { chosenKinds, readInventories } from './inventory/readInventories';
import { newestRows } from './newest';
import { accountOf, readPlaces, type Places } from './places';
import { readLogs } from './readLogs';
import { readWatches } from './watches';

const HOUR = 3_600_000;

/** How many of the newest events of each log a test in the editor shows. */
const TEST_EVENTS = 5;

/** Polls that are under way: n8n begins another one when a poll takes longer than its interval. */
const underWay = new Set<string>();

/**
 * One poll of the trigger: reads on in each watched log and hands out what is new, or null. The place in the logs is
 * stored at the very end, so that whatever fails before costs nothing but another try.
 */
export async function poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	if (readWatches(this).length + chosenKinds(this).length === 0) {
		const hint = 'Choose at least one log, alert or kind of object.';
		throw explain(new InputError('Nothing is chosen to be watched', hint), circumstances(this));
	}
	if (this.getMode() === 'manual') return toOutput(await showNewest(this));

	const id = `${this.getWorkflow().id} ${this.getNode().id}`;
	if (underWay.has(id)) return null;
	underWay.add(id);
	try {
		return toOutput(await readOn(this));
	} finally {
		underWay.delete(id);
	}
}

async function readOn(n8n: IPollFunctions): Promise<IDataObject[]> {
	const stored = n8n.getWorkflowStaticData('node');
	const places = readPlaces(stored, await accountOf(n8n));
	const duo = new Duo(n8n, DUO_ADMIN.type, { patient: false });
	const read = n8n.getNodeParameter('source') === 'inventory' ? readInventories : readLogs;
	const { events, faults }: Findings = await read(n8n, duo, places);

	for (const { title, fault } of faults) {
		n8n.logger.warn(`Duo Trigger “${n8n.getNode().name}”: ${title} cannot be read: ${fault.message}`);
	}
	const due = events.length === 0 ? faults.filter((fault) => isDue(fault, places)) : [];
	for (const { key } of due) places.reported[key] = Date.now();
	Object.assign(stored, places);
	if (due[0]) throw explainFault(n8n, due[0]);
	return events;
}

/** The newest events at once, for a test in the editor; places are neither used nor moved. */
async function showNewest(n8n: IPollFunctions): Promise<IDataObject[]> {
	const duo = new Duo(n8n, DUO_ADMIN.type);
	const kinds = chosenKinds(n8n);
	try {
		if (kinds.length > 0) {
			const example = await duo.list<IDataObject>(kinds[0]!.path, { limit: 1 });
			return example.map((object) => ({
				stream: 'inventory',
				time: new Date().toISOString(),
				event: {
					kind: kinds[0]!.value,
					change: 'example',
					id: object[kinds[0]!.idField],
					name: kinds[0]!.nameOf(object),
					changed: null,
					before: null,
					after: kinds[0]!.essence(object),
				} as IDataObject,
			}));
		}
		const events: IDataObject[] = [];
		for (const watch of readWatches(n8n)) {
			const rows = await newestRows(duo, watch, TEST_EVENTS);
			events.push(...rows.map((row) => ({ ...toEvent(watch.log, row), ...watch.labels(row) })));
		}
		return events;
	} catch (fault) {
		throw explain(fault, circumstances(n8n));
	}
}

/**
 * Whether a fault is worth a failed execution: a passing one only if there is no place yet to go on from; a lasting one
 * once an hour.
 */
function isDue({ key, fault, isFirstPoll }: PollFault, { reported }: Places): boolean {
	if (isFirstPoll) return true;
	if (isPassing(fault) || isRateLimit(fault)) return false;
	return Date.now() - (reported[key] ?? 0) >= HOUR;
}

function explainFault(n8n: IPollFunctions, { title, fault, permissions }: PollFault): Error {
	const error = explain(fault, { ...circumstances(n8n), permissions });
	error.message = `${title} cannot be read: ${error.message}`;
	return error;
}

function circumstances(n8n: IPollFunctions) {
	return { node: n8n.getNode(), credentialName: DUO_ADMIN.name, permissions: ['log'] as const };
}

function toOutput(events: IDataObject[]): INodeExecutionData[][] | null {
	return events.length === 0 ? null : [events.map((json) => ({ json }))];
}
