/** n8n's scan for verified packages, on the sources and on the tarball; each must be able to fail. */
import { appendFile, cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { runCommand } from '../n8n/harness/commands';
import { repository } from '../n8n/harness/places';

import { temporaryFolder, unpackInto } from './unpacked';

jest.setTimeout(120_000);

interface Verdict {
	passed: boolean;
	message?: string;
	details?: string;
}

/** What n8n lints at the commit that a package was built from, and in the package itself. */
const patterns = {
	sources: ['package.json', '{nodes,credentials}/**/*.{js,ts,json}'],
	tarball: ['**/*.js', 'package.json'],
};

const PASSED: Verdict = { passed: true };

let temporary: Awaited<ReturnType<typeof temporaryFolder>>;
let copies = 0;

beforeAll(async () => {
	temporary = await temporaryFolder();
});

afterAll(async () => {
	await temporary.remove();
});

async function scan(folder: string, files: string[]): Promise<Verdict> {
	const script = join(__dirname, 'scan.mjs');
	return JSON.parse(await runCommand(process.execPath, [script, folder, ...files])) as Verdict;
}

const newFolder = () => join(temporary.path, `copy${copies++}`);

async function copyOfSources(): Promise<string> {
	const folder = newFolder();
	for (const part of ['package.json', 'nodes', 'credentials', 'icons']) {
		await cp(join(repository, part), join(folder, part), { recursive: true });
	}
	return folder;
}

/** Breaks a rule of the scan in a file. */
async function plant(file: string): Promise<void> {
	if (file.endsWith('.json')) {
		const manifest = JSON.parse(await readFile(file, 'utf8')) as object;
		await writeFile(file, JSON.stringify({ ...manifest, dependencies: { axios: '1.0.0' } }, null, 2));
	} else {
		await appendFile(file, '\nconsole.log(process.env.HOME);\n');
	}
}

test('the sources pass', async () => {
	// "passed" with a message would mean that no file was looked at
	await expect(scan(await copyOfSources(), patterns.sources)).resolves.toEqual(PASSED);
});

test('the tarball passes', async () => {
	await expect(scan(await unpackInto(newFolder()), patterns.tarball)).resolves.toEqual(PASSED);
});

test.each([
	'package.json',
	'nodes/DuoAdmin/DuoAdmin.node.ts',
	'nodes/shared/engine/executeNode.ts',
	'credentials/DuoAdminApi.credentials.ts',
	'credentials/common/signRequest.ts',
])('a violation in %s of the sources is found', async (file) => {
	const folder = await copyOfSources();
	await plant(join(folder, file));

	const verdict = await scan(folder, patterns.sources);

	expect(verdict.passed).toBe(false);
	expect(verdict.details).toContain(file);
});

test.each([
	'package.json',
	'index.js',
	'dist/nodes/DuoAdmin/DuoAdmin.node.js',
	'dist/credentials/DuoAuthApi.credentials.js',
])('a violation in %s of the tarball is found', async (file) => {
	const folder = await unpackInto(newFolder());
	await plant(join(folder, file));

	const verdict = await scan(folder, patterns.tarball);

	expect(verdict.passed).toBe(false);
	expect(verdict.details).toContain(file);
});
