/** What people paste into a credential comes with more than it should. */
import fc from 'fast-check';
import type { IHttpRequestOptions } from 'n8n-workflow';

import { readKeys } from '../../credentials/common/keys';
import { pasted } from '../../credentials/common/pasted';
import { credentialTypes } from '../support/credentials';

const clean = {
	host: 'api-0a1b2c3d.duosecurity.com',
	integrationKey: 'DI0123456789ABCDEFGH',
	secretKey: 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJ0123',
};

/** Characters that nobody sees, and blanks of every width. */
const unseen = [
	...'\u00ad\u034f\u061c\u115f\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2069\ufe0f\ufeff',
	...'\t\n\v\f\r \u0000\u0007\u007f\u0085\u00a0\u1680\u2000\u2002\u2003\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000',
	'\u{e0001}',
];

/** The same sign at full width, as input methods for East Asian languages write it. */
const fullWidth = (sign: string) => String.fromCodePoint(sign.codePointAt(0)! + 0xfee0);

/** A text with such characters anywhere in it. */
function soiled(text: string) {
	const dirt = fc.array(fc.constantFrom(...unseen), { maxLength: 2 }).map((signs) => signs.join(''));
	const signs = [...text].map((sign) => fc.tuple(dirt, fc.constantFrom(sign, sign, fullWidth(sign))));
	return fc.tuple(fc.tuple(...signs), dirt).map(([parts, end]) => parts.flat().join('') + end);
}

const dirty = fc.record({
	host: soiled(clean.host),
	integrationKey: soiled(clean.integrationKey),
	secretKey: soiled(clean.secretKey),
});

beforeAll(() => {
	jest.useFakeTimers({ now: new Date('2026-01-05T10:20:30Z') });
});

afterAll(() => {
	jest.useRealTimers();
});

async function sign(type: string, credentials: typeof clean) {
	const { authenticate } = credentialTypes[type]!;
	if (typeof authenticate !== 'function') throw new Error(`${type} does not sign`);
	const request: IHttpRequestOptions = { method: 'GET', url: '/admin/v1/users', qs: { limit: 1 } };
	return await authenticate(credentials, request);
}

test.each(Object.keys(credentialTypes))(
	'%s: what is pasted along with the three values changes nothing',
	async (type) => {
		const expected = await sign(type, clean);
		const same = fc.asyncProperty(dirty, async (credentials) => {
			expect(await sign(type, credentials)).toEqual(expected);
		});
		await fc.assert(same, { numRuns: 1_000, seed: 20261125 });
	},
);

test('nothing else is taken away', () => {
	const seen = fc.stringMatching(/^[!-~]{0,60}$/);
	fc.assert(fc.property(seen, (text) => pasted(text) === text));
});

describe('an integration key that cannot be one is refused', () => {
	const refusal = (integrationKey: unknown) => {
		try {
			return JSON.stringify(readKeys({ ...clean, integrationKey: integrationKey as string }));
		} catch (fault) {
			const { message, description } = fault as Error & { description: string };
			return `${message}\n${description}`;
		}
	};

	test.each(['', ' \u200b', undefined, null])('%p is empty', (typed) => {
		expect(refusal(typed)).toMatch(/^The integration key of the Duo credential is empty\nCopy it/);
	});

	test.each([
		['one character short', clean.integrationKey.slice(0, -1), 19],
		['with one character too many', `${clean.integrationKey}X`, 21],
		['a user’s ID', 'DUXXXXXXXXXXXXXXXXXX', 20],
	])('%s', (_, typed, length) => {
		const text = refusal(typed);
		expect(text).toMatch(/^The integration key of the Duo credential cannot be one\n/);
		expect(text).toContain(`20 characters and begin with DI; what is there has ${length} characters`);
		expect(text).not.toContain(typed);
	});

	test('the two keys the wrong way round, without repeating the secret', () => {
		const text = refusal(clean.secretKey);
		expect(text).toMatch(/^The integration key of the Duo credential holds what looks like a secret key\n/);
		expect(text).not.toContain(clean.secretKey);
	});
});
