/** Duo’s refusals: in which words they are told, and that no secret is in them. */
import nock from 'nock';

import { runNode, type NodeRun } from '../support/engine';
import { locator } from '../support/locator';
import { useTenant } from '../support/useTenant';

const duo = useTenant();
beforeEach(() => {
	duo.tenant.addUser({ username: 'zoe', user_id: 'DUEXAMPLEUSER0000001' });
});
afterEach(() => {
	nock.cleanAll();
});
// The next test file of this process has a nock of its own.
afterAll(() => {
	nock.restore();
});

const user = locator('id', 'DUEXAMPLEUSER0000001');
const getUser: NodeRun = { type: 'duoAdmin', parameters: { resource: 'user', operation: 'get', user } };
const setStatus: NodeRun = {
	type: 'duoAdmin',
	parameters: { resource: 'user', operation: 'setStatus', user, status: 'disabled' },
};

describe('Duo’s refusals', () => {
	const message = async (run: NodeRun) => {
		const { error } = await runNode(duo.tenant, run);
		return `${error?.message}\n${error?.description}`;
	};

	test('a wrong secret key (40103)', async () => {
		expect(await message({ ...getUser, key: { secretKey: 'x'.repeat(40) } })).toBe(
			'Duo does not accept the signature: the secret key is most likely wrong\nCopy the secret key of the Duo Admin API credential again, completely. Duo says: 40103 Invalid signature in request credentials.',
		);
	});

	test('what is pasted along with the values of the credential is no part of them', async () => {
		const { host, integrationKey, secretKey } = duo.tenant.keys.admin;
		const key = {
			host: `\u200e https://${host}/admin/v1\u202c\r\n`,
			integrationKey: integrationKey.replace('DI', '\ufeffＤＩ\u200b'),
			secretKey: `\u202a${secretKey.slice(0, 9)}\u00ad${secretKey.slice(9)}\u202f\t`,
		};
		const { json, error } = await runNode(duo.tenant, { ...getUser, key });
		expect(error).toBeUndefined();
		expect(json[0]).toMatchObject({ username: 'zoe' });
	});

	test('an integration key that cannot be one is refused before anything is sent', async () => {
		const { integrationKey, secretKey } = duo.tenant.keys.admin;
		const text = await message({
			...getUser,
			key: { integrationKey: secretKey, secretKey: integrationKey },
		});
		expect(text).toMatch(/^The integration key of the Duo credential holds what looks like a secret key\n/);
		expect(text).not.toContain(secretKey);
		expect(duo.tenant.requests).toEqual([]);
	});

	test('an unknown integration key (40102)', async () => {
		expect(await message({ ...getUser, key: { integrationKey: 'DIXXXXXXXXXXXXXXXXXX' } })).toMatch(
			/^Duo does not know the integration key.*\n.*check that the API hostname.*40102/,
		);
	});

	test('a clock that is off (40105), and by how much', async () => {
		duo.tenant.clock.skewSeconds = -3600;
		expect(await message(getUser)).toMatch(
			/The clock of the machine that runs n8n is (3599|3600|3601) seconds ahead of Duo’s/,
		);
		duo.tenant.clock.skewSeconds = 3600;
		expect(await message(getUser)).toMatch(/is (3599|3600|3601) seconds behind Duo’s/);
	});

	test.each([
		[40104, 'Missing request timestamp', 'The request arrived at Duo without its date'],
		[40106, 'Invalid Content-Type', 'The request arrived at Duo with another content type'],
	])('a request that was changed on the way (%i)', async (code, said, words) => {
		const host = 'api-00000000.duosecurity.com';
		nock(`https://${host}`).get(/.*/).reply(401, { stat: 'FAIL', code, message: said });
		expect(await message({ ...getUser, key: { host } })).toBe(
			`${words}\nMost likely a proxy between n8n and Duo changed it. Let requests to the API hostname pass the proxy unchanged. Duo says: ${code} ${said}.`,
		);
	});

	test('a value that Duo does not take (40002): by the label of its field, or in Duo’s sentence', async () => {
		const host = 'api-00000000.duosecurity.com';
		const said = async (message_detail: string, run: NodeRun) => {
			const failure = { stat: 'FAIL', code: 40002, message: 'Invalid request parameters', message_detail };
			nock(`https://${host}`).get(/.*/).reply(400, failure).post(/.*/).reply(400, failure);
			const text = await message({ ...run, key: { host } });
			nock.cleanAll();
			expect(text).toContain(`Duo says: 40002 Invalid request parameters (${message_detail}).`);
			return text.split('\n')[0];
		};
		const createUser: NodeRun = {
			type: 'duoAdmin',
			parameters: { resource: 'user', operation: 'create', username: 'x', additionalFields: {} },
		};
		const getLog: NodeRun = {
			type: 'duoAdmin',
			parameters: { resource: 'log', operation: 'getMany', log: 'telephony', from: '2026-01-01' },
		};
		expect(await said('mintime', getLog)).toBe('Duo does not accept the value of “From”');
		expect(await said('email', createUser)).toBe('Duo does not accept the value of “Email”');
		expect(await said('some_thing', createUser)).toBe('Duo does not accept the value of “some_thing”');
		expect(await said('mintime must be within the past 180 days', getLog)).toBe(
			'Duo does not accept these values: mintime must be within the past 180 days',
		);
	});

	test('keys of another kind of application (40301)', async () => {
		expect(await message({ ...getUser, key: duo.tenant.keys.auth })).toMatch(
			/^These keys belong to another kind of Duo application.*\n.*an application of the type Admin API\..*Wrong integration type/,
		);
	});

	test('a missing permission (40301), by its label in the Admin Panel', async () => {
		const key = duo.tenant.addKey({ api: 'admin', permissions: ['adminapi_read_resource'] });
		expect(await message({ ...setStatus, key })).toMatch(
			/^Duo does not allow this application to do that.*\n.*“Grant write resource \(Grant resource: Write\)”/,
		);
	});

	test('an object that does not exist (40401)', async () => {
		const unknown = { ...user, value: 'DUXXXXXXXXXXXXXXXXXX' };
		expect(await message({ ...getUser, parameters: { ...getUser.parameters, user: unknown } })).toMatch(
			/^Duo does not find what the request names.*\n.*GET \/admin\/v1\/users\/DUXXXXXXXXXXXXXXXXXX.*40401/,
		);
	});

	test('a host that is not Duo’s, before anything is sent', async () => {
		expect(await message({ ...getUser, key: { host: 'evil.example.test' } })).toMatch(
			/^“evil.example.test” is not a Duo API hostname.*\nIt must look like/,
		);
	});

	test('no error holds a key, a signature or a header', async () => {
		for (const kind of ['rateLimit', 'serverError', 'cut', 'notJson', 'redirect'] as const) {
			duo.tenant.faults.clear();
			duo.tenant.faults.add({ kind, times: Infinity, retryAfterSeconds: 0 });
			const { error } = await runNode(duo.tenant, setStatus);
			const everything = deepText(error);
			expect(everything).toMatch(/Duo|connection/);
			expect(everything).not.toContain(duo.tenant.keys.admin.secretKey);
			expect(everything).not.toContain('Basic ');
			expect(everything).not.toContain('uthorization');
		}
	}, 60_000);
});

/** All text inside an error, its hidden properties and causes included. */
function deepText(value: unknown, seen = new Set<unknown>()): string {
	if (typeof value !== 'object' || value === null) return String(value);
	if (seen.has(value)) return '';
	seen.add(value);
	return Object.getOwnPropertyNames(value)
		.map((name) => `${name}: ${deepText((value as Record<string, unknown>)[name], seen)}`)
		.join('\n');
}
