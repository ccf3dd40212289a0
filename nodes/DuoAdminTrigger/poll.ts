import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import pLimit from 'p-limit';

import { DUO_ADMIN } from '../DuoAdmin/credential';
import {
	accountLabels,
	AccountsOfRun,
	childAccountLocator,
	chosenAccounts,
	chosenCredential,
	type AccountOfRun,
	type ReadParameter,
} from '../shared/accountsOfRun';
import { explain } from '../shared/errors/explain';
import { asError } from '../shared/errors/halfDone';
import { InputError } from '../shared/errors/InputError';
import type { NodeCredential } from '../shared/execute';
import { toEvent } from '../shared/logs/sources';
import { Duo } from '../shared/transport/Duo';
import { isPassing, isRateLimit } from '../shared/transport/retry';
import type { Findings, PollFault } from './findings';
import type { InventoryKind } from './inventory/kinds';
import { chosenKinds } from './inventory/readInventories';
import { newestRows } from './newest';
import { accountOf, readMemory, type Memory, type Places } from './places';
import { readAccounts } from './readAccounts';
import { readWatches } from './watches';

const HOUR = 3_600_000;

/** How many of the newest events of each log a test in the editor shows. */
const TEST_EVENTS = 5;

/** Of how many child accounts. */
const TEST_ACCOUNTS = 10;

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
	const { type } = credentialOf(n8n);
	const stored = n8n.getWorkflowStaticData('node');
	const memory = readMemory(stored, accountOf(await n8n.getCredentials(type)));
	const { events, faults } = await findingsSince(n8n, memory);

	for (const { title, fault } of faults) {
		n8n.logger.warn(`Duo Admin Trigger “${n8n.getNode().name}”: ${title} cannot be read: ${fault.message}`);
	}
	const due = events.length === 0 ? faults.filter((fault) => isDue(fault, memory)) : [];
	for (const { key } of due) memory.reported[key] = Date.now();
	Object.assign(stored, memory);
	if (due[0]) throw explainFault(n8n, due[0]);
	return events;
}

async function findingsSince(n8n: IPollFunctions, memory: Memory): Promise<Findings> {
	const duo = new Duo(n8n, credentialOf(n8n).type, { patient: false });
	let accounts: AccountOfRun[];
	try {
		accounts = await accountsOf(n8n, duo);
	} catch (thrown) {
		const title = 'The list of child accounts';
		const isFirstPoll = memory.children === undefined;
		return {
			events: [],
			faults: [{ key: 'accounts', title, permissions: [], fault: asError(thrown), isFirstPoll }],
		};
	}
	return await readAccounts(n8n, accounts, memory);
}

/** The newest events at once, for a test in the editor; places are neither used nor moved. */
async function showNewest(n8n: IPollFunctions): Promise<IDataObject[]> {
	try {
		const accounts = await accountsOf(n8n, new Duo(n8n, credentialOf(n8n).type));
		const shown = await pLimit(TEST_ACCOUNTS).map(accounts.slice(0, TEST_ACCOUNTS), async ({ duo, child }) =>
			(await newestEvents(n8n, duo)).map((event) => ({ ...accountLabels(child), ...event })),
		);
		return shown.flat();
	} catch (fault) {
		throw explain(fault, circumstances(n8n));
	}
}

async function newestEvents(n8n: IPollFunctions, duo: Duo): Promise<IDataObject[]> {
	const [kind] = chosenKinds(n8n);
	if (kind) return await exampleOf(duo, kind);
	const events: IDataObject[] = [];
	for (const watch of readWatches(n8n)) {
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

async function accountsOf(n8n: IPollFunctions, duo: Duo): Promise<AccountOfRun[]> {
	const childAccount = () => childAccountLocator(n8n.getNodeParameter('childAccount'));
	return await new AccountsOfRun(duo).of(chosenAccounts(reader(n8n), childAccount));
}

function credentialOf(n8n: IPollFunctions): NodeCredential {
	return chosenCredential(reader(n8n), DUO_ADMIN);
}

function reader(n8n: IPollFunctions): ReadParameter {
	return (name, fallback) => n8n.getNodeParameter(name, fallback);
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
	return { node: n8n.getNode(), credentialName: credentialOf(n8n).name, permissions: ['log'] as const };
}

function toOutput(events: IDataObject[]): INodeExecutionData[][] | null {
	return events.length === 0 ? null : [events.map((json) => ({ json }))];
}
