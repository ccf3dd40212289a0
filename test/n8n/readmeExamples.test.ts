/** The README’s examples for n8n’s HTTP Request node, with our credentials. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

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

describe('the examples of the README', () => {
	const nextOffset = '{{ $response.body?.metadata?.next_offset ?? 0 }}';
	const isLastPage = '{{ $response.body.metadata.next_offset === undefined }}';
	const childUrl = 'https://{{ $json.api_hostname }}/admin/v1/info/summary';

	test('are those that are tested here', () => {
		const readme = readFileSync(join(__dirname, '../../README.md'), 'utf8');
		for (const text of [nextOffset, isLastPage, childUrl, '/admin/v2/integrations/oidc/']) {
			expect(readme).toContain(text);
		}
	});

	test('a list with all its pages', async () => {
		for (let count = 0; count < 5; count++) stage.tenant.addPhone({ number: `+1202555010${count}` });
		const { seen, items } = await send('/admin/v1/phones', {
			sendQuery: true,
			queryParameters: pairs(['limit', '2']),
			options: {
				pagination: {
					pagination: {
						paginationMode: 'updateAParameterInEachRequest',
						parameters: {
							parameters: [{ type: 'qs', name: 'offset', value: `=${nextOffset}` }],
						},
						paginationCompleteWhen: 'other',
						completeExpression: `=${isLastPage}`,
					},
				},
			},
		});

		expect(seen.map(({ params, signature }) => [params.offset, params.limit, signature])).toEqual([
			['0', '2', 'v5'],
			['2', '2', 'v5'],
			['4', '2', 'v5'],
		]);
		expect(items.flatMap(({ response }) => response)).toMatchObject(
			[...stage.tenant.account.phones.values()].map(({ number }) => ({ number })),
		);
	});

	test('a change that no operation offers: a new client secret', async () => {
		const { clientSecrets } = stage.tenant.account;
		clientSecrets.set('DIEXAMPLEOIDCAPP0001', 'the old one');
		const path = '/admin/v2/integrations/oidc/DIEXAMPLEOIDCAPP0001/client_secret';

		const { seen, items } = await send(path, { method: 'POST' });

		expect(seen).toMatchObject([{ method: 'POST', rawBody: '{}', signature: 'v5', status: 200 }]);
		const [secret] = clientSecrets.values();
		expect(secret).not.toBe('the old one');
		expect(items).toMatchObject([{ response: { client_secret: secret } }]);
	});

	test('a call for every child account', async () => {
		const children = stage.tenant.addChildren(2);
		children[1]!.addUser({ username: 'ada' });
		const credentials = 'duoAccountsApi';
		const accounts = node('Accounts', 'n8n-nodes-duo-security.duoAccounts', 1, 200, {
			resource: 'account',
			operation: 'getMany',
			returnAll: true,
		});
		const request = requesting(
			'',
			{
				url: `=${childUrl}`,
				sendQuery: true,
				queryParameters: pairs(['account_id', '={{ $json.account_id }}']),
			},
			credentials,
		);
		const before = stage.tenant.requests.length;

		const execution = await stage.run({
			...request,
			nodes: [...request.nodes, accounts],
			connections: chain(START, 'Accounts', 'Request'),
		});

		expect(stage.tenant.requests.slice(before)).toMatchObject([
			{ host: stage.tenant.host, path: '/accounts/v1/account/list' },
			...children.map(({ apiHostname, accountId }) => ({
				host: apiHostname,
				params: { account_id: accountId },
				signature: 'v5',
				status: 200,
			})),
		]);
		expect(execution.nodes.Request?.[0]?.outputs[0]).toMatchObject([
			{ response: { user_count: 0 } },
			{ response: { user_count: 1 } },
		]);
	});
});
