/** The simulated tenant as a program: how it starts and ends. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'tenant-'));
const certificate = join(folder, 'certificate.pem');
let running: ChildProcess | undefined;
afterAll(() => {
	running?.kill('SIGKILL');
	rmSync(folder, { recursive: true });
});

const start = (...args: string[]) => {
	const script = resolve(__dirname, '../cli.ts');
	const all = [require.resolve('tsx/cli'), script, '--port', '0', '--certificate', certificate, ...args];
	const child = spawn(process.execPath, all, { stdio: ['ignore', 'pipe', 'pipe'] });
	running = child;
	const printed = { text: '' };
	child.stdout.on('data', (chunk: Buffer) => (printed.text += chunk.toString()));
	child.stderr.on('data', (chunk: Buffer) => (printed.text += chunk.toString()));
	return { child, printed };
};

async function until(done: () => boolean): Promise<void> {
	for (const end = Date.now() + 20_000; !done(); await new Promise((next) => setTimeout(next, 20))) {
		if (Date.now() > end) throw new Error('The tenant does not say what it should');
	}
}

async function runOnce(signal: NodeJS.Signals, ...args: string[]) {
	const { child, printed } = start(...args);
	const exit = once(child, 'exit');
	await until(() => printed.text.includes('Requests'));
	const url = /https:\S+/.exec(printed.text)?.[0] ?? '';
	await new Promise((done, failed) => {
		request(`${url}/auth/v2/ping`, { ca: readFileSync(certificate), agent: false }, (reply) =>
			reply.resume().on('end', done),
		)
			.on('error', failed)
			.end();
	});
	await until(() => printed.text.includes('GET /auth'));
	child.kill(signal);
	const [code] = (await exit) as [number | null];
	return { text: printed.text, code, secrets: printed.text.match(/Secret key +\S+/g) };
}

it('prints what to type, serves, and ends cleanly; the next start has the same keys and certificate', async () => {
	const first = await runOnce('SIGINT');
	const trusted = readFileSync(certificate, 'utf8');
	const second = await runOnce('SIGTERM', '--push-answer', 'deny');
	expect([first.code, second.code]).toEqual([0, 0]);
	expect(first.secrets).toHaveLength(3);
	expect(second.secrets).toEqual(first.secrets);
	expect(readFileSync(certificate, 'utf8')).toBe(trusted);
	expect(first.text).toContain(`NODE_EXTRA_CA_CERTS="${certificate}"`);
	expect(first.text).toContain('GET /auth/v2/ping 200');
	expect(first.text).toContain('approves after');
	expect(second.text).not.toContain('approves after');
}, 60_000);

it('says which argument is wrong', async () => {
	const { child, printed } = start('--push-answer', 'maybe');
	const [code] = (await once(child, 'close')) as [number];
	expect(code).toBe(1);
	expect(printed.text).toContain('--push-answer takes one of approve, deny, none, not "maybe"');
}, 60_000);
