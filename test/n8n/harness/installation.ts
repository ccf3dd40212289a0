/** Installs n8n itself, once. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { CommandError, runCommand } from './commands';
import { n8nHome } from './places';

/** The command that starts n8n, to be run with Node. */
export const n8nScript = join(n8nHome, 'node_modules/n8n/bin/n8n');

/** Inside node_modules, so that it goes when they go. */
const marker = join(n8nHome, 'node_modules/.installed');

/**
 * Installs n8n, unless an earlier run did. n8n is 2.9 GB and takes minutes, so it has a package of its own
 * that contributors pay for only when they run the tests that need it.
 */
export async function installN8n(tell: (progress: string) => void): Promise<void> {
	requireNode24();
	if (await isInstalled()) return;

	tell('installing n8n (about 3 GB; minutes on the first use, then never again)');
	// Install scripts of n8n's dependencies are not needed, and some of them cannot run.
	await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], tell);
	tell('building sqlite3, the database of n8n');
	await npm(['rebuild', 'sqlite3'], tell).catch((fault: unknown) => {
		throw new Error(
			`sqlite3 could not be built. Without a prebuilt binary for this machine it needs Python 3, make and a C++ compiler.\n${String(fault)}`,
		);
	});
	await checkDatabase();
	await writeFile(marker, await lockHash());
}

/** An interrupted or outdated install has no marker, or that of another lock file. */
async function isInstalled(): Promise<boolean> {
	return (
		existsSync(n8nScript) && existsSync(marker) && (await readFile(marker, 'utf8')) === (await lockHash())
	);
}

async function lockHash(): Promise<string> {
	const lock = await readFile(join(n8nHome, 'package-lock.json'));
	return createHash('sha256').update(lock).digest('hex');
}

async function npm(args: string[], tell: (progress: string) => void): Promise<void> {
	const startedAt = Date.now();
	// npm says nothing while it downloads
	const clock = setInterval(() => {
		tell(`npm ${args[0] ?? ''}: ${Math.round((Date.now() - startedAt) / 1000)} s`);
	}, 10_000);
	try {
		const [command, ...npm] = await npmCommand();
		await runCommand(command, [...npm, ...args], { cwd: n8nHome });
	} catch (fault) {
		if (fault instanceof CommandError)
			throw new Error(`n8n could not be installed in test/n8n.\n${fault.message}`);
		throw new Error(`npm could not be started: ${String(fault)}`);
	} finally {
		clearInterval(clock);
	}
}

/**
 * npm 10 takes the parts of n8n for other platforms for a reason to stop, so it fetches a newer one for this.
 */
async function npmCommand(): Promise<[string, ...string[]]> {
	const major = Number((await runCommand('npm', ['--version'])).split('.')[0]);
	return major >= 11 ? ['npm'] : ['npx', '--yes', 'npm@11'];
}

/** Opens a database, because a binary that is there may still be one for another machine. */
async function checkDatabase(): Promise<void> {
	const code = `new (require('sqlite3').Database)(':memory:', (fault) => process.exit(fault ? 1 : 0))`;
	await runCommand(process.execPath, ['-e', code], { cwd: n8nHome });
}

function requireNode24(): void {
	const major = Number(process.versions.node.split('.')[0]);
	if (major < 24) {
		throw new Error(
			`n8n needs Node 24, this is ${process.version}. "npm ci" puts Node 24 into node_modules; start through npm scripts, e.g. "npm run test:n8n".`,
		);
	}
}
