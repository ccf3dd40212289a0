/** Logs of the simulated tenant as a program. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import type { Tenant } from '..';
import { call } from '../testing/client';

const folder = mkdtempSync(join(tmpdir(), 'tenant-'));
const certificate = join(folder, 'certificate.pem');
let running: ChildProcess | undefined;
afterEach(async () => {
	if (!running || running.exitCode !== null) return;
	const exit = once(running, 'exit');
	running.kill();
	await exit;
});
afterAll(() => {
	rmSync(folder, { recursive: true });
});

const start = (...more: string[]) => {
	const script = resolve(__dirname, '../cli.ts');
	const args = [require.resolve('tsx/cli'), script, '--port', '0', '--certificate', certificate, ...more];
	const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
	running = child;
	const printed = { text: '' };
	for (const stream of [child.stdout, child.stderr]) {
		stream.on('data', (chunk: Buffer) => (printed.text += chunk.toString()));
	}
	return printed;
};

async function until(done: () => boolean | Promise<boolean>): Promise<void> {
	for (const end = Date.now() + 20_000; !(await done()); await new Promise((next) => setTimeout(next, 50))) {
		if (Date.now() > end) throw new Error('The tenant does not do what it should');
	}
}

it('lets the logs grow when it is told to', async () => {
	const printed = start('--events', '6000');
	await until(() => printed.text.includes('Requests'));
	const read = (pattern: RegExp) => pattern.exec(printed.text)?.[1] ?? '';
	const key = { integrationKey: read(/Integration key +(\S+)/), secretKey: read(/Secret key +(\S+)/) };
	const host = read(/https:\/\/(\S+)/);
	const tenant = { host, certificate: readFileSync(certificate, 'utf8'), keys: { admin: key } } as Tenant;
	// this log has no delay
	await until(async () => {
		const { body } = await call(tenant, 'GET', '/admin/v1/logs/administrator');
		return body.response.length > 3;
	});
}, 60_000);

it('says when the number of events is none', async () => {
	const printed = start('--events', 'many');
	await until(() => printed.text.includes('--events takes a whole number, not "many"'));
}, 60_000);
