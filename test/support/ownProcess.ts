/**
 * For tests that measure memory: what is measured runs in a process of its own, the simulated tenant in this
 * one.
 */
import { fork } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { build } from 'esbuild';

import type { ApiKey, Tenant } from '../tenant';

import type { Keys } from './engine';

/** In the repository, where the program finds n8n's engine. */
const folder = join(__dirname, '../../.cache/ownProcess');

/** Makes the program, a file beside this one, ready to run. */
export async function buildProgram(name: string, tenant: Tenant) {
	const program = join(folder, `${name}.js`);
	const certificate = join(folder, `${name}.pem`);
	await mkdir(folder, { recursive: true });
	await writeFile(certificate, tenant.certificate);
	await build({
		entryPoints: [join(__dirname, `${name}.ts`)],
		outfile: program,
		bundle: true,
		platform: 'node',
		packages: 'external',
		resolveExtensions: ['.ts', '.json'],
	});

	/** Runs it, with a job, until it ends; gives what it reported. */
	return async function run<Report>(job: object): Promise<Report[]> {
		const child = fork(program, {
			execArgv: ['--expose-gc'],
			env: { ...process.env, NODE_EXTRA_CA_CERTS: certificate },
		});
		const reports: Report[] = [];
		child.on('message', (report: Report) => reports.push(report));
		child.send(job);
		const code = await new Promise((resolve) => child.once('exit', resolve));
		expect(code).toBe(0);
		return reports;
	};
}

/** Only what goes through to another process. */
export function plainKeys({ keys }: Tenant): Keys {
	const plain = ({ host, integrationKey, secretKey }: ApiKey) => ({ host, integrationKey, secretKey });
	return { admin: plain(keys.admin), auth: plain(keys.auth), accounts: plain(keys.accounts) };
}

/** Bytes, without garbage. */
export function memoryInUse(): number {
	globalThis.gc!();
	return process.memoryUsage().heapUsed;
}
