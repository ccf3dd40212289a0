/** All logs of one account: rows are added, made up, or come by themselves. */
import type { Account } from '../model/account';

import { activityRow } from './activityRow';
import { administratorRow } from './administratorRow';
import { authenticationRow } from './authenticationRow';
import { Cast, type Scene } from './cast';
import { invent, type GenerateOptions } from './generate';
import { Journal, type LogEntry } from './journal';
import { merged } from './merged';
import { offlineEnrollmentRow } from './offlineEnrollmentRow';
import { Random } from './random';
import type { Given, LogRows, LogStream } from './rowTypes';
import { telephonyRow } from './telephonyRow';
import { timeIn } from './times';
import { trustMonitorRow } from './trustMonitorRow';

export interface LogClock {
	nowMs(): number;
	readonly logDelayMs: number;
	readonly stopping: AbortSignal;
}

export interface AddOptions {
	/** When it happened, in ms: what the row says, or now, unless given. */
	at?: number;
	/** In ms of the tenant's clock: at once, in the v2 logs after their delay, unless given. */
	visibleAt?: number;
}

export interface GrowOptions {
	/** In all streams together. */
	perMinute: number;
	streams?: LogStream[];
	seed?: number;
}

const makers: { [S in LogStream]: (scene: Scene) => LogRows[S] } = {
	authentication: authenticationRow,
	activity: activityRow,
	telephony: telephonyRow,
	administrator: administratorRow,
	offlineEnrollment: offlineEnrollmentRow,
	trustMonitor: trustMonitorRow,
};
export const logStreams = Object.keys(makers) as LogStream[];

const delayed: readonly LogStream[] = ['authentication', 'activity', 'telephony'];

/** What happened in one account. */
export class Logs {
	readonly journals: { [S in LogStream]: Journal<LogRows[S]> } = {
		authentication: new Journal(),
		activity: new Journal(),
		telephony: new Journal(),
		administrator: new Journal(),
		offlineEnrollment: new Journal(),
		trustMonitor: new Journal(),
	};
	private readonly random: Random;

	constructor(
		private readonly account: Account,
		private readonly clock: LogClock,
	) {
		this.random = new Random(`${account.accountId} logs`);
	}

	/** Adds a row in Duo's shape; what is not given is invented, the same again under the tenant's seed. */
	add<S extends LogStream>(stream: S, row?: Given<LogRows[S]>, options: AddOptions = {}): LogRows[S] {
		return this.write(stream, this.random, row, options);
	}

	/** Adds many rows between two times, the same again for the same seed. */
	generate<S extends LogStream>(options: GenerateOptions<S>): LogRows[S][] {
		const { stream, from, seed = 1 } = options;
		const random = new Random(`${this.account.accountId} ${stream} ${from} ${seed}`);
		const cast = new Cast(this.account);
		const entries = invent(options, random, this.delayOf(stream), (at) =>
			makers[stream]({ at, random, cast }),
		);
		this.journals[stream].addAll(entries.map((entry) => ({ ...entry, id: idOf(entry.row) })));
		return entries.map(({ row }) => row);
	}

	/** Adds rows that happen now, taking the streams in turn, until the returned function is called. */
	grow({ perMinute, streams = logStreams, seed = 1 }: GrowOptions): () => void {
		const random = new Random(`${this.account.accountId} growth ${seed}`);
		const start = Date.now();
		let count = 0;
		const timer = setInterval(
			() => {
				const due = Math.floor(((Date.now() - start) / 60_000) * perMinute);
				for (; count < due; count++) this.write(streams[count % streams.length]!, random);
			},
			Math.min(1000, Math.max(20, 60_000 / Math.max(perMinute, 1))),
		);
		timer.unref();
		const stop = () => {
			clearInterval(timer);
		};
		this.clock.stopping.addEventListener('abort', stop, { once: true });
		return stop;
	}

	/** Everything that was ever added, visible or not, by time. */
	rows<S extends LogStream>(stream: S): readonly LogEntry<LogRows[S]>[] {
		return this.journals[stream].all;
	}

	private write<S extends LogStream>(
		stream: S,
		random: Random,
		given?: Given<LogRows[S]>,
		options: AddOptions = {},
	): LogRows[S] {
		const at = options.at ?? timeIn({ ...given }) ?? this.clock.nowMs();
		const visibleAt = options.visibleAt ?? at + this.delayOf(stream);
		const row = merged(makers[stream]({ at, random, cast: new Cast(this.account) }), given);
		this.journals[stream].add({ row, at, visibleAt, id: idOf(row) });
		return row;
	}

	private delayOf(stream: LogStream): number {
		return delayed.includes(stream) ? this.clock.logDelayMs : 0;
	}
}

function idOf(row: LogRows[LogStream]): string {
	const id = row.activity_id ?? row.telephony_id ?? row.sekey ?? row.txid;
	return typeof id === 'string' ? id : '';
}
