/** What users get: the packed tarball, unpacked. */
import { mkdir, readdir, readFile, symlink } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';

import manifest from '../../package.json';
import { machineEnvironment, runCommand } from '../n8n/harness/commands';
import { repository } from '../n8n/harness/places';

import { temporaryFolder, unpackInto } from './unpacked';

const { credentials, nodes } = manifest.n8n;
const entryPoints = [...credentials, ...nodes];

let temporary: Awaited<ReturnType<typeof temporaryFolder>>;
let folder: string;
/** Every file's content by its path. */
let files: Map<string, string>;

beforeAll(async () => {
	temporary = await temporaryFolder();
	await mkdir(join(temporary.path, 'node_modules'));
	folder = await unpackInto(join(temporary.path, 'node_modules', manifest.name));
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
	files = new Map(
		await Promise.all(
			paths.map(
				async (path): Promise<[string, string]> => [
					relative(folder, path).split(sep).join('/'),
					await readFile(path, 'utf8'),
				],
			),
		),
	);
});

afterAll(async () => {
	await temporary.remove();
});

test('holds what users need and nothing else', () => {
	const expected = [
		'LICENSE.md',
		'README.md',
		'index.js',
		'package.json',
		'dist/THIRD_PARTY_LICENSES.txt',
		'dist/icons/duo.dark.svg',
		'dist/icons/duo.svg',
		...entryPoints,
		...nodes.map((node) => node.replace(/\.js$/, '.json')),
	];
	expect([...files.keys()].sort()).toEqual(expected.sort());
});

test('has the licence of every package that is bundled', () => {
	// esbuild writes above each part of a bundle where it came from
	const bundled = new Set(
		[...files.values()].flatMap((text) =>
			[...text.matchAll(/^\s*\/\/ node_modules\/((?:@[^/\s]+\/)?[^/\s]+)/gm)].map(([, name]) => name!),
		),
	);
	const licences = files.get('dist/THIRD_PARTY_LICENSES.txt') ?? '';
	const titles = [...licences.matchAll(/^(\S+) \d+\.\d+\.\d+\S* \(.+\)$/gm)].map(([, name]) => name);

	expect([...bundled]).toContain('libphonenumber-js');
	expect(titles.sort()).toEqual([...bundled].sort());
	expect(licences.match(/permission is hereby granted/gi)?.length).toBeGreaterThanOrEqual(bundled.size);
});

test('names no place of the machine it was built on', () => {
	const places = [repository, homedir(), tmpdir()].filter((place) => dirname(place) !== place);
	for (const [path, text] of files) {
		for (const place of places)
			expect({ path, names: text.includes(`${place}/`) }).toEqual({ path, names: false });
	}
});

test('has no scripts that run at installation, and no dependencies', () => {
	const packed = JSON.parse(files.get('package.json') ?? '') as Record<string, object | undefined>;
	const lifecycle = ['preinstall', 'install', 'postinstall', 'prepare', 'prepublish'];
	expect(Object.keys(packed.scripts ?? {}).filter((name) => lifecycle.includes(name))).toEqual([]);
	expect(Object.keys(packed.dependencies ?? {})).toEqual([]);
});

describe('where nothing but n8n-workflow is installed', () => {
	beforeAll(async () => {
		const target = join(repository, 'node_modules/n8n-workflow');
		// a junction needs no privileges on Windows; elsewhere the word is ignored
		await symlink(target, join(temporary.path, 'node_modules/n8n-workflow'), 'junction');
	});

	test.each(entryPoints)('%s loads', async (file) => {
		// n8n takes the class from the first part of the file's name
		const code = `
      const [className] = require('node:path').basename(process.argv[1]).split('.');
      const { name, description } = new (require(process.argv[1])[className])();
      process.stdout.write(description?.name ?? name);`;

		const name = await runCommand(process.execPath, ['-e', code, join(folder, file)], {
			cwd: folder,
			env: { ...machineEnvironment(), NODE_PATH: '' },
		});

		const [className = ''] = file.split('/').pop()!.split('.');
		expect(name.toLowerCase()).toBe(className.toLowerCase());
	});
});
