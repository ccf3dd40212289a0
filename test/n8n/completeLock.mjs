/**
 * `node completeLock.mjs <package-lock.json>`: adds the optional packages for other platforms that npm left
 * out.
 *
 * Where the registry at hand lacks them, npm writes a lock file without them, and `npm ci` then refuses it
 * ("Missing: … from lock file"). The names tell the platforms; only the checksums cannot be known here.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const systems = [
	'aix',
	'android',
	'darwin',
	'freebsd',
	'linux',
	'netbsd',
	'openbsd',
	'openharmony',
	'sunos',
	'win32',
];
const processors = ['arm64', 'arm', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'x64', 'wasm32'];
const libraries = { gnu: 'glibc', musl: 'musl' };

const file = process.argv[2];
const lock = JSON.parse(readFileSync(file, 'utf8'));
const added = [];

for (const [parentPath, parent] of Object.entries(lock.packages)) {
	for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
		const platform = /^\d+\.\d+\.\d+[^ ]*$/.test(version) && platformOf(name);
		const places = placesSeenFrom(parentPath).map((folder) => `${folder}node_modules/${name}`);
		if (!platform || places.some((place) => lock.packages[place]?.version === version)) continue;

		// beside the package that wants it, or inside when that place is taken
		const place = places
			.slice(0, 2)
			.reverse()
			.find((candidate) => !lock.packages[candidate]);
		const { dev, license } = parent;
		const { os, cpu, libc } = platform;
		lock.packages[place] = {
			version,
			cpu,
			...(dev && { dev }),
			...(libc && { libc }),
			license,
			optional: true,
			os,
		};
		added.push(name);
	}
}

const [own, ...rest] = Object.entries(lock.packages);
lock.packages = Object.fromEntries([own, ...rest.sort(([a], [b]) => a.localeCompare(b, 'en'))]);
writeFileSync(file, JSON.stringify(lock, null, 2) + '\n');
process.stdout.write(`${added.length} added${added.map((name) => `\n  ${name}`).join('')}\n`);

/** The folders in whose node_modules a package looks, its own first. */
function placesSeenFrom(path) {
	const outer = path.slice(0, Math.max(path.lastIndexOf('node_modules/'), 0));
	return [`${path}/`, ...(outer === '' ? [''] : placesSeenFrom(outer.slice(0, -1)))];
}

/** What `…-linux-arm64-gnu` says; undefined when it names no platform. */
function platformOf(name) {
	const words = name.toLowerCase().split(/[-/]/);
	const os = systems.find((system) => words.includes(system));
	const cpu = processors.find((processor) => words.includes(processor));
	if (!os || !cpu) return undefined;
	const [, library] =
		Object.entries(libraries).find(([ending]) => words.some((word) => word.startsWith(ending))) ?? [];
	return { os: [os], cpu: [cpu], libc: os === 'linux' && library ? [library] : undefined };
}
