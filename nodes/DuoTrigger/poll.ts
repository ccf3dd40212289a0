import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import { DUO_ADMIN } from '../DuoAdmin/credential';
import { asError } from '../shared/errors/halfDone';
import { explain } from '../shared/errors/explain';
import { InputError } from '../shared/errors/InputError';
import { Duo } from '../shared/transport/Duo';
import { isPassing, isRateLimit } from '../shared/transport/retry';
import { collect, startAt, type LogState } from '../shared/logs/collect';
import { newestRows } from './newest';
import { toEvent } from '../shared/logs/sources';
import { accountOf, readPlaces, type Places } from './places';
import { readWatches, type Watch } from './watches';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Duo's logs lag by about two minutes: what is newer is not there yet, or not complete. */
const LAG = 2 * MINUTE;

/** A backlog is read in steps: so many pages of a log in one poll. */
const MOST_PAGES = 20;

/**
 * Fingerprints that are kept, for all logs together: 240 kB. Ten minutes of 100,000 events an hour need 16,667. Beyond
 * that, less is read again, so that an event that comes late may be missed, but none comes twice.
 */
const MOST_SEEN = 20_000;

/** For each log that is watched, even beside a very busy one. */
const LEAST_SEEN = 500;

/** How many of the newest events of each log a test in the editor shows. */
const TEST_EVENTS = 5;

/** Polls that are under way: n8n begins another one when a poll takes longer than its interval. */
const underWay = new Set<string>();

/** What one poll found. */
interface Findings {
	events: IDataObject[];
	faults: Array<{ watch: Watch; fault: Error; isFirstPoll: boolean }>;
}

/**
 * One poll of the trigger: reads on in each watched log and hands out what is new, or null. The place in the logs is
 * stored at the very end, so that whatever fails before costs nothing but another try.
 */
export async function poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	const watches = readWatches(this);
	if (watches.length === 0) {
		throw explainFor(
			this,
			new InputError('Nothing is chosen to be watched', 'Choose at least one log or alert.'),
		);
	}
	if (this.getMode() === 'manual') return await showNewest(this, watches);

	const id = `${this.getWorkflow().id} ${this.getNode().id}`;
	if (underWay.has(id)) return null;
	underWay.add(id);
	try {
		return await readOn(this, watches);
	} finally {
		underWay.delete(id);
	}
}

async function readOn(n8n: IPollFunctions, watches: Watch[]): Promise<INodeExecutionData[][] | null> {
	const stored = n8n.getWorkflowStaticData('node');
	const account = await accountOf(n8n);
	const places = readPlaces(stored, account);
	const { events, faults } = await readLogs(n8n, watches, places);

	const toReport = events.length === 0 ? faults.filter((each) => isDue(each, places)) : [];
	for (const { watch } of toReport) places.reported[watch.log.value] = Date.now();
	Object.assign(stored, places);

	const [worst] = toReport;
	if (worst) throw explainFor(n8n, worst.fault, worst.watch);
	return events.length === 0 ? null : [events.map((json) => ({ json }))];
}

/** Reads each log as far as it goes; a log that fails does not stop the others. Moves the places. */
async function readLogs(n8n: IPollFunctions, watches: Watch[], places: Places): Promise<Findings> {
	const duo = new Duo(n8n, DUO_ADMIN.type, { patient: false });
	const deadline = Date.now() + pollBudget(n8n);
	const options = n8n.getNodeParameter('options', {}) as { rescanMinutes?: number };
	const findings: Findings = { events: [], faults: [] };

	for (const watch of watches) {
		const { log, filters, wants, labels } = watch;
		const known = places.logs[log.value];
		try {
			const { rows, state, hasMore, fault } = await collect(
				log,
				known ?? (await firstPlace(n8n, watch, duo)),
				async (range) => await log.readPage(duo, log.path, range, filters),
				{
					now: Date.now,
					lag: LAG,
					rescan: (options.rescanMinutes ?? 10) * MINUTE,
					deadline,
					mostPages: MOST_PAGES,
					mostSeen: Math.max(LEAST_SEEN, MOST_SEEN - seenInOthers(places, log.value)),
					wants,
				},
			);
			places.logs[log.value] = state;
			findings.events.push(...rows.map((row) => ({ ...toEvent(log, row), ...labels(row) })));
			n8n.logger.info(`Duo Trigger “${n8n.getNode().name}”: ${placeText(log.value, state, hasMore)}`);
			if (fault) findings.faults.push({ watch, fault, isFirstPoll: false });
		} catch (thrown) {
			findings.faults.push({ watch, fault: asError(thrown), isFirstPoll: !known });
		}
	}
	for (const { watch, fault } of findings.faults) {
		n8n.logger.warn(`Duo Trigger “${n8n.getNode().name}”: ${watch.log.value} was not read: ${fault.message}`);
	}
	return findings;
}

