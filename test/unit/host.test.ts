/** Which API hosts are taken, and how they are tidied up. */
import { parseApiHost } from '../../credentials/common/host';

test.each([
	['api-0a1b2c3d.duosecurity.com', 'api-0a1b2c3d.duosecurity.com'],
	['  https://API-0a1b2c3d.DuoSecurity.com/ ', 'api-0a1b2c3d.duosecurity.com'],
	['api-0a1b2c3d.duofederal.com', 'api-0a1b2c3d.duofederal.com'],
	['HTTPS://api-0a1b2c3d.duosecurity.com:443', 'api-0a1b2c3d.duosecurity.com'],
	['127.0.0.1:8443', '127.0.0.1:8443'],
	['https://localhost:8443/', 'localhost:8443'],
	['api-0a1b2c3d.duosecurity.com/admin/v1', 'api-0a1b2c3d.duosecurity.com'],
	['https://api-0a1b2c3d.duosecurity.com/admin/v1/users?limit=1#top', 'api-0a1b2c3d.duosecurity.com'],
	['api\u20110a1b2c3d.duosecurity\uff0ecom', 'api-0a1b2c3d.duosecurity.com'],
	['[::1]:8443', '[::1]:8443'],
])('%s is the host %s', (typed, host) => {
	expect(parseApiHost(typed)).toMatchObject({ host, baseUrl: `https://${host}` });
});

test.each([
	'http://api-0a1b2c3d.duosecurity.com',
	'duosecurity.com',
	'api.duosecurity.com.evil.test',
	'evilduosecurity.com',
	'evil.test#.duosecurity.com',
	'evil.test/.duosecurity.com',
	'evil.test?.duosecurity.com',
	'user:password@api-0a1b2c3d.duosecurity.com',
	'api-0a1b2c3d.duosecurity.com:8443',
	'https://admin-0a1b2c3d.duosecurity.com/users',
	'evil.test\u2100.duosecurity.com',
	'evil.test\uff03.duosecurity.com',
	'user\uff20api-0a1b2c3d.duosecurity.com',
	'127.0.0.1',
	'localhost',
	'10.0.0.1:8443',
	'169.254.169.254:443',
	'not a host',
	'https://',
])('%s is refused', (typed) => {
	expect(() => parseApiHost(typed)).toThrow(`“${typed}” is not a Duo API hostname`);
});

test.each(['', '   ', undefined, null])('an empty host (%p) is named as such', (typed) => {
	expect(() => parseApiHost(typed)).toThrow('The API hostname of the Duo credential is empty');
});

test('a long text is not repeated whole, and nothing that may be a secret key', () => {
	const refused = (typed: string) => {
		try {
			return parseApiHost(typed).host;
		} catch (fault) {
			return String(fault);
		}
	};
	expect(refused('no.host '.repeat(1_000))).toContain(
		`“${'no.host '.repeat(10)}…” is not a Duo API hostname`,
	);
	const secretKey = 'kEy9'.repeat(10);
	for (const typed of [secretKey, `api-0a1b2c3d.duosecurity.com DIXXXXXXXXXXXXXXXXXX ${secretKey}`]) {
		expect(refused(typed)).toContain(
			'The API hostname of the Duo credential holds what looks like a secret key',
		);
		expect(refused(typed)).not.toContain('kEy9');
	}
});
