/**
 * `npm run test:queue`: n8n's queue mode for real (a main process, two workers, Redis, PostgreSQL) with the
 * packed nodes on all of them. The trigger polls once for the cluster, workers verify users side by side, one
 * of them is killed, and Duo's limits are met.
 */
import { startTenant, type Tenant } from '../../tenant';
import { makeCertificate } from '../../tenant/certificate';
import { installN8n } from '../harness/installation';
import { Stage } from '../harness/Stage';
import { packTarball } from '../harness/tarball';

import { Cluster } from './Cluster';
import { addCrowd } from './crowd';
import { killAWorker } from './deadWorker';
import { limitsPerMinute, verifyUnderLimits } from './limits';
import type { Scene } from './Scene';
import { verifySideBySide } from './sideBySide';
import { findPrograms, MissingPackages } from './systemPackages';
import { TriggerWatch } from './TriggerWatch';
import { HelpDesk } from './verification';

const WORKERS = 2;
const PEOPLE = 200;
const ANSWER_SECONDS = 8;

const startedAt = Date.now();
const tell = (text: string) => process.stdout.write(`${text}\n`);
const progress = (text: string) => {
	tell(`${String(Math.round((Date.now() - startedAt) / 1000)).padStart(4)} s  ${text}`);
};

interface Running {
	cluster?: Cluster;
	tenants: Tenant[];
}

async function main(running: Running): Promise<void> {
	const programs = findPrograms();
	await installN8n(progress);
	const tarball = await packTarball();
	const tls = await makeCertificate();
	const tenant = await startTenant({ tls });
	running.tenants.push(tenant);
	const limited = await startTenant({ tls, limitsPerMinute });
	running.tenants.push(limited);
	const cluster = (running.cluster = new Cluster({ programs, tarball, tls, workers: WORKERS }));
	await cluster.start(progress);

	const { rest, url } = cluster.main;
	const stage = await Stage.between(rest, tenant);
	const trigger = await TriggerWatch.begin(stage);
	const scene: Scene = {
		cluster,
		tenant,
		desk: await HelpDesk.open(stage, url, 'verify'),
		people: addCrowd(tenant, PEOPLE, ANSWER_SECONDS * 1000),
		answerSeconds: ANSWER_SECONDS,
		atTheEnd: [],
	};
	const facts: Record<string, string[]> = {};

	progress(`${PEOPLE} pushes side by side`);
	trigger.happen(10);
	facts['Side by side'] = await verifySideBySide(scene);
	trigger.happen(10);
	await trigger.untilAllCameOut();

	progress(`${PEOPLE} pushes, and a worker is killed`);
	facts['A worker is killed'] = await killAWorker(scene);
	trigger.happen(10);

	progress(`${PEOPLE} pushes under Duo's limits`);
	facts["Duo's limits"] = await verifyUnderLimits({
		tenant: limited,
		desk: await HelpDesk.open(await Stage.between(rest, limited), url, 'verify-under-limits'),
		people: addCrowd(limited, PEOPLE, ANSWER_SECONDS * 1000),
	});

	progress('the trigger');
	await trigger.untilAllCameOut();
	facts['The trigger'] = await trigger.check(cluster);
	for (const check of scene.atTheEnd) check();

	progress('all as it must be');
	for (const [part, lines] of Object.entries(facts)) {
		tell(`\n${part}`);
		for (const line of lines) tell(`  ${line}`);
	}
}

class Interruption extends Error {}

/** With the place in the test, unless the test is not to blame. */
function describe(fault: unknown): string {
	if (!(fault instanceof Error)) return String(fault);
	const isPlain = fault instanceof MissingPackages || fault instanceof Interruption;
	return isPlain ? fault.message : (fault.stack ?? fault.message);
}

async function interruption(): Promise<never> {
	return await new Promise((_, reject) => {
		for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
			process.on(signal, () => {
				reject(new Interruption(`Interrupted by ${signal}`));
			});
		}
	});
}

async function run(): Promise<number> {
	const running: Running = { tenants: [] };
	try {
		await Promise.race([main(running), interruption()]);
		return 0;
	} catch (fault) {
		process.stderr.write(`\n${describe(fault)}\n`);
		return 1;
	} finally {
		progress('stopping');
		await running.cluster?.remove();
		await Promise.all(running.tenants.map((tenant) => tenant.stop()));
	}
}

// an interrupted step would keep the process alive
void run().then((code) => process.exit(code));
