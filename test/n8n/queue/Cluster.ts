/** n8n in queue mode: a main process, workers, Redis and PostgreSQL. */
import { rmSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Tls } from '../../tenant';
import { RealN8n } from '../harness/RealN8n';

import { Postgres } from './postgres';
import { Redis } from './redis';
import type { Programs } from './systemPackages';

/** How many executions a worker runs at once. */
export const CONCURRENCY = 50;

/** n8n knows a dead worker by a lock that is not renewed. Its own values are 60, 10 and 30 seconds. */
const lock = {
	QUEUE_WORKER_LOCK_DURATION: '20000',
	QUEUE_WORKER_LOCK_RENEW_TIME: '4000',
	QUEUE_WORKER_STALLED_INTERVAL: '5000',
};

export interface NewCluster {
	programs: Programs;
	tarball: string;
	tls: Tls;
	workers: number;
}

/**
 * n8n in queue mode: a main process, workers, Redis and PostgreSQL. Every process of n8n has a user folder of
 * its own with our package in it, as on a machine of its own.
 */
export class Cluster {
	readonly workers: RealN8n[] = [];
	private folder?: string;
	private redis?: Redis;
	private postgres?: Postgres;
	private server?: RealN8n;
	/** For an end in the middle of something. */
	private readonly vanish = () => {
		this.redis?.kill();
		this.postgres?.kill();
		if (this.folder) rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
	};

	constructor(private readonly options: NewCluster) {
		process.once('exit', this.vanish);
	}

	async start(tell: (progress: string) => void): Promise<void> {
		const { programs, workers } = this.options;
		tell('starting Redis and PostgreSQL');
		this.folder = await mkdtemp(join(tmpdir(), 'duo-queue-'));
		// PostgreSQL may run as somebody else
		await chmod(this.folder, 0o711);
		const redis = (this.redis = await Redis.launch(programs));
		const postgres = (this.postgres = await Postgres.launch(programs, join(this.folder, 'postgres')));
		await redis.untilReady(() => redis.answers());
		await postgres.untilReady(() => postgres.answers());

		tell('starting n8n');
		const settings = { EXECUTIONS_MODE: 'queue', ...lock, ...redis.settings, ...postgres.settings };
		this.server = await this.prepare(settings);
		await this.server.start();
		await this.server.setUpOwner();

		tell(`starting ${workers} workers`);
		for (let index = 0; index < workers; index++) {
			this.workers.push(await this.prepare(settings, ['worker', `--concurrency=${CONCURRENCY}`]));
		}
		await Promise.all(this.workers.map((worker) => worker.start()));
	}

	get main(): RealN8n {
		if (!this.server) throw new Error('n8n has not been started yet');
		return this.server;
	}

	/** The status of every execution of a workflow, by its ID, as n8n has stored it. */
	async executions(workflowId: string): Promise<Map<string, string>> {
		const sql = `select id, status from execution_entity where "workflowId" = '${workflowId}'`;
		const rows = await this.postgres!.query(sql);
		return new Map(rows.map(([id, status]) => [id!, status!]));
	}

	/** Stops everything and leaves nothing behind. */
	async remove(): Promise<void> {
		await Promise.all(this.workers.map((worker) => worker.remove()));
		await this.server?.remove();
		await this.postgres?.stop();
		await this.redis?.stop();
		process.off('exit', this.vanish);
		if (this.folder) await rm(this.folder, { recursive: true, force: true, maxRetries: 5 });
	}

	private async prepare(settings: Record<string, string>, command?: string[]): Promise<RealN8n> {
		const { tarball, tls } = this.options;
		return await RealN8n.prepare({ tarball, certificate: tls.certificate, settings, command });
	}
}

/** The executions that a worker has begun, by its own log. */
export function begunBy(worker: RealN8n): Set<string> {
	const ids = worker.written().map((line) => /Worker started execution (\d+)/.exec(line)?.[1]);
	return new Set(ids.filter((id) => id !== undefined));
}
