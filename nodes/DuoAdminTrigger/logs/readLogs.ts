import type { IPollFunctions } from 'n8n-workflow';

import type { Duo } from '../../shared/duo/Duo';
import { isRateLimit } from '../../shared/duo/retry';
import { toError } from '../../shared/errors/toError';
import { collect, startAt, type LogState } from '../../shared/logs/collect';
import { countOf } from '../../shared/logs/SeenRows';
import { toEvent } from '../../shared/logs/sources';
import type { Findings } from '../pollResult';
import type { TriggerSettings } from '../settings';
import type { Places } from '../state';

import { refusedPushesOf } from './RefusedPushes';
import { watchesOf, type Watch } from './watches';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Duo's logs lag by about two minutes: what is newer is not there yet, or not complete. */
const LAG = 2 * MINUTE;

/** A backlog is read in steps: so many pages of a log in one poll. */
const MOST_PAGES = 20;

/**
 * Fingerprints that are kept, for all logs together: 240 kB. Ten minutes of 100,000 events an hour need
 * 16,667. Beyond that, less is read again, so that an event that comes late may be missed, but none comes
 * twice.
 */
const MOST_SEEN = 20_000;

/** With alerts, what is known of refused pushes may need as much room as these. */
const MOST_SEEN_WITH_ALERTS = 15_500;

/** Duo keeps 180 days; an hour less, so that no range begins too early while it is read. */
const REACH = (180 * 24 - 1) * HOUR;

/** For each log that is watched, even beside a very busy one. */
const LEAST_SEEN = 500;

/** What a poll grants the reading of one account. */
export interface ReadingTerms {
	/** No page is begun after this time, in milliseconds since 1970. */
	deadline: number;
	/** Which part of the stored state the account may claim in any case: 1 when it is the only one. */
	share: number;
	/** How many fingerprints are kept for other accounts. */
	seenElsewhere: () => number;
	/** Where a log begins that was not watched before, if that is not now; in milliseconds since 1970. */
	begin?: number;
}

/**
 * Reads each log as far as it goes, the one furthest behind first; a log that fails does not stop the others.
 * Once Duo asks to slow down (it allows few calls for logs a minute), the others wait for the next poll.
 * Moves the places.
 */
export async function readLogs(
	n8n: IPollFunctions,
	settings: TriggerSettings,
	duo: Duo,
	places: Places,
	{ deadline, share, seenElsewhere, begin }: ReadingTerms,
): Promise<Findings> {
	const findings: Findings = { events: [], faults: [] };
	const pushes = refusedPushesOf(settings, places.refusedPushes);
	const mostSeen = settings.triggerOn === 'securityAlert' ? MOST_SEEN_WITH_ALERTS : MOST_SEEN;
	let isSlowedDown = false;

	for (const watch of furthestBehindFirst(watchesOf(settings, pushes), places)) {
		const { log, filters, wants, labels } = watch;
		const known = places.logs[log.value];
		if (known && isSlowedDown) continue;
		try {
			const place = known ? withinReach(known) : await firstPlace(settings, watch, duo, places, begin);
			places.logs[log.value] = place;
			const { rows, state, hasMore, fault } = await collect(
				log,
				place,
				async (range) => await log.readPage(duo, log.path, range, filters),
				{
					now: Date.now,
					lag: LAG,
					rescan: settings.rescan,
					deadline,
					mostPages: isSlowedDown ? 0 : MOST_PAGES,
					mostSeen: Math.max(
						Math.ceil(LEAST_SEEN * share),
						mostSeen - seenInOthers(places, log.value) - seenElsewhere(),
					),
					wants,
				},
			);
			places.logs[log.value] = state;
			places.refusedPushes = pushes.stored();
			findings.events.push(...rows.map((row) => ({ ...toEvent(log, row), ...labels(row) })));
			n8n.logger[share < 1 ? 'debug' : 'info'](
				`Duo Admin Trigger “${n8n.getNode().name}”: ${placeText(log.value, state, hasMore)}`,
			);
			if (fault) findings.faults.push({ ...faultOf(watch), fault, isFirstPoll: false });
			isSlowedDown ||= isRateLimit(fault);
		} catch (thrown) {
			findings.faults.push({ ...faultOf(watch), fault: toError(thrown), isFirstPoll: !known });
			isSlowedDown ||= isRateLimit(thrown);
		}
	}
	return findings;
}

function furthestBehindFirst(watches: Watch[], { logs }: Places): Watch[] {
	const readTo = ({ log }: Watch) => logs[log.value]?.readTo ?? 0;
	return watches.sort((a, b) => readTo(a) - readTo(b));
}

/**
 * Where to begin in a log that was not watched before: now by Duo's clock, or as far back as the user wants.
 * Asking Duo also shows at activation whether the log may be read at all. When Duo asks to slow down, the
 * clock is taken from another log, or trusted: a log that begins later than the others would miss what
 * happens until then.
 */
async function firstPlace(
	{ startBack }: TriggerSettings,
	{ log, filters }: Watch,
	duo: Duo,
	places: Places,
	begin?: number,
): Promise<LogState> {
	const now = Date.now();
	const range = { from: now - LAG - MINUTE, to: now - LAG };
	try {
		places.clockAhead = (await log.readPage(duo, log.path, range, filters)).clockAhead ?? 0;
	} catch (fault) {
		if (!isRateLimit(fault)) throw toError(fault);
	}
	const back = Math.min(startBack, REACH);
	const start = Math.min(begin ?? now, now) - (places.clockAhead ?? 0) - back;
	return startAt(Math.floor(start / 1000) * 1000);
}

/** After a pause longer than Duo keeps its logs, reading begins with what is still there. */
function withinReach(place: LogState): LogState {
	const oldest = Date.now() - REACH;
	return Math.min(place.readTo, place.walk?.from ?? Infinity) < oldest ? startAt(oldest) : place;
}

function faultOf({ log }: Watch) {
	return { key: log.value, title: `The log “${log.name}”`, permissions: ['log'] as const };
}

function placeText(name: string, { readTo, walk }: LogState, hasMore: boolean): string {
	const reached = walk?.newest ?? readTo;
	const behind = Math.round((Date.now() - reached) / 1000);
	const more = hasMore ? ', more is waiting' : '';
	return `${name} is read up to ${new Date(reached).toISOString()}, ${behind} s behind now${more}`;
}

function seenInOthers({ logs }: Places, name: string): number {
	const others = Object.entries(logs).filter(([other]) => other !== name);
	return others.reduce((sum, [, { seen }]) => sum + countOf(seen), 0);
}

/** How many fingerprints are kept for an account. */
export function seenIn({ logs }: Places): number {
	return Object.values(logs).reduce((sum, { seen }) => sum + countOf(seen), 0);
}
