/**
 * `npm run demo`: the package in a real n8n against a simulated Duo tenant, from the sources to a told story.
 */
import { Listr } from 'listr2';

import { owner } from '../n8n/harness/RestClient';

import { report } from './report';
import { steps, type Demo } from './steps';

/** Somebody sits in front of it. */
const isAttended = process.stdout.isTTY && !process.env.CI;

const print = (line = '') => process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
	const demo: Demo = {};
	const interrupted = untilInterrupted();
	try {
		await Promise.race([tell(demo), interrupted.then(() => Promise.reject(new Interruption()))]);
		if (isAttended) {
			invite(demo);
			await interrupted;
		}
	} catch (fault) {
		if (fault instanceof Interruption) return;
		process.exitCode = 1;
		process.stderr.write(`\n${fault instanceof Error ? fault.message : String(fault)}\n`);
	} finally {
		print();
		print('Stopping …');
		await demo.n8n?.remove();
		await demo.tenant?.stop();
	}
}

class Interruption extends Error {}

async function tell(demo: Demo): Promise<void> {
	await new Listr(steps, { ctx: demo, rendererOptions: { collapseErrors: false } }).run();
	print();
	report(demo.execution!, demo.tenant!, print);
}

/** How to look around. */
function invite({ n8n, tenant, storyId }: Demo): void {
	print();
	print('n8n and the tenant keep running. Look around:');
	print(`  Editor     ${n8n!.url}/workflow/${storyId!}`);
	print(`  Log in as  ${owner.email}`);
	print(`  Password   ${owner.password}`);
	print(`  Tenant     ${tenant!.url}`);
	print('Ctrl-C ends both and removes everything that was made for them.');
}

async function untilInterrupted(): Promise<void> {
	await new Promise<void>((resolve) => {
		for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
			// on, not once: a library that tidies up the terminal ends the process when it finds nobody else
			// listening
			process.on(signal, () => {
				resolve();
			});
		}
	});
}

void main().finally(() => {
	// the wait for a signal would keep the process alive, and so would an interrupted step
	process.exit();
});
