/** Packs the package as it would be published. */
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { runCommand } from './commands';
import { cache, repository } from './places';

interface Manifest {
	name: string;
	version: string;
	n8n: { credentials: string[]; nodes: string[] };
	dependencies?: Record<string, string>;
	devDependencies?: Record<string, string>;
	peerDependencies?: Record<string, string>;
	optionalDependencies?: Record<string, string>;
}

const packed = join(cache, 'package');

/** Packs what `npm publish` would publish. @returns the tarball. */
export async function packTarball(): Promise<string> {
	await requireFreshBuild();
	await rm(packed, { recursive: true, force: true });
	await mkdir(packed, { recursive: true });
	await runCommand('npm', ['pack', '--ignore-scripts', '--pack-destination', packed], { cwd: repository });
	return await tarball();
}

/** The tarball that {@link packTarball} made last. */
export async function tarball(): Promise<string> {
	const [file] = (await readdir(packed)).filter((name) => name.endsWith('.tgz'));
	if (file === undefined) throw new Error('There is no tarball yet');
	return join(packed, file);
}

/** Unpacks a tarball as a folder with this name. */
export async function unpack(file: string, folder: string): Promise<void> {
	const parent = `${folder}.unpacking`;
	await mkdir(parent, { recursive: true });
	await runCommand('tar', ['-xzf', file, '-C', parent]);
	// npm wraps everything into a folder of this name
	await rename(join(parent, 'package'), folder);
	await rm(parent, { recursive: true });
}

/**
 * Installs a tarball the way n8n's community-nodes screen does: n8n takes the development and peer
 * dependencies out of the manifest and lets npm install the rest, of which a verified package has none.
 */
export async function installTarball(file: string, userFolder: string): Promise<void> {
	const { name } = await ownManifest();
	const modules = join(userFolder, '.n8n/nodes/node_modules');
	await mkdir(modules, { recursive: true });
	const folder = join(modules, name);
	await unpack(file, folder);

	const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Manifest;
	delete manifest.devDependencies;
	delete manifest.peerDependencies;
	delete manifest.optionalDependencies;
	if (Object.keys(manifest.dependencies ?? {}).length > 0) {
		throw new Error('The package has run-time dependencies; n8n verifies only packages without any');
	}
	await writeFile(join(folder, 'package.json'), JSON.stringify(manifest, null, 2));
}

async function ownManifest(): Promise<Manifest> {
	return JSON.parse(await readFile(join(repository, 'package.json'), 'utf8')) as Manifest;
}

/** A stale build would test yesterday's nodes. */
export async function requireFreshBuild(): Promise<void> {
	const dist = join(repository, 'dist');
	const { n8n } = await ownManifest();
	const missing = [...n8n.credentials, ...n8n.nodes].filter((file) => !existsSync(join(repository, file)));
	if (missing.length > 0) throw new Error(`There is no ${missing.join(', ')}; run "npm run build" first`);
	const built = await newest(dist);
	for (const source of ['nodes', 'credentials', 'icons']) {
		if ((await newest(join(repository, source))) > built) {
			throw new Error(`dist is older than ${source}; run "npm run build" first`);
		}
	}
}

/** The latest change of a file in a folder. */
async function newest(folder: string): Promise<number> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	const files = entries.filter((entry) => entry.isFile());
	const times = await Promise.all(
		files.map(async (file) => (await stat(join(file.parentPath, file.name))).mtimeMs),
	);
	return Math.max(...times);
}
