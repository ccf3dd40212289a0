/**
 * The build: checks types, bundles each entry point that package.json lists for n8n, copies icons and
 * codex files, and gathers the licences of what was bundled. `dist` mirrors the sources, as n8n's
 * loader expects.
 */
const { readFile, rm, writeFile } = require('node:fs/promises');
const { dirname, join } = require('node:path');
const { execFile } = require('node:child_process');
const { promisify } = require('node:util');
const esbuild = require('esbuild');
const gulp = require('gulp');

const manifest = require('./package.json');

const clean = () => rm('dist', { recursive: true, force: true });

const types = () =>
	promisify(execFile)('tsc', ['--noEmit'], { shell: process.platform === 'win32' }).catch(showOutput);

const entryPoints = [...manifest.n8n.credentials, ...manifest.n8n.nodes].map((built) =>
	built.replace(/^dist\//, '').replace(/\.js$/, '.ts'),
);

/** n8n provides `n8n-workflow`; everything else must be inside, because n8n installs no dependencies. */
async function bundle() {
	const { metafile } = await esbuild.build({
		entryPoints,
		outdir: 'dist',
		outbase: '.',
		bundle: true,
		platform: 'node',
		target: 'node20',
		format: 'cjs',
		external: ['n8n-workflow'],
		legalComments: 'none',
		metafile: true,
	});
	await writeFile('dist/THIRD_PARTY_LICENSES.txt', await licences(Object.keys(metafile.inputs)));
}

/** The licence texts of the packages that these files come from. */
async function licences(files) {
	const folders = new Set(
		files.flatMap((file) => file.match(/^node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0] ?? []),
	);
	const texts = await Promise.all(
		[...folders].sort().map(async (folder) => {
			const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
			const text = await licenceText(folder);
			return `${name} ${version} (${license})\n\n${text.trim()}\n`;
		}),
	);
	return texts.join(`\n${'-'.repeat(80)}\n\n`);
}

async function licenceText(folder) {
	for (const file of ['LICENSE', 'license', 'LICENSE.md', 'LICENCE']) {
		const text = await readFile(join(folder, file), 'utf8').catch(() => undefined);
		if (text !== undefined) return text;
	}
	throw new Error(`${folder} is bundled but has no licence text`);
}

const icons = () => gulp.src('icons/*.svg').pipe(gulp.dest('dist/icons'));

const codex = () => gulp.src('nodes/**/*.node.json').pipe(gulp.dest('dist/nodes'));

function showOutput({ stdout }) {
	throw new Error(`The types do not fit:\n${stdout}`);
}

/** Refuses to publish under the placeholders of package.json. */
async function owner() {
	const { author, repository } = manifest;
	const placeholder = [author.email, repository.url].find((text) => text.includes('example'));
	if (placeholder) {
		throw new Error(`Set author and repository in package.json first ("${placeholder}" is a placeholder)`);
	}
}

exports.build = gulp.series(clean, types, gulp.parallel(bundle, icons, codex));
exports.owner = owner;
