/** What the credentials sign is what the simulated tenant, by its own code, finds signed. */
import duoSig from '@duosecurity/duo_api/lib/duo_sig';
import fc from 'fast-check';
import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import { authorization, canonicalQuery } from '../../credentials/common/signature';
import { credentialTypes } from '../support/credentials';
import { verify } from '../tenant/http/signature';
import { decodePairs, type Pair, type WireRequest } from '../tenant/http/wire';

const keys = {
	host: 'api-0a1b2c3d.duosecurity.com',
	integrationKey: 'DIKATKATKATKATKATKAT',
	secretKey: 'kat-secret-kat-secret-kat-secret-kat-000',
};

async function sign(
	type: string,
	request: object,
	credentials: IDataObject = keys,
): Promise<IHttpRequestOptions> {
	const { authenticate } = credentialTypes[type]!;
	if (typeof authenticate !== 'function') throw new Error(`${type} does not sign`);
	return await authenticate(credentials as never, request as IHttpRequestOptions);
}

/** The request as it goes over the wire. */
function wire(signed: IHttpRequestOptions): WireRequest {
	const url = new URL(signed.url);
	const given = Object.entries((signed.headers ?? {}) as Record<string, string>);
	const headers = given.map(([name, value]) => [name.toLowerCase(), value] as const);
	return {
		method: signed.method ?? 'GET',
		path: url.pathname,
		rawQuery: url.search.slice(1),
		body: Buffer.from((signed.body as string | undefined) ?? ''),
		headers: { host: url.host, ...Object.fromEntries(headers) },
	};
}

function signatureOf(signed: IHttpRequestOptions): string | undefined {
	const request = wire(signed);
	const [name, hex] = Buffer.from(String(request.headers.authorization).slice(6), 'base64')
		.toString()
		.split(':');
	expect(name).toBe(keys.integrationKey);
	return verify(request, hex!, keys.secretKey)?.signature;
}

const awkward = fc.constantFrom(
	...'!*\'()~+&=%/?#[]{}|\\^`"<> ,;:@$-._',
	'é',
	'ß',
	'日',
	'😀',
	'\n',
	'\u007f',
);
const text = fc
	.array(fc.oneof(fc.constantFrom(...'aAzZ09_'), awkward), { maxLength: 12 })
	.map((parts) => parts.join(''));
const name = text.filter((each) => each !== '' && each !== '__proto__');
const value = fc.oneof(text, fc.array(text, { minLength: 1, maxLength: 3 }), fc.integer(), fc.boolean());
const parameters = fc.dictionary(name, value, { maxKeys: 6 });
const segment = text.filter((each) => !['', '.', '..'].includes(each)).map(encodeURIComponent);
const path = fc.array(segment, { minLength: 1, maxLength: 4 }).map((parts) => `/admin/v1/${parts.join('/')}`);
const pathWithQuery = fc
	.tuple(path, fc.option(parameters, { nil: undefined }))
	.map(([to, query]) =>
		query ? `${to}?${new URLSearchParams(query as Record<string, string>).toString()}` : to,
	);

/** n8n's own requests, and those of the HTTP Request node. */
const request = fc.oneof(
	fc.record({ method: fc.constantFrom('GET', 'DELETE'), url: pathWithQuery, qs: parameters }),
	fc.record({ method: fc.constantFrom('POST', 'PUT', 'PATCH'), url: pathWithQuery, body: parameters }),
	fc.record({
		method: fc.constant('POST'),
		url: path,
		body: parameters.map((data) => JSON.stringify(data, null, 1)),
	}),
	fc.record({
		method: fc.constantFrom('GET', 'POST'),
		uri: path.map((to) => `https://${keys.host}${to}`),
		qs: parameters,
	}),
	fc.record({
		method: fc.constant('POST'),
		uri: path.map((to) => `https://${keys.host}${to}`),
		form: parameters,
	}),
	fc.record({
		method: fc.constant('POST'),
		url: path,
		headers: fc.constant({ 'content-type': 'application/x-www-form-urlencoded' }),
		body: parameters.map((data) => new URLSearchParams(data as Record<string, string>).toString()),
	}),
);

test.each(Object.keys(credentialTypes))(
	'%s: 10,000 random requests verify',
	async (type) => {
		const check = fc.asyncProperty(request, async (unsigned) => {
			const before = structuredClone(unsigned);
			const signed = await sign(type, unsigned);
			expect(signatureOf(signed)).toBe('v5');
			expect(unsigned).toEqual(before);
		});
		await fc.assert(check, { numRuns: 10_000, seed: 20261122 });
	},
	120_000,
);

