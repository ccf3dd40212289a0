/** n8n signs and sends a request once more after a 401, on the options that the first signing gave. */
import { ExecuteContext } from 'n8n-core';
import { createRunExecutionData } from 'n8n-workflow';
import nock from 'nock';

import { contextFor } from '../support/engine';
import { verify } from '../tenant/http/signature';

const keys = {
	host: 'api-0a1b2c3d.duosecurity.com',
	integrationKey: 'DIKATKATKATKATKATKAT',
	secretKey: 'kat-secret-kat-secret-kat-secret-kat-000',
};

afterEach(() => {
	nock.cleanAll();
});
// The next test file of this process has a nock of its own.
afterAll(() => {
	nock.restore();
});

test.each([
	['POST', '/admin/v1/users', { body: { username: 'zoë (QA) *' } }],
	['GET', '/admin/v1/users', { qs: { username: "o'neil + co", tag: ['b', 'a'] } }],
] as const)('%s: both signatures are good', async (method, path, rest) => {
	const seen: boolean[] = [];
	const reply = (status: number) => (uri: string, body: unknown) => {
		const { pathname, search } = new URL(uri, `https://${keys.host}`);
		const { headers } = lastRequest!;
		const hex = Buffer.from(String(headers.authorization).slice(6), 'base64').toString().split(':')[1];
		const raw = method === 'POST' ? JSON.stringify(body) : '';
		const request = { method, path: pathname, rawQuery: search.slice(1), body: Buffer.from(raw), headers };
		seen.push(verify(request, hex!, keys.secretKey)?.signature === 'v5');
		return [status, { stat: status === 200 ? 'OK' : 'FAIL' }] as const;
	};
	let lastRequest: { headers: Record<string, string> } | undefined;
	const scope = nock(`https://${keys.host}`);
	scope.on('request', (request: { headers: Record<string, string> }) => (lastRequest = request));
	for (const status of [401, 200])
		scope.intercept((uri) => uri.startsWith(path), method).reply(reply(status));

	const { workflow, node, additionalData } = contextFor('duoAdmin', {}, keys);
	const context = new ExecuteContext(
		workflow,
		node,
		additionalData,
		'manual',
		createRunExecutionData(),
		0,
		[],
		{ main: [[]] },
		{ node, data: {}, source: null },
		[],
	);
	const answer: unknown = await context.helpers.httpRequestWithAuthentication.call(context, 'duoAdminApi', {
		method,
		url: `https://${keys.host}${path}`,
		...rest,
	});
	expect(answer).toEqual({ stat: 'OK' });
	expect(seen).toEqual([true, true]);
});
