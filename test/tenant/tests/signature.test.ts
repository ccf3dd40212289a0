/** The simulated tenant’s signatures against known answers. */
import { verify } from '../http/signature';
import type { WireRequest } from '../http/wire';

const secretKey = 'kat-secret-kat-secret-kat-secret-kat-000';
const date = 'Mon, 05 Jan 2026 10:20:30 -0000';
const host = 'API-0a1b2c3d.duosecurity.com';

const request = (method: string, path: string, rawQuery = '', body = '', headers = {}): WireRequest => ({
	method,
	path,
	rawQuery,
	body: Buffer.from(body),
	headers: { host, date, ...headers },
});
const form = { 'content-type': 'application/x-www-form-urlencoded' };
const json = { 'content-type': 'application/json' };
const user = "username=zo%C3%AB+o'neil&realname=Zo%c3%ab%20(QA)+*%2B~&notes=";
const policy = '{"policy_name":"KAT","sections":{}}';
const logs =
	'mintime=1767600000000&maxtime=1767686400000&results=success&results=denied' +
	'&next_offset=1767600000123,0d3c1f52-7b6e-4a19-9c80-2f4e5a6b7c8d';

const vectors: [string, string, WireRequest, string][] = [
	['1', 'v2-sha1', request('GET', '/admin/v1/info/summary'), 'fef6d965762a336c5752e92cddc4dea982434663'],
	[
		'2',
		'v2-sha1',
		request('POST', '/admin/v1/users', '', user, form),
		'f68be12d1af6efdce808ab42906cabc36f2d78c8',
	],
	[
		'3',
		'v2-sha512',
		request('POST', '/admin/v1/users', '', user, form),
		'51d2cc0410220620d3bd6441e67e945a8263dff25397014c74cefc4e6b0f98452494bb3e2d0c43eb2fa0456c7b090f54c7ba989e7a53ec8d1218dcbc1a0ec703',
	],
	[
		'4',
		'v5',
		request('GET', '/admin/v2/policies', 'offset=0&limit=50'),
		'2e981c3433cc547e019e62157b6612cc68b6039ea9ac3e0d6ec74564ba73c3fef94e0cef5e5f3726d107f5425613dd196ede4350c771f3c5e51fa0cb37c8aed6',
	],
	[
		'5',
		'v5',
		request('POST', '/admin/v2/policies', '', policy, json),
		'72bbe4067a9057bf274a463dcdd1f7f2cdb945de2879656a00f072d67b31324f9d6d43bde0afa66a4361ac8fa72f2177c31eea9d850cff4d9997a68fb1b2746d',
	],
	[
		'6',
		'v5',
		request('POST', '/admin/v2/policies', '', policy, { ...json, 'x-duo-date': date }),
		'f18bdc579c778208cbe913b73ea36095e588908a2ab34cc2d161186d325be0ca2967a95295bc2947615d3111f98c759690571ddb5ca6692cf4372ae03384d5b4',
	],
	[
		'7',
		'v2-sha1',
		request('GET', '/admin/v2/logs/authentication', logs),
		'a27353092e4588873b42391cecbeb0446666ef72',
	],
];

describe('signature vectors', () => {
	it.each(vectors)('accepts vector %s as %s', (_number, signature, wire, hex) => {
		expect(verify(wire, hex, secretKey)).toEqual({ signature, date });
	});

	it.each(vectors)('accepts vector %s (%s) in upper case', (_number, signature, wire, hex) => {
		expect(verify(wire, hex.toUpperCase(), secretKey)?.signature).toBe(signature);
	});

	it.each(vectors)(
		'refuses vector %s (%s) with another secret, date, method, host, path or parameter',
		(_n, _s, wire, hex) => {
			const changes: Partial<WireRequest>[] = [
				{ headers: { ...wire.headers, date: 'Mon, 05 Jan 2026 10:20:31 -0000', 'x-duo-date': undefined } },
				{ headers: { ...wire.headers, host: 'api-00000000.duosecurity.com' } },
				{ method: 'PUT' },
				{ path: `${wire.path}/` },
				{ rawQuery: `${wire.rawQuery}&a=b` },
			];
			if (wire.body.length > 0) changes.push({ body: Buffer.concat([wire.body, Buffer.from('&a=b')]) });
			for (const change of changes) expect(verify({ ...wire, ...change }, hex, secretKey)).toBeUndefined();
			expect(verify(wire, hex, `${secretKey}!`)).toBeUndefined();
		},
	);

	it('takes the date from X-Duo-Date, and a host with a port that was signed without it', () => {
		const hex = 'fef6d965762a336c5752e92cddc4dea982434663';
		const wire = request('GET', '/admin/v1/info/summary', '', '', {
			date: undefined,
			'x-duo-date': date,
			host: `${host}:8443`,
		});
		expect(verify(wire, hex, secretKey)).toEqual({ signature: 'v2-sha1', date });
	});

	it('refuses an X-Duo header that was not signed', () => {
		const [, , wire, hex] = vectors[4]!;
		const headers = { ...wire.headers, 'x-duo-note': 'smuggled in' };
		expect(verify({ ...wire, headers }, hex, secretKey)).toBeUndefined();
	});

	it('does not take a JSON body that version 2 left unsigned', () => {
		const wire = request('GET', '/admin/v1/info/summary', '', '{"account_id":"x"}', json);
		expect(verify(wire, 'fef6d965762a336c5752e92cddc4dea982434663', secretKey)).toBeUndefined();
	});

	it('does not believe parameters that were signed but not sent as a form', () => {
		const wire = request('POST', '/admin/v1/users', '', user, { 'content-type': 'text/plain' });
		expect(verify(wire, 'f68be12d1af6efdce808ab42906cabc36f2d78c8', secretKey)).toBeUndefined();
	});
});
