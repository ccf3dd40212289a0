/** How the nodes talk to Duo: rate limits, faults, pages, and the words in which faults are told. */
import nock from 'nock';

import { runNode, startTrustedTenant, type NodeRun } from '../support/engine';
import { locator } from '../support/locator';
import { useTenant } from '../support/useTenant';

const duo = useTenant();
beforeEach(() => {
	duo.tenant.addUser({ username: 'zoe', user_id: 'DUEXAMPLEUSER0000001' });
});
afterEach(() => {
	nock.cleanAll();
});

const user = locator('id', 'DUEXAMPLEUSER0000001');
const getUser: NodeRun = { type: 'duoAdmin', parameters: { resource: 'user', operation: 'get', user } };
const setStatus: NodeRun = {
	type: 'duoAdmin',
	parameters: { resource: 'user', operation: 'setStatus', user, status: 'disabled' },
};
const sent = (method: string) => duo.tenant.requests.filter((request) => request.method === method);

describe('429', () => {
	test('is waited for, a second and then two, and each try is signed afresh', async () => {
		duo.tenant.faults.add({ kind: 'rateLimit', times: 2 });
		const { json, error } = await runNode(duo.tenant, getUser);

		expect(error).toBeUndefined();
		expect(json[0]).toMatchObject({ username: 'zoe' });
		const [first, second, third] = duo.tenant.requests.map(({ at }) => at);
		expect(second! - first!).toBeGreaterThanOrEqual(1000);
		expect(second! - first!).toBeLessThan(2300);
		expect(third! - second!).toBeGreaterThanOrEqual(2000);
		expect(third! - second!).toBeLessThan(3300);
		expect(new Set(duo.tenant.requests.map(({ headers }) => headers.date)).size).toBe(3);
		expect(duo.tenant.requests.map(({ signature }) => signature)).toEqual(['v5', 'v5', 'v5']);
	}, 15_000);

	test('a POST is repeated too, and done once', async () => {
		duo.tenant.faults.add({ kind: 'rateLimit', method: 'POST', retryAfterSeconds: 0 });
		const { json } = await runNode(duo.tenant, setStatus);
		expect(json[0]).toMatchObject({ status: 'disabled', previousStatus: 'active' });
		expect(sent('POST').map(({ status }) => status)).toEqual([429, 200]);
	});

	test('after sixteen tries Duo’s refusal is told', async () => {
		duo.tenant.faults.add({ kind: 'rateLimit', times: Infinity, retryAfterSeconds: 0 });
		const { error } = await runNode(duo.tenant, getUser);
		expect(error).toMatchObject({
			message: 'Duo still asks to slow down',
			httpCode: '429',
		});
		expect(duo.tenant.requests).toHaveLength(16);
	});

	test('slows down every request of the run, not only the one that was refused', async () => {
		const phones = Array.from({ length: 8 }, (_, index) =>
			duo.tenant.addPhone({
				number: `+1555555020${index}`,
				activated: true,
				capabilities: ['push', 'auto'],
				answer: { answer: 'approve', afterMs: 0 },
			}),
		);
		phones.forEach((phone, index) =>
			duo.tenant.addUser({ username: `push${index}`, phones: [phone.phone_id] }),
		);
		// One alone could be the limit of one user.
		duo.tenant.faults.add({ kind: 'rateLimit', path: '/auth/v2/auth', times: 2, retryAfterSeconds: 2 });

		const { outputs } = await duo.auth(
			'authentication',
			'verify',
			{
				user: locator('username', '={{ $json.name }}'),
				device: 'auto', // So that no request is on its way while another is refused.
				requestOptions: { concurrentRequests: 1 },
			},
			{ items: phones.map((_, index) => ({ name: `push${index}` })) },
		);
		expect(outputs[0]!.map(({ json }) => json.outcome)).toEqual(phones.map(() => 'approved'));

		const refusedAt = duo.tenant.requests.findLast(({ status }) => status === 429)!.at;
		const inTheWait = duo.tenant.requests.filter(({ at }) => at > refusedAt && at < refusedAt + 1900);
		expect(inTheWait).toEqual([]);
	}, 20_000);
});

