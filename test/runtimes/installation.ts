/** Installs the oldest Node.js versions and the oldest n8n engine, once. */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { runCommand } from '../n8n/harness/commands';

/** Inside node_modules, so that it goes when they go. */
const marker = join(__dirname, 'node_modules/.installed');

/** Installs the old versions of Node.js and of n8n's engine (530 MB), unless an earlier run did. */
export async function installRuntimes(tell: (progress: string) => void): Promise<void> {
	const lock = createHash('sha256')
		.update(await readFile(join(__dirname, 'package-lock.json')))
		.digest('hex');
	if ((await readFile(marker, 'utf8').catch(() => undefined)) === lock) return;

	tell('Installing the oldest Node.js and n8n that are supported (530 MB, on the first use)');
	// Of the install scripts, only those of Node.js are needed: they fetch its binary for this machine.
	await npm('ci', '--ignore-scripts', '--no-audit', '--no-fund');
	await npm('rebuild', 'node20', 'node22');
	await writeFile(marker, lock);
}

export async function versionOf(name: string, folder: string): Promise<string> {
	const manifest = await readFile(join(folder, 'node_modules', name, 'package.json'), 'utf8');
	return (JSON.parse(manifest) as { version: string }).version;
}

async function npm(...args: string[]): Promise<void> {
	await runCommand('npm', args, { cwd: __dirname }).catch((fault: unknown) => {
		throw new Error(
			`The runtimes of test/runtimes/package.json could not be installed, so nothing was tested on them.\n${String(fault)}`,
		);
	});
}
