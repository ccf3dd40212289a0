/** What the credentials sign is what the simulated tenant, by its own code, finds signed. */
import fc from 'fast-check';

import { credentialTypes } from '../support/credentials';
import { keys, sign, signatureOf } from '../support/signedRequest';

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
const anyRequest = fc.oneof(
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
		const check = fc.asyncProperty(anyRequest, async (unsigned) => {
			const before = structuredClone(unsigned);
			const signed = await sign(type, unsigned);
			expect(signatureOf(signed)).toBe('v5');
			expect(unsigned).toEqual(before);
		});
		await fc.assert(check, { numRuns: 10_000, seed: 20261122 });
	},
	120_000,
);
