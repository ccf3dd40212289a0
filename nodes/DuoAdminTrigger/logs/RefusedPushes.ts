import { createHash } from 'crypto';

import type { IDataObject } from 'n8n-workflow';

import type { LogRow } from '../../shared/logs/LogSource';
import { logs } from '../../shared/logs/sources';
import type { TriggerSettings } from '../settings';

/** When a user is harassed with pushes. Times are milliseconds. */
export interface HarassmentTerms {
	/** So many refused pushes of one user… */
	count: number;
	/** …within so long. */
	within: number;
	/** How far back the log is read again, and late rows turn up. */
	rescan: number;
}

/**
 * By user: for each push 8 characters that are its time, and 4 that tell it from others of the same moment.
 */
export interface StoredPushes {
	byUser: Record<string, string>;
	/** What is not later than this may have been forgotten, and no longer counts. */
	forgottenTo: number;
}

const LENGTH = 12;

/** At most 53 kB are stored. With more than 2,000 refused pushes at a time, the oldest no longer count. */
const MOST = 2000;

const log = logs.find(({ value }) => value === 'authentication')!;

/**
 * The pushes that were refused or left unanswered lately. Rows may come in any order and again and again:
 * each counts once, at the time when it happened. The row that makes a user's pushes enough is the one that
 * tells, and so is each further one as close to enough of them. So whatever the order, none goes by without a
 * row that tells.
 */
export class RefusedPushes {
	private readonly byUser: Map<string, string[]>;

	private forgottenTo: number;

	private readonly telling = new WeakSet<LogRow>();

	constructor(
		private readonly terms: HarassmentTerms,
		{ byUser, forgottenTo }: StoredPushes = { byUser: {}, forgottenTo: 0 },
	) {
		const chunks = new RegExp(`.{${LENGTH}}`, 'g');
		this.byUser = new Map(Object.entries(byUser).map(([user, text]) => [user, text.match(chunks) ?? []]));
		this.forgottenTo = forgottenTo;
	}

	/**
	 * Notes a row of the authentication log, if it is new and a refused push. True if it tells of harassment.
	 */
	tell(row: LogRow): boolean {
		const user = userOf(row);
		const time = log.timeOf(row);
		if (user && isRefusedPush(row) && time > this.forgottenTo) {
			const pushes = this.byUser.get(user) ?? [];
			const push = time.toString(36).padStart(8, '0') + fingerprint(log.identityOf(row)).slice(0, 4);
			if (!pushes.includes(push)) {
				pushes.push(push);
				this.byUser.set(user, pushes);
				if (this.areEnoughAround(time, pushes)) this.telling.add(row);
			}
		}
		return this.telling.has(row);
	}

	/** What the next poll has to know; undefined when there is nothing. */
	stored(): StoredPushes | undefined {
		const times = [...this.byUser.values()]
			.flat()
			.map(timeOf)
			.sort((a, b) => b - a);
		if (times.length === 0) return undefined;
		const { within, rescan } = this.terms;
		this.forgottenTo = Math.max(this.forgottenTo, times[0]! - within - rescan - 1, times[MOST] ?? 0);
		const kept = [...this.byUser].map(([user, pushes]): [string, string] => [
			user,
			pushes.filter((push) => timeOf(push) > this.forgottenTo).join(''),
		]);
		return {
			byUser: Object.fromEntries(kept.filter(([, text]) => text !== '')),
			forgottenTo: this.forgottenTo,
		};
	}

	private areEnoughAround(time: number, pushes: string[]): boolean {
		const { count, within } = this.terms;
		const near = pushes
			.map(timeOf)
			.filter((other) => Math.abs(other - time) <= within)
			.sort((a, b) => a - b);
		return near.some((first, index) => (near[index + count - 1] ?? Infinity) - first <= within);
	}
}

/** With the terms that the trigger's options set. */
export function refusedPushesOf(
	{ harassment: { pushes, within }, rescan }: TriggerSettings,
	stored?: StoredPushes,
): RefusedPushes {
	return new RefusedPushes({ count: pushes, within, rescan }, stored);
}

/**
 * Why it was refused does not matter: whether denied, reported, let expire, or taken for an attack by Duo
 * itself.
 */
function isRefusedPush({ factor, result }: LogRow): boolean {
	const isPush = typeof factor === 'string' && factor.includes('push');
	return isPush && (result === 'denied' || result === 'fraud');
}

function userOf({ user }: LogRow): string | undefined {
	const { key, name } = (user ?? {}) as IDataObject;
	const identity = key ?? name;
	return typeof identity === 'string' && identity !== '' ? fingerprint(identity).slice(0, 8) : undefined;
}

function timeOf(push: string): number {
	return parseInt(push.slice(0, 8), 36);
}

function fingerprint(text: string): string {
	return createHash('sha256').update(text).digest('base64');
}
