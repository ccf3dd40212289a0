/**
 * `npm run test:kills`: kills n8n at random moments around a poll of the trigger, again and again, and tells
 * what became of the events. n8n may lose or repeat what a poll has read that was under way at a kill;
 * anything else would be our fault, and fails.
 */
import { setTimeout as pause } from 'node:timers/promises';

import { startTenant, type Tenant } from '../../tenant';
import { makeCertificate } from '../../tenant/certificate';
import { installN8n } from '../harness/installation';
import { RealN8n } from '../harness/RealN8n';
import { Stage } from '../harness/Stage';
import { packTarball } from '../harness/tarball';
import { activate } from '../harness/triggerWorkflow';

import { durableCursors, fatesIn } from './outcome';

const SECOND = 1000;
const KILLS = 6;
const EVENTS_A_ROUND = 5;

/** Each polls at a second of its own, so that there is always one soon. */
const WORKFLOWS = 6;

/** A poll, and the execution that it starts, are over within this time after its request. */
const POLL_ENDS_WITHIN = 10 * SECOND;

/** Every workflow polls each minute; a busy machine needs longer to start n8n. */
const POLLS_WITHIN = 180 * SECOND;

const LOG = '/admin/v2/logs/authentication';

const modes = {
	'n8n as it comes': {},
	'n8n with durable cursors': {
		N8N_SCHEDULER_ENABLED: 'true',
		N8N_SCHEDULER_POLL_TRIGGERS_ENABLED: 'true',
		N8N_USE_WORKFLOW_PUBLICATION_SERVICE: 'true',
		N8N_POLLER_DURABLE_CURSORS_ENABLED: 'true',
	},
};

/** A workflow with the trigger, and the key that its polls have. */
interface Subject {
	id: string;
	integrationKey: string;
}

/** Times are milliseconds of the machine's clock. */
class Run {
	/** Events, with the time from which on Duo showed them. */
	private readonly happened = new Map<string, number>();
	private readonly subjects: Subject[] = [];
	/** Each a workflow and an event: what polls that were under way at a kill had read. */
	private readonly atRisk = new Set<string>();

	constructor(
		private readonly n8n: RealN8n,
		private readonly tenant: Tenant,
		private readonly report: (progress: string) => void,
	) {}

	async killAgainAndAgain(): Promise<void> {
		await this.n8n.start();
		await this.n8n.setUpOwner();
		for (let count = 0; count < WORKFLOWS; count++) {
			const key = this.tenant.addKey({ api: 'admin', permissions: ['adminapi_read_log'] });
			const id = await activate(await Stage.between(this.n8n.rest, this.tenant, key));
			this.subjects.push({ id, integrationKey: key.integrationKey });
		}
		await this.untilAllHavePolled(0);
		await this.n8n.stop();

		for (let kill = 1; kill <= KILLS; kill++) {
			const duringStart = kill % 2 === 0;
			if (duringStart) this.happen();
			const starting = this.n8n.start();
			starting.catch(() => undefined);
			if (!duringStart) {
				await starting;
				this.happen();
			}
			await this.nextPoll();
			await pause(Math.random() * 300);
			await this.n8n.kill();
			this.noteWhatIsAtRisk();
			await Promise.allSettled([starting]);
			this.report(`kill ${kill} of ${KILLS}`);
		}
		const startedAt = Date.now();
		await this.n8n.start();
		await this.untilAllHavePolled(startedAt);
		await pause(POLL_ENDS_WITHIN);
	}

