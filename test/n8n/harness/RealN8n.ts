/** Starts, kills and removes a real n8n. */
import { spawn, type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { runCommand } from './commands';
import { n8nScript } from './installation';
import { freePort } from './ports';
import { owner, RestClient } from './RestClient';
import { installTarball } from './tarball';

const STARTS_WITHIN_MS = 180_000;
const STOPS_WITHIN_MS = 30_000;

export interface NewN8n {
	tarball: string;
	/** A certificate that n8n shall trust, in PEM. */
	certificate: string;
	/** Where the editor answers, if the port is free. */
	port?: number;
	/** What to start; the server unless told otherwise. */
	command?: string[];
	/** More settings of n8n. */
	settings?: Record<string, string>;
}

/** A real n8n with a user folder of its own and our package installed from its tarball. */
export class RealN8n {
	private process?: ChildProcess;
	private readonly output: string[] = [];
	/** For an end in the middle of something. */
	private readonly vanish = () => {
		this.process?.kill('SIGKILL');
		rmSync(this.userFolder, { recursive: true, force: true, maxRetries: 5 });
	};

	private constructor(
		readonly userFolder: string,
		readonly url: string,
		readonly rest: RestClient,
		private readonly startCommand: string[],
		private readonly environment: NodeJS.ProcessEnv,
	) {
		process.once('exit', this.vanish);
	}

	/** Prepares the user folder; nothing runs yet. */
	static async prepare({ tarball, certificate, port, command, settings }: NewN8n): Promise<RealN8n> {
		const n8nPort = await freePort(port);
		const brokerPort = await freePort();
		const userFolder = await mkdtemp(join(tmpdir(), 'duo-n8n-'));
		const certificateFile = join(userFolder, 'tenant.pem');
		const url = `http://127.0.0.1:${n8nPort}`;
		const n8n = new RealN8n(userFolder, url, new RestClient(url), command ?? ['start'], {
			...inherited(),
			N8N_USER_FOLDER: userFolder,
			N8N_ENCRYPTION_KEY: 'only-for-tests',
			N8N_LISTEN_ADDRESS: '127.0.0.1',
			N8N_PORT: String(n8nPort),
			N8N_RUNNERS_BROKER_PORT: String(brokerPort),
			// where a worker says whether it is ready
			QUEUE_HEALTH_CHECK_ACTIVE: 'true',
			QUEUE_HEALTH_CHECK_PORT: String(n8nPort),
			N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
			N8N_SECURE_COOKIE: 'false',
			N8N_DIAGNOSTICS_ENABLED: 'false',
			N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
			N8N_PERSONALIZATION_ENABLED: 'false',
			N8N_TEMPLATES_ENABLED: 'false',
			NODE_EXTRA_CA_CERTS: certificateFile,
			...settings,
		});
		await writeFile(certificateFile, certificate);
		await installTarball(tarball, userFolder);
		return n8n;
	}

	/** Starts the server and waits until it answers. */
	async start(): Promise<void> {
		const child = spawn(process.execPath, [n8nScript, ...this.startCommand], {
			env: this.environment,
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		this.process = child;
		child.stdout.on('data', (chunk: Buffer) => this.output.push(chunk.toString()));
		child.stderr.on('data', (chunk: Buffer) => this.output.push(chunk.toString()));
		await this.untilReady(child);
	}

	/** Makes the owner account and stays logged in. */
	async setUpOwner(): Promise<void> {
		await this.rest.post('/rest/owner/setup', owner);
	}

	/** Runs one of n8n's own commands, e.g. `import:workflow`. @returns what it printed. */
	async command(...args: string[]): Promise<string> {
		// the server has its broker on the other port
		const broker = { N8N_RUNNERS_BROKER_PORT: String(await freePort()) };
		return await runCommand(process.execPath, [n8nScript, ...args], {
			env: { ...this.environment, ...broker },
		});
	}

	/** Ends the server in the orderly way. */
	async stop(): Promise<void> {
		await this.end('SIGTERM');
	}

	/** Ends the server like a power cut. */
	async kill(): Promise<void> {
		await this.end('SIGKILL');
	}

	/** Stops, if running, and leaves nothing behind. */
	async remove(): Promise<void> {
		await this.stop();
		process.off('exit', this.vanish);
		await rm(this.userFolder, { recursive: true, force: true, maxRetries: 5 });
	}

	/** All lines that n8n wrote, over all its starts. */
	written(): string[] {
		return this.output.join('').split('\n');
	}

	/** The last lines n8n wrote, for messages about failures. */
	lastOutput(): string {
		return this.written().slice(-40).join('\n');
	}

	private async untilReady(child: ChildProcess): Promise<void> {
		const deadline = Date.now() + STARTS_WITHIN_MS;
		// /healthz says 200 long before the routes are there
		while (!(await this.rest.answers('/healthz/readiness'))) {
			if (hasEnded(child)) throw new Error(`n8n ended while starting:\n${this.lastOutput()}`);
			if (Date.now() > deadline) throw new Error(`n8n did not get ready in time:\n${this.lastOutput()}`);
			await pause(200);
		}
	}

	private async end(signal: NodeJS.Signals): Promise<void> {
		const child = this.process;
		this.process = undefined;
		if (!child || hasEnded(child)) return;
		const ended = new Promise((resolve) => child.once('exit', resolve));
		child.kill(signal);
		const impatience = setTimeout(() => child.kill('SIGKILL'), STOPS_WITHIN_MS);
		await ended;
		clearTimeout(impatience);
	}
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

/** n8n gets none of the settings of the machine's own n8n, of npm or of jest. */
function inherited(): NodeJS.ProcessEnv {
	const foreign = /^(N8N_|DB_|EXECUTIONS_|QUEUE_|npm_|JEST_|NODE_ENV$|NODE_OPTIONS$)/;
	return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}
