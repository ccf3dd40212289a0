/** Starts and stops a server on this machine. */
import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';

const STARTS_WITHIN_MS = 60_000;
const STOPS_WITHIN_MS = 15_000;

/** Who a server runs as, when not as we do. */
export interface SystemUser {
	uid: number;
	gid: number;
}

export interface NewServer {
	command: string;
	args: string[];
	user?: SystemUser;
	/** Ends it in the orderly way, without waiting for its clients. */
	stopSignal: NodeJS.Signals;
}

/** A server in a process group of its own. */
export class LocalServer {
	private readonly child: ChildProcess;
	private readonly output: string[] = [];
	private fault?: Error;

	constructor(private readonly server: NewServer) {
		const { command, args, user } = server;
		this.child = spawn(command, args, {
			...user,
			cwd: '/',
			detached: true,
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		this.child.once('error', (fault) => (this.fault = fault));
		for (const stream of [this.child.stdout, this.child.stderr]) {
			stream?.on('data', (chunk: Buffer) => this.output.push(chunk.toString()));
		}
	}

	async untilReady(isReady: () => Promise<boolean>): Promise<void> {
		const deadline = Date.now() + STARTS_WITHIN_MS;
		while (!(await isReady())) {
			if (!this.isRunning) throw this.failure('ended while starting');
			if (Date.now() > deadline) throw this.failure('did not get ready in time');
			await pause(50);
		}
	}

	async stop(): Promise<void> {
		if (!this.isRunning) return;
		const ended = new Promise((resolve) => this.child.once('exit', resolve));
		this.signal(this.server.stopSignal);
		const impatience = setTimeout(() => {
			this.kill();
		}, STOPS_WITHIN_MS);
		await ended;
		clearTimeout(impatience);
	}

	/** Ends it at once, with everything that it has started. */
	kill(): void {
		this.signal('SIGKILL');
	}

	private get isRunning(): boolean {
		return !this.fault && this.child.exitCode === null && this.child.signalCode === null;
	}

	private signal(signal: NodeJS.Signals): void {
		if (this.isRunning && this.child.pid !== undefined) process.kill(-this.child.pid, signal);
	}

	private failure(what: string): Error {
		const said = this.output.join('').split('\n').slice(-20).join('\n');
		return new Error(`${this.server.command} ${what}: ${this.fault?.message ?? said}`);
	}
}
