import type { IPollFunctions } from 'n8n-workflow';
import pLimit from 'p-limit';

import { accountLabels, type RunAccount } from '../shared/accounts/RunAccounts';

import { forgetUnwatched, readInventories, watchedIn } from './inventory/readInventories';
import { readLogs, seenIn } from './logs/readLogs';
import type { Findings } from './pollResult';
import type { TriggerSettings } from './settings';
import { noPlaces, type Memory, type Places } from './state';

const MINUTE = 60_000;

/** Each account has rate limits of its own, so several are read side by side. */
const ACCOUNTS_SIDE_BY_SIDE = 10;

/** Child accounts of one parent, with the places in each. */
type Children = Array<{ account: RunAccount; places: Places }>;

/** Reads on in every account that is watched. One that fails stops no other. Moves the places. */
export async function readAccounts(
	n8n: IPollFunctions,
	settings: TriggerSettings,
	accounts: RunAccount[],
	memory: Memory,
): Promise<Findings> {
	const deadline = Date.now() + pollBudget(n8n);
	const [own] = accounts;
	if (own && !own.child) {
		forgetUnwatched(n8n, settings, new Map([[memory.account, memory]]));
		for (const child of Object.values(memory.children ?? {})) child.inventory = {};
		const nowhere = { seenElsewhere: () => 0, watchedElsewhere: () => 0 };
		return await read(n8n, settings, own, memory, memory.account, { deadline, share: 1, ...nowhere });
	}

	const children = placesOf(accounts, memory);
	forgetUnwatched(
		n8n,
		settings,
		new Map(children.map(({ account, places }) => [account.child!.account_id, places])),
	);
	memory.inventory = {};
	const watchedInAll = () => children.reduce((sum, { places }) => sum + watchedIn(places), 0);
	const seenInAll = () => children.reduce((sum, { places }) => sum + seenIn(places), 0);
	const findings = await pLimit(ACCOUNTS_SIDE_BY_SIDE).map(
		furthestBehindFirst(children),
		async ({ account, places }) => {
			const { events, faults } = await read(n8n, settings, account, places, account.child!.account_id, {
				deadline,
				share: 1 / children.length,
				seenElsewhere: () => seenInAll() - seenIn(places),
				watchedElsewhere: () => watchedInAll() - watchedIn(places),
				begin: places.begin,
			});
			if (!faults.some(({ isFirstPoll }) => isFirstPoll)) delete places.begin;
			return {
				events: events.map((event) => ({ ...accountLabels(account.child), ...event })),
				faults: faults.map((fault) => ({
					...fault,
					key: `${account.child!.account_id} ${fault.key}`,
					title: `${fault.title} of ${account.child!.name}`,
					isFirstPoll: fault.isFirstPoll && !account.isOneOfMany,
				})),
			};
		},
	);
	tellHowFarBehind(n8n, children);
	// One account that cannot be read is no reason to read none, but none at all is no beginning.
	const isBegun = children.some(({ places }) => isWatched(places));
	const faults = findings.flatMap((found) => found.faults);
	return {
		events: findings.flatMap(({ events }) => events),
		faults: isBegun ? faults : faults.map((fault) => ({ ...fault, isFirstPoll: true })),
	};
}

function isWatched({ logs, inventory }: Places): boolean {
	return Object.keys(logs).length + Object.keys(inventory).length > 0;
}

async function read(
	n8n: IPollFunctions,
	settings: TriggerSettings,
	{ duo }: RunAccount,
	places: Places,
	accountId: string,
	terms: Parameters<typeof readLogs>[4] & { watchedElsewhere: () => number },
): Promise<Findings> {
	return settings.triggerOn === 'inventoryChange'
		? await readInventories(n8n, settings, duo, places, accountId, terms.watchedElsewhere)
		: await readLogs(n8n, settings, duo, places, terms);
}

/**
 * The places in each child account; those in accounts that are gone are forgotten. What happened in an
 * account that is new since the last poll happened after that poll.
 */
function placesOf(accounts: RunAccount[], memory: Memory): Children {
	const now = Date.now();
	const { children: known = {}, listedAt = now } = memory;
	const children = accounts.map((account) => ({
		account,
		places: known[account.child!.account_id] ?? { ...noPlaces(), begin: listedAt },
	}));
	memory.children = Object.fromEntries(
		children.map(({ account, places }) => [account.child!.account_id, places]),
	);
	memory.listedAt = now;
	return children;
}

function furthestBehindFirst(children: Children): Children {
	return [...children].sort((a, b) => readTo(a.places) - readTo(b.places));
}

/** How far an account has been read, in milliseconds since 1970. */
function readTo({ logs }: Places): number {
	return Math.min(...Object.values(logs).map((log) => log.readTo));
}

function tellHowFarBehind(n8n: IPollFunctions, children: Children): void {
	const reached = Math.min(...children.map(({ places }) => readTo(places)));
	if (!Number.isFinite(reached)) return;
	const seconds = Math.round((Date.now() - reached) / 1000);
	n8n.logger.info(
		`Duo Admin Trigger “${n8n.getNode().name}”: ${children.length} child accounts are read, the one furthest behind is ${seconds} s behind now`,
	);
}

/**
 * Milliseconds. n8n grants five minutes, less with its durable scheduler; half of it leaves room for the last
 * page.
 */
function pollBudget(n8n: IPollFunctions): number {
	const { getPollBudgetMs } = n8n as { getPollBudgetMs?: () => number };
	return (getPollBudgetMs?.call(n8n) ?? 5 * MINUTE) / 2;
}
