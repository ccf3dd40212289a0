/** Starts n8n before the first test file of this layer. */
import { makeCertificate } from '../../tenant/certificate';

import { announce } from './announcement';
import { installN8n } from './installation';
import { RealN8n } from './RealN8n';
import { packTarball } from './tarball';

declare global {
	var runningN8n: RealN8n | undefined;
}

/**
 * Runs once before all test files of this layer, because starting n8n takes long: they share one n8n, and
 * each file starts a tenant of its own with the certificate that this n8n trusts.
 */
export default async function globalSetup(): Promise<void> {
	const startedAt = Date.now();
	const tell = (progress: string) => process.stderr.write(`n8n: ${progress}\n`);
	await installN8n(tell);
	tell('packing the package');
	const tarball = await packTarball();
	tell('starting');
	const tls = await makeCertificate();
	const n8n = await RealN8n.prepare({ tarball, certificate: tls.certificate });
	globalThis.runningN8n = n8n;
	try {
		await n8n.start();
		await n8n.setUpOwner();
	} catch (fault) {
		await n8n.remove();
		throw fault;
	}
	announce({ url: n8n.url, userFolder: n8n.userFolder, tls });
	tell(`ready after ${Math.round((Date.now() - startedAt) / 1000)} s`);
}