test('the query arrives with the very names and values that were given', async () => {
	const given = fc.asyncProperty(parameters, async (qs) => {
		const signed = await sign('duoAdminApi', { method: 'GET', url: '/admin/v1/users', qs });
		const sent = decodePairs(wire(signed).rawQuery);
		const expected = Object.entries(qs).flatMap(([key, each]) =>
			(Array.isArray(each) ? each : [each]).map((one): Pair => [key, String(one)]),
		);
		const order = (a: Pair, b: Pair) => (a.join('\0') < b.join('\0') ? -1 : 1);
		expect(sent.sort(order)).toEqual(expected.sort(order));
	});
	await fc.assert(given, { numRuns: 1_000, seed: 20261122 });
});

describe('known answers of signature version 5', () => {
	const vector = {
		...keys,
		host: 'API-0a1b2c3d.duosecurity.com',
		date: 'Mon, 05 Jan 2026 10:20:30 -0000',
		path: '/admin/v2/policies',
	};
	const hexOf = (header: string) => Buffer.from(header.slice(6), 'base64').toString().split(':')[1];

	test('GET with a query', () => {
		const query = canonicalQuery([
			['offset', '0'],
			['limit', '50'],
		]);
		expect(hexOf(authorization({ ...vector, method: 'get', query, body: '' }))).toBe(
			'2e981c3433cc547e019e62157b6612cc68b6039ea9ac3e0d6ec74564ba73c3fef94e0cef5e5f3726d107f5425613dd196ede4350c771f3c5e51fa0cb37c8aed6',
		);
	});

	test('POST with a JSON body', () => {
		const body = '{"policy_name":"KAT","sections":{}}';
		expect(hexOf(authorization({ ...vector, method: 'POST', query: '', body }))).toBe(
			'72bbe4067a9057bf274a463dcdd1f7f2cdb945de2879656a00f072d67b31324f9d6d43bde0afa66a4361ac8fa72f2177c31eea9d850cff4d9997a68fb1b2746d',
		);
	});
});

describe("beside Duo's own Node.js signer", () => {
	const date = 'Mon, 05 Jan 2026 10:20:30 -0000';
	const at = (query: string, body = '') =>
		authorization({ ...keys, date, method: 'GET', path: '/admin/v1/users', query, body });
	const official = (params: Record<string, string | string[]>, body = '') =>
		duoSig.signV5(
			keys.integrationKey,
			keys.secretKey,
			'GET',
			keys.host,
			'/admin/v1/users',
			params,
			date,
			body,
		);

	test('both agree on names made of letters, digits, “_”, “-” and “.”', () => {
		const plain = fc
			.string({ unit: fc.constantFrom(...'abzABZ019_-.'), minLength: 1, maxLength: 8 })
			.filter((each) => each !== '__proto__');
		const agree = fc.property(fc.dictionary(plain, text), fc.json(), (params, body) => {
			expect(at(canonicalQuery(Object.entries(params)), body)).toBe(official(params, body));
		});
		fc.assert(agree, { numRuns: 2_000, seed: 20261122 });
	});

	// Why we sign by our own code: Duo's other clients, and so its server, sort what was encoded.
	test('its order of other names, and of repeated values, is not that of the encoded text', () => {
		expect(
			canonicalQuery([
				['az', '1'],
				['a{', '2'],
			]),
		).toBe('a%7B=2&az=1');
		expect(at('a%7B=2&az=1')).not.toBe(official({ 'a{': '2', az: '1' }));
		expect(at('results=denied&results=success')).not.toBe(official({ results: ['success', 'denied'] }));
	});
});

describe('a request that was signed already', () => {
	test('gets a fresh date and signature and is the same otherwise', async () => {
		jest.useFakeTimers({ now: new Date('2026-01-05T10:20:30Z') });
		const first = await sign('duoAdminApi', {
			method: 'POST',
			url: '/admin/v1/users',
			body: { username: 'zoë' },
		});
		jest.setSystemTime(new Date('2026-01-05T10:21:00Z'));
		const second = await sign('duoAdminApi', first);
		jest.useRealTimers();

		expect(signatureOf(second)).toBe('v5');
		expect(second.headers?.Date).not.toBe(first.headers?.Date);
		expect({ ...second, headers: {} }).toEqual({ ...first, headers: {} });
	});
});

