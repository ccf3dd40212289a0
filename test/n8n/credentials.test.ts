/** The button "Test" of the three credentials, against a tenant, with one wrong value at a time. */
import type { Api, ApiKey } from '../tenant';

import { credentialData, Stage } from './harness/Stage';

jest.setTimeout(60_000);

let stage: Stage;

beforeAll(async () => {
	stage = await Stage.open();
});

afterAll(async () => {
	await stage.close();
});

afterEach(() => {
	stage.tenant.clock.skewSeconds = 0;
});

const types: Record<Api, string> = { admin: 'duoAdminApi', auth: 'duoAuthApi', accounts: 'duoAccountsApi' };

async function testCredential(api: Api, key: Pick<ApiKey, 'host' | 'integrationKey' | 'secretKey'>) {
	const type = types[api];
	const credentials = {
		id: stage.credentials[type]!.id,
		name: 'typed in',
		type,
		data: credentialData(key as ApiKey),
	};
	return await stage.n8n.post<{ status: string; message: string }>('/rest/credentials/test', { credentials });
}

describe.each<Api>(['admin', 'auth', 'accounts'])('%s API', (api) => {
	test('accepts a good key', async () => {
		await expect(testCredential(api, stage.tenant.keys[api])).resolves.toMatchObject({ status: 'OK' });
	});

	test('accepts a host as people paste it', async () => {
		const key = stage.tenant.keys[api];
		const host = ` HTTPS://${key.host}/ `;
		await expect(testCredential(api, { ...key, host })).resolves.toMatchObject({ status: 'OK' });
	});

	test('says that the secret key is wrong', async () => {
		const secretKey = 'x'.repeat(40);
		const result = await testCredential(api, { ...stage.tenant.keys[api], secretKey });
		expect(result).toMatchObject({
			status: 'Error',
			message: expect.stringMatching(/^The secret key does not fit/) as string,
		});
	});

	test('says that the integration key is unknown', async () => {
		const integrationKey = 'DIUNKNOWNUNKNOWNUNKN';
		const result = await testCredential(api, { ...stage.tenant.keys[api], integrationKey });
		expect(result).toMatchObject({
			status: 'Error',
			message: expect.stringMatching(/does not know this integration key/) as string,
		});
	});

	test('says that the keys are of another type of application', async () => {
		const other = api === 'admin' ? 'auth' : 'admin';
		const result = await testCredential(api, stage.tenant.keys[other]);
		expect(result).toMatchObject({
			status: 'Error',
			message: expect.stringMatching(/another kind of application/) as string,
		});
	});

	test('says that the clock is wrong', async () => {
		stage.tenant.clock.skewSeconds = 3600;
		const result = await testCredential(api, stage.tenant.keys[api]);
		expect(result).toMatchObject({ status: 'Error', message: expect.stringMatching(/clock/) as string });
	});

	test.each([
		'duo.example.com',
		'api-1.duosecurity.com.example.com',
		'http://api-1.duosecurity.com',
		'127.0.0.1',
	])('refuses the host %s without asking it', async (host) => {
		const result = await testCredential(api, { ...stage.tenant.keys[api], host });
		expect(result).toMatchObject({
			status: 'Error',
			message: expect.stringMatching(/is not a Duo API hostname/) as string,
		});
	});

	test('says that the host cannot be reached', async () => {
		const host = '127.0.0.1:9';
		const result = await testCredential(api, { ...stage.tenant.keys[api], host });
		expect(result.status).toBe('Error');
		expect(result.message).toMatch(/refused|ECONNREFUSED|hostname/i);
	});
});

test('an Admin API key without any permission is a good key', async () => {
	const key = stage.tenant.addKey({ api: 'admin', permissions: [] });
	await expect(testCredential('admin', key)).resolves.toMatchObject({ status: 'OK' });
});