describe('a lost connection or a fault of Duo’s', () => {
	test.each(['cut', 'cutAfter', 'serverError'] as const)(
		'%s: reading is tried again',
		async (kind) => {
			duo.tenant.faults.add({ kind, method: 'GET' });
			const { json } = await runNode(duo.tenant, getUser);
			expect(json[0]).toMatchObject({ username: 'zoe' });
			expect(sent('GET')).toHaveLength(2);
		},
		15_000,
	);

	test.each(['cut', 'cutAfter', 'serverError', 'notJson'] as const)(
		'%s: a change is sent once only',
		async (kind) => {
			duo.tenant.faults.add({ kind, method: 'POST', times: Infinity });
			const { error } = await runNode(duo.tenant, setStatus);
			expect(sent('POST')).toHaveLength(1);
			expect(error).toBeDefined();
			if (kind.startsWith('cut')) {
				expect(error).toMatchObject({
					description: expect.stringContaining('look before you send it again') as unknown,
				});
			}
		},
		15_000,
	);

	test('a page of something that is not Duo is told as such, and not asked for again', async () => {
		duo.tenant.faults.add({ kind: 'notJson', times: Infinity });
		const { error } = await runNode(duo.tenant, getUser);
		expect(error?.message).toMatch('The answer did not come from Duo’s API (HTTP 200');
		expect(duo.tenant.requests).toHaveLength(1);
	});

	test('deleting is tried again', async () => {
		duo.tenant.faults.add({ kind: 'cutAfter', method: 'DELETE' });
		const { json } = await duo.admin('user', 'delete', { user });
		expect(json).toEqual([{ deleted: true, user_id: 'DUEXAMPLEUSER0000001', username: 'zoe' }]);
		expect(sent('DELETE')).toHaveLength(2);
	}, 15_000);

	test('a redirect is not followed: the signature stays with Duo', async () => {
		duo.tenant.faults.add({ kind: 'redirect', location: 'https://127.0.0.1:1/elsewhere', times: Infinity });
		const { error } = await runNode(duo.tenant, getUser);
		expect(error?.message).toMatch('wants to redirect the request, which is not followed');
		expect(duo.tenant.requests).toHaveLength(1);
	});
});