	async tellOutcome(): Promise<void> {
		const counts = { once: 0, 'only in a killed execution': 0, lost: 0, twice: 0 };
		const ourFault: string[] = [];
		const unfinished: string[] = [];
		for (const { id } of this.subjects) {
			const fates = await fatesIn(this.n8n.rest, id);
			unfinished.push(...fates.unfinished);
			for (const txid of this.happened.keys()) {
				const { done, killed } = fates.of(txid);
				const outcome =
					done > 1 ? 'twice' : done === 1 ? 'once' : killed > 0 ? 'only in a killed execution' : 'lost';
				counts[outcome]++;
				const isWrong = outcome === 'lost' || outcome === 'twice';
				if (isWrong && !this.atRisk.has(`${id} ${txid}`)) ourFault.push(`${txid} ${outcome} in ${id}`);
			}
		}
		const texts = Object.entries(counts).map(([outcome, count]) => `${count} ${outcome}`);
		this.report(
			`${KILLS} kills, ${this.happened.size} events for ${WORKFLOWS} workflows each: ${texts.join(', ')}`,
		);
		if (unfinished.length > 0) this.report(`n8n lists the killed executions as: ${unfinished.join('; ')}`);
		if (ourFault.length > 0) {
			this.report(`not explained by a kill:\n${ourFault.join('\n')}`);
			process.exitCode = 1;
		}
	}

	private happen(): void {
		for (let index = 0; index < EVENTS_A_ROUND; index++) {
			const at = Date.now() - 125 * SECOND - index * SECOND;
			this.happened.set(
				this.tenant.logs.add('authentication', {}, { at, visibleAt: Date.now() }).txid,
				Date.now(),
			);
		}
	}

	private pollsOf({ integrationKey }: Subject): number[] {
		return this.tenant.requests
			.filter((request) => request.path === LOG && request.integrationKey === integrationKey)
			.map(({ at }) => at);
	}

	private async nextPoll(): Promise<void> {
		const polls = () => this.tenant.requests.filter(({ path }) => path === LOG).length;
		const before = polls();
		await this.until(() => polls() > before);
	}

	private async untilAllHavePolled(since: number): Promise<void> {
		await this.until(() => this.subjects.every((subject) => this.pollsOf(subject).some((at) => at > since)));
	}

	private async until(hasHappened: () => boolean): Promise<void> {
		const deadline = Date.now() + POLLS_WITHIN;
		while (!hasHappened()) {
			if (Date.now() > deadline) throw new Error(`n8n did not poll in time:\n${this.n8n.lastOutput()}`);
			await pause(5);
		}
	}

	/** What each workflow's last poll has read, unless an earlier one had read it that was over. */
	private noteWhatIsAtRisk(): void {
		const since = Date.now() - POLL_ENDS_WITHIN;
		for (const subject of this.subjects) {
			const polls = this.pollsOf(subject);
			if (!polls.some((at) => at > since)) continue;
			const settledBy = Math.max(0, ...polls.filter((at) => at <= since));
			for (const [txid, shownAt] of this.happened)
				if (shownAt >= settledBy) this.atRisk.add(`${subject.id} ${txid}`);
		}
	}
}

async function measure(name: string, settings: Record<string, string>, tarball: string): Promise<void> {
	const report = (text: string) => process.stdout.write(`${name}: ${text}\n`);
	const tls = await makeCertificate();
	const tenant = await startTenant({ tls });
	const n8n = await RealN8n.prepare({ tarball, certificate: tls.certificate, settings });
	try {
		const run = new Run(n8n, tenant, report);
		await run.killAgainAndAgain();
		await run.tellOutcome();
		await n8n.stop();
		const cursors = durableCursors(n8n.userFolder);
		report(`${cursors} durable cursors in n8n’s database`);
		if (cursors !== ('N8N_POLLER_DURABLE_CURSORS_ENABLED' in settings ? WORKFLOWS : 0)) process.exitCode = 1;
	} finally {
		await n8n.remove();
		await tenant.stop();
	}
}

async function main(): Promise<void> {
	await installN8n((progress) => process.stdout.write(`${progress}\n`));
	const tarball = await packTarball();
	await Promise.all(
		Object.entries(modes).map(async ([name, settings]) => {
			await measure(name, settings, tarball);
		}),
	);
}

void main();
