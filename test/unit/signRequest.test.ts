/** What the credentials sign, known answers, and Duo’s own signer beside ours. */
import duoSig from '@duosecurity/duo_api/lib/duo_sig';
import fc from 'fast-check';

import { authorization, canonicalQuery } from '../../credentials/common/signature';
import { keys, sign, wire } from '../support/signedRequest';
import { decodePairs, type Pair } from '../tenant/http/wire';

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
