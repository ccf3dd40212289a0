/**
 * `npm run test:runtimes`: the built package on the oldest Node.js and in the oldest n8n that it supports.
 * Tests of the engine layer run there with the bundles of dist in place of the sources.
 */
import { join } from 'node:path';

import { runCommand } from '../n8n/harness/commands';
import { cache, repository } from '../n8n/harness/places';
import { requireFreshBuild } from '../n8n/harness/tarball';
import { environmentOfTrust } from '../support/trustedCertificate';

import { installRuntimes, versionOf } from './installation';

/**
 * As in package.json beside this file. n8n-core 1.122.0 is that of n8n 1.123.0, which asks for Node 20.19;
 * n8n 2.10 asks for 22.16.
 */
const runtimes = [
	{ node: 'node20', n8n: 'oldest' },
	{ node: 'node20', n8n: 'current' },
	{ node: 'node22', n8n: 'current' },
] as const;

/**
 * Some of each kind, because all would take many minutes: items, writes, faults, pages, lists, polls, pushes,
 * children.
 */
const tests = [
	'items',
	'transport',
	'networkFaults',
	'refusals',
	'childAccounts',
	'lists',
	'triggerAlerts',
	'auth/push',
	'admin/phoneAssociate',
].map((name) => `test/engine/${name}.test.ts`);

/** The longest of them. */
const tooLong = '1,000 items';

/** Before n8n 2, n8n keeps nothing of a fault that has one cause for each address of the host. */
const unknownToOldest = 'a fault of the network none of its addresses';

/** n8n 1 keeps a timer running for as long as the process lives, so jest has to end it. */
const options = ['--forceExit', '--silent'];

const tell = (text: string) => process.stderr.write(`${text}\n`);

async function main(): Promise<void> {
	await requireFreshBuild();
	await installRuntimes(tell);
	const trust = await environmentOfTrust(join(cache, 'runtimes/tenant.pem'));
	for (const runtime of runtimes) await testOn(runtime, trust);
}

async function testOn({ node, n8n }: (typeof runtimes)[number], trust: NodeJS.ProcessEnv): Promise<void> {
	const binary = join(__dirname, 'node_modules', node, 'bin/node');
	const place = n8n === 'oldest' ? __dirname : repository;
	tell(
		`\nNode ${(await runCommand(binary, ['--version'])).trim()}, n8n-core ${await versionOf('n8n-core', place)}`,
	);
	const leftOut = n8n === 'oldest' ? [tooLong, unknownToOldest] : [tooLong];
	tell(`Left out: ${leftOut.join('; ')}`);
	const names = `^(?!${leftOut.join('|')})`;
	const jest = join(repository, 'node_modules/jest/bin/jest.js');
	await runCommand(
		binary,
		[
			jest,
			'--config',
			join(__dirname, 'jest.config.js'),
			'--testNamePattern',
			names,
			...options,
			'--',
			...tests,
		],
		{ cwd: repository, env: { ...process.env, ...trust, N8N: n8n }, onLine: tell },
	);
}

main().catch((fault: unknown) => {
	process.exitCode = 1;
	tell(fault instanceof Error ? fault.message : String(fault));
});
