/** Runs programs, and says why when one fails. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export interface CommandOptions {
	cwd?: string;
	env?: NodeJS.ProcessEnv;
	/** Who runs it, when not who runs us. */
	uid?: number;
	gid?: number;
	/** Called with every line of output, for progress. */
	onLine?: (line: string) => void;
}

/**
 * Runs a command to its end.
 *
 * @returns what it wrote to standard output.
 * @throws with the last lines of its output when it fails.
 */
export async function runCommand(
	command: string,
	args: string[],
	options: CommandOptions = {},
): Promise<string> {
	const { cwd, env, uid, gid, onLine } = options;
	// npm is a script of the shell on Windows
	const shell = process.platform === 'win32' && !command.endsWith('.exe');
	const child = spawn(command, args, {
		cwd,
		env: env ?? machineEnvironment(),
		uid,
		gid,
		shell,
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	const out: string[] = [];
	const all: string[] = [];
	createInterface({ input: child.stdout }).on('line', (line) => {
		out.push(line);
		all.push(line);
		onLine?.(line);
	});
	createInterface({ input: child.stderr }).on('line', (line) => {
		all.push(line);
		onLine?.(line);
	});
	const code = await new Promise<number | string | null>((resolve, reject) => {
		child.once('error', reject);
		child.once('close', (exitCode, signal) => {
			resolve(exitCode ?? signal);
		});
	});
	if (code !== 0) throw new CommandError([command, ...args].join(' '), code, all);
	return out.join('\n');
}

/**
 * The environment as it was before jest: under jest's NODE_ENV=test, n8n's lint plugin takes every file for a
 * test of itself.
 */
export function machineEnvironment(): NodeJS.ProcessEnv {
	const { NODE_ENV, JEST_WORKER_ID, ...environment } = process.env;
	const isOfJest = JEST_WORKER_ID !== undefined || NODE_ENV === 'test';
	return isOfJest ? environment : { ...environment, NODE_ENV };
}

export class CommandError extends Error {
	constructor(
		command: string,
		code: number | string | null,
		readonly output: string[],
	) {
		super(`"${command}" ended with ${String(code)}:\n${output.slice(-30).join('\n')}`);
	}
}
