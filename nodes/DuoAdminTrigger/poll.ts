import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import pLimit from 'p-limit';

import { accountLabels, RunAccounts, type RunAccount } from '../shared/accounts/RunAccounts';
import { Duo } from '../shared/duo/Duo';
import { isTransient, isRateLimit } from '../shared/duo/retry';
import { toError } from '../shared/errors/toError';
import { toNodeError } from '../shared/errors/toNodeError';
import { toEvent } from '../shared/logs/sources';

import type { InventoryKind } from './inventory/kinds';
import { refusedPushesOf } from './logs/RefusedPushes';
import { watchesOf } from './logs/watches';
import { readAccounts } from './pollAccounts';
import type { Findings, PollFault } from './pollResult';
import { newestRows } from './sample';
import { readSettings, type TriggerSettings } from './settings';
import { accountOf, readMemory, type Memory, type Places } from './state';

const HOUR = 3_600_000;

/** How many of the newest events of each log a test in the editor shows. */
const TEST_EVENTS = 5;

/** Of how many child accounts. */
const TEST_ACCOUNTS = 10;

/** Polls that are under way: n8n begins another one when a poll takes longer than its interval. */
const underWay = new Set<string>();

/**
 * One poll of the trigger: reads on in each watched log and hands out what is new, or null. The place in the
 * logs is stored at the very end, so that whatever fails before costs nothing but another try.
 */
export async function poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	const settings = settingsOf(this);
	if (this.getMode() === 'manual') return toOutput(await showNewest(this, settings));

	const id = `${this.getWorkflow().id} ${this.getNode().id}`;
	if (underWay.has(id)) return null;
	underWay.add(id);
	try {
		return toOutput(await readOn(this, settings));
	} finally {
		underWay.delete(id);
	}
}

async function readOn(n8n: IPollFunctions, settings: TriggerSettings): Promise<IDataObject[]> {
	const stored = n8n.getWorkflowStaticData('node');
	const memory = readMemory(stored, accountOf(await n8n.getCredentials(settings.credential.type)));
	const { events, faults } = await findingsSince(n8n, settings, memory);

	for (const { title, fault } of faults) {
		n8n.logger.warn(`Duo Admin Trigger “${n8n.getNode().name}”: ${title} cannot be read: ${fault.message}`);
	}
	const due = events.length === 0 ? faults.filter((fault) => isDue(fault, memory)) : [];
	for (const { key } of due) memory.reported[key] = Date.now();
	Object.assign(stored, memory);
	if (due[0]) throw explainFault(n8n, settings, due[0]);
	return events;
}

async function findingsSince(
	n8n: IPollFunctions,
	settings: TriggerSettings,
	memory: Memory,
): Promise<Findings> {
	const duo = new Duo(n8n, settings.credential.type, { retry: false });
	let accounts: RunAccount[];
	try {
		accounts = await new RunAccounts(duo).of(settings.accounts);
	} catch (thrown) {
		const title = 'The list of child accounts';
		const isFirstPoll = memory.children === undefined;
		return {
			events: [],
			faults: [{ key: 'accounts', title, permissions: [], fault: toError(thrown), isFirstPoll }],
		};
	}
	return await readAccounts(n8n, settings, accounts, memory);
}

/** The newest events at once, for a test in the editor; places are neither used nor moved. */
async function showNewest(n8n: IPollFunctions, settings: TriggerSettings): Promise<IDataObject[]> {
	try {
		const duoOfKeys = new Duo(n8n, settings.credential.type);
		const accounts = await new RunAccounts(duoOfKeys).of(settings.accounts);
		const shown = await pLimit(TEST_ACCOUNTS).map(accounts.slice(0, TEST_ACCOUNTS), async ({ duo, child }) =>
			(await newestEvents(settings, duo)).map((event) => ({ ...accountLabels(child), ...event })),
		);
		return shown.flat();
	} catch (fault) {
		throw toNodeError(fault, circumstances(n8n, settings));
	}
}

async function newestEvents(settings: TriggerSettings, duo: Duo): Promise<IDataObject[]> {
	const [kind] = settings.objects;
	if (kind) return await exampleOf(duo, kind);
	const events: IDataObject[] = [];
	for (const watch of watchesOf(settings, refusedPushesOf(settings))) {
		const rows = await newestRows(duo, watch, TEST_EVENTS);
		events.push(...rows.map((row) => ({ ...toEvent(watch.log, row), ...watch.labels(row) })));
	}
	return events;
}

/** One object, in the shape of a change. */
async function exampleOf(duo: Duo, kind: InventoryKind): Promise<IDataObject[]> {
	const example = await duo.list<IDataObject>(kind.path, { limit: 1 });
	return example.map((object) => ({
		time: new Date().toISOString(),
		object: kind.value,
		change: 'example',
		id: object[kind.idField],
		name: kind.nameOf(object) ?? null,
		changedFields: null,
		before: null,
		after: kind.essence(object),
	}));
}

/** @throws a node's error when a parameter does not fit. */
function settingsOf(n8n: IPollFunctions): TriggerSettings {
	try {
		return readSettings(n8n);
	} catch (fault) {
		throw toNodeError(fault, { node: n8n.getNode(), credentialName: '', permissions: [] });
	}
}

/**
 * Whether a fault is worth a failed execution: a passing one only if there is no place yet to go on from; a
 * lasting one once an hour.
 */
function isDue({ key, fault, isFirstPoll }: PollFault, { reported }: Places): boolean {
	if (isFirstPoll) return true;
	if (isTransient(fault) || isRateLimit(fault)) return false;
	return Date.now() - (reported[key] ?? 0) >= HOUR;
}

function explainFault(
	n8n: IPollFunctions,
	settings: TriggerSettings,
	{ title, fault, permissions }: PollFault,
): Error {
	const error = toNodeError(fault, { ...circumstances(n8n, settings), permissions });
	error.message = `${title} cannot be read: ${error.message}`;
	return error;
}

function circumstances(n8n: IPollFunctions, { credential }: TriggerSettings) {
	return { node: n8n.getNode(), credentialName: credential.name, permissions: ['log'] as const };
}

function toOutput(events: IDataObject[]): INodeExecutionData[][] | null {
	return events.length === 0 ? null : [events.map((json) => ({ json }))];
}
