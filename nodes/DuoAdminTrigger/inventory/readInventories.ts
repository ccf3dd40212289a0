import type { IPollFunctions } from 'n8n-workflow';

import type { Duo } from '../../shared/duo/Duo';
import { InputError } from '../../shared/errors/InputError';
import { toError } from '../../shared/errors/toError';
import type { Findings } from '../pollResult';
import type { TriggerSettings } from '../settings';
import type { Places } from '../state';

import { changesBetween, fingerprintsOf } from './compare';
import { readInventory } from './readInventory';
import { RememberedSnapshots } from './RememberedSnapshots';

/** Some hundred megabytes at most. */
const remembered = new RememberedSnapshots(100_000);

/** Fingerprints that one trigger stores, in all accounts and kinds together: 6 MB. */
const MOST_WATCHED = 200_000;

/**
 * Compares each kind of objects with the last poll. The first poll only takes note. Moves the places.
 *
 * @param watchedElsewhere how many objects are watched in other accounts.
 */
export async function readInventories(
	n8n: IPollFunctions,
	{ objects }: TriggerSettings,
	duo: Duo,
	places: Places,
	accountId: string,
	watchedElsewhere: () => number,
): Promise<Findings> {
	const findings: Findings = { events: [], faults: [] };
	const time = new Date().toISOString();
	const watcher = { trigger: triggerOf(n8n), account: accountId };
	for (const kind of objects) {
		const known = places.inventory[kind.value];
		try {
			const now = await readInventory(duo, kind, known ?? {});
			requireRoom(now.size, watchedIn(places) - sizeOf(known) + watchedElsewhere());
			const changes = known ? changesBetween(kind, known, now, remembered.get(watcher, kind.value)) : [];
			findings.events.push(...changes.map((change) => ({ time, ...change })));
			places.inventory[kind.value] = fingerprintsOf(now);
			remembered.note(watcher, kind.value, now);
		} catch (thrown) {
			findings.faults.push({
				key: kind.value,
				title: `The list of ${kind.name.toLowerCase()}`,
				permissions: [kind.permission],
				fault: toError(thrown),
				isFirstPoll: !known,
			});
		}
	}
	return findings;
}

/**
 * Forgets the objects of kinds and accounts that are no longer watched. Should they be chosen again, the
 * first poll only takes note.
 *
 * @param watched the places in each account that is watched.
 */
export function forgetUnwatched(
	n8n: IPollFunctions,
	{ objects }: TriggerSettings,
	watched: ReadonlyMap<string, Places>,
): void {
	const chosen = objects.map(({ value }) => value);
	for (const places of watched.values()) {
		const kept = Object.entries(places.inventory).filter(([kind]) => chosen.includes(kind));
		places.inventory = Object.fromEntries(kept);
	}
	remembered.keepOnly(triggerOf(n8n), (account, kind) => watched.has(account) && chosen.includes(kind));
}

/** How many objects are watched in an account. */
export function watchedIn({ inventory }: Places): number {
	return Object.values(inventory).reduce((sum, known) => sum + sizeOf(known), 0);
}

function sizeOf(known: object = {}): number {
	return Object.keys(known).length;
}

function triggerOf(n8n: IPollFunctions): string {
	return `${n8n.getWorkflow().id} ${n8n.getNode().id}`;
}

/** @throws InputError when what is stored would grow without bounds. */
function requireRoom(objects: number, others: number): void {
	if (objects + others <= MOST_WATCHED) return;
	const most = MOST_WATCHED.toLocaleString('en');
	throw new InputError(
		`one trigger watches at most ${most} objects, and with these there would be ${objects + others}`,
		'Choose fewer kinds of objects, or watch the child accounts with several triggers. What is watched already stays watched.',
	);
}
