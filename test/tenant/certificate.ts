/** A certificate for the loopback address. */
import { randomUUID } from 'node:crypto';

import { generate } from 'selfsigned';

import type { Tls } from './types';

/** A certificate for loopback that is its own authority, so that trusting it is one line of environment. */
export async function makeCertificate(): Promise<Tls> {
	// A name of its own: of several trusted certificates with one name, OpenSSL would try the first only.
	const commonName = `Simulated Duo tenant ${randomUUID()}`;
	const made = await generate([{ name: 'commonName', value: commonName }], {
		keyType: 'ec',
		algorithm: 'sha256',
		extensions: [
			{ name: 'basicConstraints', cA: true, critical: true },
			{ name: 'keyUsage', keyCertSign: true, digitalSignature: true, critical: true },
			{ name: 'extKeyUsage', serverAuth: true },
			{
				name: 'subjectAltName',
				altNames: [
					{ type: 7, ip: '127.0.0.1' },
					{ type: 7, ip: '::1' },
					{ type: 2, value: 'localhost' },
				],
			},
		],
	});
	return { key: made.private, certificate: made.cert };
}
