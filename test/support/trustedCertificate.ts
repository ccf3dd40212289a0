/** The certificate of simulated tenants that a process of tests trusts. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as tls from 'node:tls';

import type { Tls } from '../tenant';
import { makeCertificate } from '../tenant/certificate';

/** One for all tenants, and the only one trusted: several authorities of the same name would be mixed up. */
export async function trustedCertificate(): Promise<Tls> {
	if (!('setDefaultCACertificates' in tls)) return await certificateSinceStart();
	const made = await makeCertificate();
	tls.setDefaultCACertificates([made.certificate]);
	return made;
}

/** Node before 22.19 trusts only what it was told when it was started. */
async function certificateSinceStart(): Promise<Tls> {
	const file = process.env.NODE_EXTRA_CA_CERTS;
	if (file === undefined) {
		throw new Error(
			`Node ${process.version} cannot be told later whom to trust: start it by "npm run test:runtimes"`,
		);
	}
	return { certificate: await readFile(file, 'utf8'), key: await readFile(`${file}.key`, 'utf8') };
}

/** @returns the environment in which a process of any Node trusts a new certificate, kept in this file. */
export async function environmentOfTrust(file: string): Promise<NodeJS.ProcessEnv> {
	const { certificate, key } = await makeCertificate();
	await mkdir(dirname(file), { recursive: true });
	await writeFile(file, certificate);
	await writeFile(`${file}.key`, key);
	return { NODE_EXTRA_CA_CERTS: file };
}
