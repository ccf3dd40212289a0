/** `npm run tenant`: the simulated tenant as a server to play with. */
import { X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { makeCertificate } from './certificate';
import {
	startTenant,
	type ApiKey,
	type PhoneAnswer,
	type RecordedRequest,
	type Tenant,
	type Tls,
} from './index';

const { values } = parseArgs({
	options: {
		port: { type: 'string', default: '8443' },
		users: { type: 'string', default: '25' },
		seed: { type: 'string', default: '1' },
		'push-answer': { type: 'string' },
		/** How many rows the logs gain in a minute. */
		events: { type: 'string', default: '0' },
		certificate: { type: 'string', default: resolve(__dirname, '../../.cache/tenant/certificate.pem') },
	},
});

const pushAnswers = ['approve', 'deny', 'none'] as const;

const print = (line = '') => process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
	const perMinute = wholeNumber('events', values.events);
	const seed = wholeNumber('seed', values.seed);
	const pushAnswer = values['push-answer'] && oneOf('push-answer', values['push-answer'], pushAnswers);
	const certificate = resolve(values.certificate);
	const tenant = await startTenant({
		tls: await keptCertificate(certificate),
		port: wholeNumber('port', values.port),
		// the same seed gives the same keys, so a saved credential keeps working
		sample: { seed, users: wholeNumber('users', values.users) },
		onReply: logLine,
	});
	if (pushAnswer) {
		for (const id of tenant.account.phones.keys()) tenant.answer(id, { answer: pushAnswer, afterMs: 1000 });
	}
	if (perMinute > 0) tenant.logs.grow({ perMinute, seed });
	introduce(tenant, certificate);
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void tenant.stop());
}

/** The certificate of the last start, so that an n8n that trusts it need not be restarted. */
async function keptCertificate(file: string): Promise<Tls> {
	const keyFile = `${file}.key`;
	if (existsSync(file) && existsSync(keyFile)) {
		const kept = { certificate: readFileSync(file, 'utf8'), key: readFileSync(keyFile, 'utf8') };
		if (new X509Certificate(kept.certificate).validToDate.getTime() > Date.now() + 86_400_000) return kept;
	}
	const made = await makeCertificate();
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, made.certificate);
	writeFileSync(keyFile, made.key, { mode: 0o600 });
	return made;
}

function introduce(tenant: Tenant, certificate: string): void {
	print(`Simulated Duo tenant at ${tenant.url}`);
	print();
	print('Type into n8n:');
	printKey('Duo Admin API', tenant.keys.admin);
	printKey('Duo Auth API', tenant.keys.auth);
	printKey('Duo Accounts API', tenant.keys.accounts);
	print();
	print('n8n must trust the certificate of this tenant; start it like this:');
	print(`  NODE_EXTRA_CA_CERTS="${certificate}" n8n start`);
	print();
	print('Some of the people here:');
	for (const user of [...tenant.account.users.values()].slice(0, 8)) {
		const phone = tenant.account.phones.get(user.phones[0] ?? '');
		const device = phone ? `${phone.number.padEnd(14)} ${describe(phone.answer)}` : 'no phone yet';
		print(`  ${user.username.padEnd(24)} ${user.email.padEnd(36)} ${device}`);
	}
	print();
	print('Requests (Ctrl+C ends the tenant):');
}

function printKey(title: string, { host, integrationKey, secretKey }: ApiKey): void {
	print(`  ${title}`);
	print(`    API hostname     ${host}`);
	print(`    Integration key  ${integrationKey}`);
	print(`    Secret key       ${secretKey}`);
}

function describe({ answer, afterMs }: PhoneAnswer): string {
	if (answer === 'none') return 'does not answer';
	const verb = { approve: 'approves', deny: 'denies', fraud: 'reports fraud', fail: 'is not reached' }[
		answer
	];
	return `${verb} after ${afterMs / 1000} s`;
}

function logLine({ method, path, status, code }: RecordedRequest): void {
	print(`${method} ${path} ${status}${code ? ` (${code})` : ''}`);
}

function wholeNumber(name: string, text: string): number {
	if (!/^\d+$/.test(text)) throw new Error(`--${name} takes a whole number, not "${text}"`);
	return Number(text);
}

function oneOf<T extends string>(name: string, text: string, allowed: readonly T[]): T {
	const found = allowed.find((value) => value === text);
	if (!found) throw new Error(`--${name} takes one of ${allowed.join(', ')}, not "${text}"`);
	return found;
}

main().catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = 1;
});
