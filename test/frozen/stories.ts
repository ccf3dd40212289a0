/**
 * What happened in a simulated tenant before the trigger's state was stored, one story for each source of the
 * trigger.
 */
import type { INodeParameters } from 'n8n-workflow';

import { passTime } from '../support/clock';
import { startTrustedTenant } from '../support/engine';
import { ActiveTrigger, type DuoEvent } from '../support/trigger';
import type { Account, Tenant } from '../tenant';
import type { LogRows } from '../tenant/logs/rowTypes';
import type { Group, User } from '../tenant/model/records';

type Log = 'administrator' | 'authentication' | 'telephony';

/** A row of a log, when it happened and from when Duo shows it, in milliseconds since 1970. */
interface Happening {
	log: Log;
	row: Partial<LogRows[Log]>;
	at: number;
	visibleAt?: number;
}

/** What happened, whole, so that it is the same in every run whatever the tenant would invent. */
export interface Story {
	/** When the trigger was activated, in milliseconds since 1970. The state is of four minutes later. */
	beganAt: number;
	parameters: INodeParameters;
	/** The account in which it happened, if it is a child. */
	child?: string;
	rows: Happening[];
	users: User[];
	groups: Group[];
}

/** A story, and what n8n stored for the trigger at its end. */
export interface FrozenState {
	story: Story;
	state: object;
}

const POLL_AFTER = 4;

/** A tenant in which a story has happened, with a trigger that knows of it. */
export class Scene {
	private constructor(
		readonly tenant: Tenant,
		/** The one that the story is about. */
		readonly account: Account,
		private readonly trigger: ActiveTrigger,
		private readonly story: Story,
	) {}

	/** Plays the story from its beginning: what is there, an activation, what happens then, and a poll. */
	static async play(story: Story): Promise<Scene> {
		const { tenant, account } = await stageFor(story);
		jest.setSystemTime(story.beganAt);
		const trigger = new ActiveTrigger(tenant, story.parameters);
		await trigger.poll();
		happen(account, story.rows);
		passTime(POLL_AFTER);
		await trigger.poll();
		return new Scene(tenant, account, trigger, story);
	}

	/**
	 * Goes on from a stored state, as after an update of the package: only tenant, workflow and state are left.
	 */
	static async resume({ state, story }: FrozenState): Promise<Scene> {
		const { tenant, account } = await stageFor(story);
		jest.setSystemTime(story.beganAt);
		happen(account, story.rows);
		passTime(POLL_AFTER);
		const trigger = new ActiveTrigger(tenant, story.parameters);
		const own = await accountHashOf(tenant, story.parameters);
		const stored = JSON.stringify({ ...state, account: own });
		trigger.saved = story.child === undefined ? stored : stored.replaceAll(story.child, account.accountId);
		trigger.restart();
		return new Scene(tenant, account, trigger, story);
	}

	/** The state as it is stored, with the names of accounts as they are in the story. */
	state(): object {
		const state = { ...this.trigger.staticData };
		delete state.account;
		const text = JSON.stringify(state);
		const { child } = this.story;
		return JSON.parse(child === undefined ? text : text.replaceAll(this.account.accountId, child)) as object;
	}

	/** Polls once a minute. */
	async pollFor(minutes: number): Promise<DuoEvent[]> {
		const events: DuoEvent[] = [];
		for (let minute = 0; minute < minutes; minute++) {
			passTime(1);
			events.push(...(await this.trigger.poll()));
		}
		return events;
	}
}

/** A tenant with the objects of a story. Its certificate needs the real clock. */
async function stageFor({ users, groups, child }: Story): Promise<{ tenant: Tenant; account: Account }> {
	const tenant = await startTrustedTenant();
	const account = child === undefined ? tenant.account : tenant.addChild('Branch office');
	for (const user of users) account.users.set(user.user_id, structuredClone(user));
	for (const group of groups) account.groups.set(group.group_id, structuredClone(group));
	return { tenant, account };
}

function happen(account: Account, rows: Happening[]): void {
	for (const { log, row, at, visibleAt } of rows)
		account.logs.add(log, structuredClone(row), { at, visibleAt });
}

/** What the state calls the account: the host makes it, and a tenant's host is new each time. */
async function accountHashOf(tenant: Tenant, parameters: INodeParameters): Promise<unknown> {
	const trigger = new ActiveTrigger(tenant, parameters);
	await trigger.poll();
	return trigger.staticData.account;
}
