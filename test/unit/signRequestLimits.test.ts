/** What the credentials sign for which host, what they sign once only, and what they refuse. */
import type { IDataObject } from 'n8n-workflow';

import { keys, sign, signatureOf } from '../support/signedRequest';

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