describe('the hosts of child accounts', () => {
	const child = 'https://api-9f8e7d6c.duosecurity.com/admin/v1/users';
	const loopback = { ...keys, host: '127.0.0.1:8443' };

	test.each([
		['another host of Duo’s', keys, child],
		['in the old library’s words', keys, { uri: child }],
		['a federal one', keys, 'https://api-9f8e7d6c.duofederal.com/admin/v1/users'],
		['another port of a simulated tenant', loopback, 'https://127.0.0.1:9443/admin/v1/users'],
	])('the Accounts credential signs for %s, with that host', async (_, credentials, to) => {
		const request = typeof to === 'string' ? { url: to } : to;
		const options = { method: 'GET', ...request, qs: { account_id: 'DAEXAMPLEACCOUNT0001' } };
		const signed = await sign('duoAccountsApi', options, credentials);

		expect(signed.url.split('?')[0]).toBe(typeof to === 'string' ? to : to.uri);
		expect(signatureOf(signed)).toBe('v5');
	});

	test.each([
		['a host that is not Duo’s', keys, 'https://evil.example.test/admin/v1/users'],
		['one that only ends alike', keys, 'https://evilduosecurity.com/'],
		['one that only begins alike', keys, 'https://api-9f8e7d6c.duosecurity.com.evil.test/'],
		['one without TLS', keys, child.replace('https:', 'http:')],
		['a port of its own', keys, 'https://api-9f8e7d6c.duosecurity.com:8443/admin/v1/users'],
		['this machine, when the parent is at Duo', keys, 'https://127.0.0.1:9443/admin/v1/users'],
		['Duo, when the parent is simulated', loopback, child],
		['loopback without a port', loopback, 'https://127.0.0.1/admin/v1/users'],
	])('the Accounts credential does not sign for %s', async (_, credentials, url) => {
		await expect(sign('duoAccountsApi', { method: 'GET', url }, credentials)).rejects.toThrow(
			/cannot be used for/,
		);
	});

	test.each(['duoAdminApi', 'duoAuthApi'])('%s signs for its own host only', async (type) => {
		await expect(sign(type, { method: 'GET', url: child })).rejects.toThrow(/cannot be used for/);
		const elsewhere = { method: 'GET', url: 'https://127.0.0.1:9443/' };
		await expect(sign(type, elsewhere, loopback)).rejects.toThrow(/cannot be used for/);
	});
});

describe('what may not be signed', () => {
	const refused = (options: object, credentials: IDataObject = keys) =>
		sign('duoAdminApi', options, credentials);

	test.each([
		['another host', { method: 'GET', url: 'https://evil.example.test/admin/v1/users' }],
		["another host in the old library's words", { method: 'GET', uri: 'https://evil.example.test/' }],
		['a host that only begins alike', { method: 'GET', url: `https://${keys.host}.evil.test/` }],
		['the same host without TLS', { method: 'GET', url: `http://${keys.host}/admin/v1/users` }],
		['another base URL', { method: 'GET', url: '/x', baseURL: 'https://evil.example.test' }],
	])('%s', async (_, options) => {
		await expect(refused(options)).rejects.toThrow(/cannot be used for/);
	});

	test('multipart forms and bodies that are not JSON', async () => {
		const to = { method: 'POST', url: '/admin/v1/users' };
		await expect(refused({ ...to, formData: { file: 'x' } })).rejects.toThrow(/multipart/);
		await expect(refused({ ...to, body: Buffer.from('x') })).rejects.toThrow(/binary/);
		await expect(refused({ ...to, body: 'username=zoe' })).rejects.toThrow('The body is not valid JSON');
	});

	test('earlier headers of the same meaning, in whatever case, are replaced', async () => {
		const headers = {
			authorization: 'Basic old',
			DATE: 'yesterday',
			Host: 'evil',
			'X-Duo-Date': 'x',
			accept: 'text/plain',
		};
		const signed = await refused({ method: 'GET', url: '/admin/v1/users', headers });
		expect(Object.keys(signed.headers ?? {})).toEqual(['accept', 'Date', 'Authorization']);
		expect(signatureOf(signed)).toBe('v5');
	});

	test('redirects are not followed, in either dialect of n8n', async () => {
		const signed = await refused({
			method: 'GET',
			url: '/admin/v1/users',
			followRedirect: true,
			maxRedirects: 21,
		});
		expect(signed).toMatchObject({
			disableFollowRedirect: true,
			followRedirect: false,
			followAllRedirects: false,
			maxRedirects: 0,
		});
	});
});