/**
 * Where to begin in a log that was not watched before: now by Duo's clock, or as far back as the user wants. Asking Duo
 * also shows at activation whether the log may be read at all.
 */
async function firstPlace(n8n: IPollFunctions, { log, filters }: Watch, duo: Duo): Promise<LogState> {
	const now = Date.now();
	const range = { from: now - LAG - MINUTE, to: now - LAG };
	const { clockAhead = 0 } = await log.readPage(duo, log.path, range, filters);
	const hoursBack = Number(n8n.getNodeParameter('startBackHours', 0));
	// An hour less than the 180 days that Duo keeps, so that no range begins too early while it is read.
	const back = Math.min(Math.max(hoursBack, 0), 180 * 24 - 1) * HOUR;
	return startAt(Math.floor((now - clockAhead - back) / 1000) * 1000);
}

/** The newest events at once, for a test in the editor; places are neither used nor moved. */
async function showNewest(n8n: IPollFunctions, watches: Watch[]): Promise<INodeExecutionData[][] | null> {
	const duo = new Duo(n8n, DUO_ADMIN.type);
	const events: IDataObject[] = [];
	for (const watch of watches) {
		try {
			const rows = await newestRows(duo, watch, TEST_EVENTS);
			events.push(...rows.map((row) => ({ ...toEvent(watch.log, row), ...watch.labels(row) })));
		} catch (fault) {
			throw explainFor(n8n, fault, watch);
		}
	}
	return events.length === 0 ? null : [events.map((json) => ({ json }))];
}

/**
 * Whether a fault is worth a failed execution: a passing one only if there is no place yet to go on from; a lasting one
 * once an hour.
 */
function isDue({ watch, fault, isFirstPoll }: Findings['faults'][number], { reported }: Places): boolean {
	if (isFirstPoll) return true;
	if (isPassing(fault) || isRateLimit(fault)) return false;
	return Date.now() - (reported[watch.log.value] ?? 0) >= HOUR;
}

function explainFor(n8n: IPollFunctions, fault: unknown, watch?: Watch): Error {
	const error = explain(fault, {
		node: n8n.getNode(),
		credentialName: DUO_ADMIN.name,
		permissions: ['log'],
	});
	if (watch) error.message = `The log “${watch.log.name}” cannot be read: ${error.message}`;
	return error;
}

function placeText(name: string, { readTo, walk }: LogState, hasMore: boolean): string {
	const reached = walk?.newest ?? readTo;
	const behind = Math.round((Date.now() - reached) / 1000);
	const more = hasMore ? ', more is waiting' : '';
	return `${name} is read up to ${new Date(reached).toISOString()}, ${behind} s behind now${more}`;
}

function seenInOthers({ logs }: Places, name: string): number {
	const others = Object.entries(logs).filter(([other]) => other !== name);
	return others
		.flatMap(([, { seen }]) => Object.values(seen))
		.reduce((sum, text) => sum + text.length / 12, 0);
}

/** Milliseconds. n8n grants five minutes, less with its durable scheduler; half of it leaves room for the last page. */
function pollBudget(n8n: IPollFunctions): number {
	const { getPollBudgetMs } = n8n as { getPollBudgetMs?: () => number };
	return (getPollBudgetMs?.call(n8n) ?? 5 * MINUTE) / 2;
}
