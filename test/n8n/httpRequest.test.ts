/** n8n’s own HTTP Request node with our credentials: whatever it sends, Duo must find the signature right. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { Stage } from './harness/Stage';
import { chain, node, START, type WorkflowFile } from './harness/workflows';

jest.setTimeout(60_000);

let stage: Stage;

beforeAll(async () => {
	stage = await Stage.open();
});

afterAll(async () => {
	await stage.close();
});

/** A workflow with one HTTP Request node. */
function requesting(path: string, parameters: INodeParameters, credentialType = 'duoAdminApi'): WorkflowFile {
	const request = node('Request', 'n8n-nodes-base.httpRequest', 4.2, 200, {
		url: stage.tenant.url + path,
		authentication: 'predefinedCredentialType',
		nodeCredentialType: credentialType,
		options: { response: { response: { neverError: true } } },
		...parameters,
	});
	return {
		name: 'HTTP Request',
		nodes: [node(START, 'n8n-nodes-base.manualTrigger', 1, 0, {}), request],
		connections: chain(START, 'Request'),
		settings: { executionOrder: 'v1' },
	};
}

/** Sends the request. @returns what the tenant saw and what the node gave out. */
async function send(path: string, parameters: INodeParameters, credentialType?: string) {
	const { requests } = stage.tenant;
	const before = requests.length;
	const execution = await stage.run(requesting(path, parameters, credentialType));
	const items: IDataObject[] = execution.nodes.Request?.[0]?.outputs[0] ?? [];
	return { execution, items, seen: requests.slice(before) };
}

const pairs = (...parameters: [name: string, value: string][]) => ({
	parameters: parameters.map(([name, value]) => ({ name, value })),
});

const RESERVED = `é ~!*'()+&=%/?#[]@:;,"\\ 漢字 🔑`;

test.each([
	['duoAdminApi', '/admin/v1/users', 'GET'],
	['duoAuthApi', '/auth/v2/check', 'GET'],
	['duoAccountsApi', '/accounts/v1/account/list', 'POST'],
])('%s signs a plain request', async (type, path, method) => {
	const { seen, items } = await send(path, { method }, type);

	expect(seen).toMatchObject([{ method, path, signature: 'v5', status: 200 }]);
	expect(items).toMatchObject([{ stat: 'OK' }]);
});

test('a query, whatever its characters', async () => {
	const { seen } = await send('/admin/v1/users', {
		sendQuery: true,
		queryParameters: pairs(['username', RESERVED], ['z', ''], ['a b', '1'], ['a-b', '2'], ['a', '3']),
	});

	expect(seen).toMatchObject([{ signature: 'v5', status: 200 }]);
	expect(seen[0]?.params).toMatchObject({ username: RESERVED, 'a b': '1', 'a-b': '2', a: '3' });
});

test('a query in the URL and beside it', async () => {
	const { seen } = await send('/admin/v1/users?limit=1&username=a%20b', {
		sendQuery: true,
		queryParameters: pairs(['email', 'x@example.com']),
	});

	expect(seen).toMatchObject([
		{ signature: 'v5', params: { limit: '1', username: 'a b', email: 'x@example.com' } },
	]);
});

test('repeated names in a query', async () => {
	const { seen } = await send('/admin/v1/users', {
		sendQuery: true,
		specifyQuery: 'json',
		jsonQuery: JSON.stringify({ user_id_list: ['b', 'a', 'a b'] }),
	});

	expect(seen).toMatchObject([
		{ signature: 'v5', rawQuery: 'user_id_list=a&user_id_list=a%20b&user_id_list=b' },
	]);
});

test('a form', async () => {
	const { seen, items } = await send('/admin/v1/groups', {
		method: 'POST',
		sendBody: true,
		contentType: 'form-urlencoded',
		bodyParameters: pairs(['name', RESERVED], ['desc', 'by form']),
	});

	expect(seen).toMatchObject([{ signature: 'v5', status: 200 }]);
	expect(items).toMatchObject([{ response: { name: RESERVED, desc: 'by form' } }]);
});

test('JSON, typed and as fields', async () => {
	const typed = await send('/admin/v1/groups', {
		method: 'POST',
		sendBody: true,
		specifyBody: 'json',
		jsonBody: JSON.stringify({ name: `typed ${RESERVED}` }, null, 2),
	});
	const fields = await send('/admin/v1/groups', {
		method: 'POST',
		sendBody: true,
		bodyParameters: pairs(['name', `fields ${RESERVED}`]),
	});

	expect(typed.seen).toMatchObject([{ signature: 'v5', status: 200, params: { name: `typed ${RESERVED}` } }]);
	expect(fields.seen).toMatchObject([
		{ signature: 'v5', status: 200, params: { name: `fields ${RESERVED}` } },
	]);
});

test('a raw body', async () => {
	const { seen } = await send('/admin/v1/groups', {
		method: 'POST',
		sendBody: true,
		contentType: 'raw',
		rawContentType: 'application/json',
		body: ` {"name": "raw ${RESERVED.replace(/["\\]/g, '')}"}\n`,
	});

	expect(seen).toMatchObject([{ signature: 'v5', status: 200 }]);
});

test('no body at all, and a DELETE', async () => {
	const { group_id } = stage.tenant.addGroup({ name: 'to be deleted' });

	const { seen } = await send(`/admin/v1/groups/${group_id}`, { method: 'DELETE' });

	expect(seen).toMatchObject([{ method: 'DELETE', signature: 'v5', status: 200 }]);
	expect(stage.tenant.account.groups.has(group_id)).toBe(false);
});

test('a path with escapes', async () => {
	const { seen } = await send(`/admin/v1/users/${encodeURIComponent(`a/b ${RESERVED}`)}`, {});

	expect(seen).toMatchObject([{ signature: 'v5', status: 404 }]);
});

test('headers of the user’s own cannot spoil the signature', async () => {
	const { seen } = await send('/admin/v1/users', {
		sendHeaders: true,
		headerParameters: pairs(
			['Date', 'yesterday'],
			['Authorization', 'none'],
			['X-Duo-Extra', '1'],
			['X-Ticket', '4711'],
		),
	});

	expect(seen).toMatchObject([{ signature: 'v5', status: 200, headers: { 'x-ticket': '4711' } }]);
});

test('the clock is off: Duo’s answer is handed on', async () => {
	stage.tenant.clock.skewSeconds = 3600;
	const { items } = await send('/admin/v1/users', {});
	stage.tenant.clock.skewSeconds = 0;

	expect(items).toMatchObject([{ stat: 'FAIL', code: 40105 }]);
});

test('another host gets no signature', async () => {
	const { execution, seen } = await send('', { url: 'https://duo.example.com/admin/v1/users' });

	expect(seen).toEqual([]);
	expect(execution.nodes.Request?.[0]?.error?.message).toMatch(
		/cannot be used for https:\/\/duo\.example\.com/,
	);
});