describe('a fault of the network', () => {
	const host = 'api-00000000.duosecurity.com';
	const createGroup: NodeRun = {
		type: 'duoAdmin',
		parameters: { resource: 'group', operation: 'create', name: 'x', additionalFields: {} },
		key: { host },
	};
	/** As often as told; after that Duo answers. Counts the requests. */
	const answerAfter = (fault: Error, times: number) => {
		let asked = 0;
		const duo = nock(`https://${host}`);
		duo.post(/.*/).times(times).replyWithError(fault);
		duo.post(/.*/).reply(200, { stat: 'OK', response: { group_id: 'DGXXXXXXXXXXXXXXXXXX', name: 'x' } });
		duo.on('request', () => asked++);
		return () => asked;
	};
	/** As Node.js words it. */
	const networkFault = (code: string, syscall?: string) =>
		syscall
			? Object.assign(new Error(`${syscall} ${code} 192.0.2.1:443`), { code, syscall })
			: Object.assign(new Error(code), { code });

	test.each([
		['ENOTFOUND', 'was not found', 1],
		['EAI_AGAIN', 'could not be looked up just now', 3],
		['ECONNREFUSED', 'does not accept connections', 3],
		['CERT_HAS_EXPIRED', 'is not trusted', 1],
		['ECONNABORTED', 'did not answer in time', 1],
	])(
		'%s is told in words, with the host',
		async (code, words, tries) => {
			const asked = answerAfter(networkFault(code), 9);
			const { error } = await runNode(duo.tenant, createGroup);
			const mayHaveArrived = code === 'ECONNABORTED';
			expect((error?.description ?? '').includes('may have carried out')).toBe(mayHaveArrived);
			expect(error?.message).toMatch(words);
			expect(`${error?.message} ${error?.description}`).toMatch(host);
			expect(asked()).toBe(tries);
		},
		15_000,
	);

	const bothAddresses = Object.assign(
		new AggregateError([networkFault('ETIMEDOUT', 'connect'), networkFault('ENETUNREACH', 'connect')]),
		{ code: 'ETIMEDOUT' },
	);
	test.each([
		['EAI_AGAIN', networkFault('EAI_AGAIN', 'getaddrinfo')],
		['connect ECONNREFUSED', networkFault('ECONNREFUSED', 'connect')],
		['connect EHOSTUNREACH', networkFault('EHOSTUNREACH', 'connect')],
		['connect ENETUNREACH', networkFault('ENETUNREACH', 'connect')],
		['connect ETIMEDOUT', networkFault('ETIMEDOUT', 'connect')],
		['none of its addresses', bothAddresses],
	])(
		'%s: nothing was sent, so that a change is sent again',
		async (_, fault) => {
			const asked = answerAfter(fault, 1);
			const { json, error } = await runNode(duo.tenant, createGroup);
			expect(error).toBeUndefined();
			expect(json).toMatchObject([{ name: 'x' }]);
			expect(asked()).toBe(2);
		},
		15_000,
	);

	const oneAddress = Object.assign(
		new AggregateError([networkFault('ETIMEDOUT', 'connect'), networkFault('ECONNRESET', 'read')]),
		{ code: 'ETIMEDOUT' },
	);
	test.each([
		['ETIMEDOUT', networkFault('ETIMEDOUT')],
		['read ETIMEDOUT', networkFault('ETIMEDOUT', 'read')],
		['read EHOSTUNREACH', networkFault('EHOSTUNREACH', 'read')],
		['ENETUNREACH', networkFault('ENETUNREACH')],
		['write EPIPE', networkFault('EPIPE', 'write')],
		['ECONNRESET', networkFault('ECONNRESET')],
		['one address that was reached', oneAddress],
	])('%s: a change may have been carried out, and is sent once only', async (_, fault) => {
		const asked = answerAfter(fault, 1);
		const { error } = await runNode(duo.tenant, createGroup);
		expect(error?.description).toContain('look before you send it again');
		expect(asked()).toBe(1);
	});

	test('a real refusal of the connection is one, too', async () => {
		const gone = await startTrustedTenant();
		await gone.stop();
		const began = Date.now();
		const { error } = await runNode(duo.tenant, { ...createGroup, key: { host: gone.host } });
		expect(error?.message).toMatch('does not accept connections');
		expect(error?.description).not.toContain('look before you send it again');
		// Tried again after one second, and after three more.
		expect(Date.now() - began).toBeGreaterThanOrEqual(4000);
	}, 15_000);
});

describe('pages', () => {
	const getMany = (limit?: number): NodeRun => ({
		type: 'duoAdmin',
		parameters: {
			resource: 'user',
			operation: 'getMany',
			returnAll: limit === undefined,
			limit: limit ?? 50,
			simplify: false,
		},
	});
	beforeEach(() => {
		for (let index = 1; index < 650; index++) duo.tenant.addUser({ username: `user${index}` });
	});

	test('all are read, in pages of the largest size', async () => {
		const { json } = await runNode(duo.tenant, getMany());
		expect(new Set(json.map(({ username }) => username)).size).toBe(650);
		expect(duo.tenant.requests.map(({ params }) => [params.limit, params.offset])).toEqual([
			['300', '0'],
			['300', '300'],
			['300', '600'],
		]);
	});

	test('no more are asked for than the limit needs', async () => {
		const { json } = await runNode(duo.tenant, getMany(310));
		expect(json).toHaveLength(310);
		expect(duo.tenant.requests.map(({ params }) => params.limit)).toEqual(['300', '10']);
	});

	test('a page that comes again ends the operation instead of giving an incomplete list', async () => {
		duo.tenant.faults.add({ kind: 'repeatPage', after: 1, times: Infinity });
		const { error } = await runNode(duo.tenant, getMany());
		expect(error?.message).toMatch('Duo sent the same page of a list again');
		expect(duo.tenant.requests.length).toBeLessThan(4);
	});
});

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
