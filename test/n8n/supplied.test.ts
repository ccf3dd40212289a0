/**
 * Workflows as programs write them and values as flows supply them, in a real n8n: what Duo is asked then.
 */
import { randomUUID } from 'node:crypto';

import type { IDataObject, INode } from 'n8n-workflow';

import { locator } from '../support/locator';

import type { Execution } from './harness/executions';
import { Stage } from './harness/Stage';
import { chain, node, START } from './harness/workflows';

jest.setTimeout(60_000);

let stage: Stage;

beforeAll(async () => {
	stage = await Stage.open();
	for (const username of ['anna', 'berta'])
		stage.tenant.addUser({ username, email: `${username}@example.com` });
});

beforeEach(() => {
	stage.tenant.requests.length = 0;
});

afterAll(async () => {
	await stage.close();
});

const DUO = 'Duo';

const duoAdmin = (parameters: INode['parameters']) =>
	node(DUO, 'n8n-nodes-duo-security.duoAdmin', 1, 600, parameters);

const code = (jsCode: string) => node('Input', 'n8n-nodes-base.code', 2, 300, { jsCode });

/** An item of plain values. */
const given = (json: IDataObject) => code(`return [{ json: ${JSON.stringify(json)} }];`);

async function run(input: INode, duo: INode, settings: object = {}): Promise<Execution> {
	const start = node(START, 'n8n-nodes-base.manualTrigger', 1, 0, {});
	return await stage.run({
		name: 'As programs write it',
		nodes: [start, input, duo],
		connections: chain(START, input.name, duo.name),
		settings: { executionOrder: 'v1', ...settings },
	});
}

/** What came out of the Duo node; a run that failed fails the test with n8n's message. */
function outputOf({ nodes, error }: Execution): IDataObject[] {
	if (error) throw new Error(error.message, { cause: error });
	return nodes[DUO]?.[0]?.outputs[0] ?? [];
}

const asked = (path: string) => stage.tenant.requests.filter((request) => request.path === path);

describe('a workflow that a program has written', () => {
	test('names a user by a text in place of the locator', async () => {
		const items = outputOf(
			await run(given({}), duoAdmin({ resource: 'user', operation: 'get', user: 'anna' })),
		);

		expect(items).toMatchObject([{ username: 'anna' }]);
	});

	test('names a user by an expression in place of the locator', async () => {
		const user = '={{ $json.mail }}';
		const items = outputOf(
			await run(given({ mail: 'BERTA@example.com' }), duoAdmin({ resource: 'user', operation: 'get', user })),
		);

		expect(items).toMatchObject([{ username: 'berta' }]);
	});

	test('gives a choice by its label, in other case', async () => {
		const parameters = {
			resource: 'user',
			operation: 'setStatus',
			user: 'anna',
			status: '={{ $json.wish }}',
		};
		outputOf(await run(given({ wish: ' BYPASS ' }), duoAdmin(parameters)));

		expect(stage.tenant.account.findUser('anna')?.status).toBe('bypass');
	});

	test('says by expression whose things it wants, and leaves empty what is then not needed', async () => {
		const user = locator('list', '');
		const scope = '={{ $json.of }}';
		const parameters = { resource: 'bypassCode', operation: 'getMany', scope, user, returnAll: true };
		outputOf(await run(given({ of: 'whole account' }), duoAdmin(parameters)));

		expect(asked('/admin/v1/bypass_codes')).toHaveLength(1);
	});

	test('is told which parameter is empty, where it has to be filled after all', async () => {
		const user = locator('list', '');
		const scope = '={{ $json.of }}';
		const { error } = await run(
			given({ of: 'user' }),
			duoAdmin({ resource: 'bypassCode', operation: 'getMany', scope, user }),
		);

		expect(error?.message).toBe('“User” is empty');
		expect(stage.tenant.requests).toEqual([]);
	});

	test('cannot get everybody by a filter whose field is missing', async () => {
		const filters = { email: '={{ $json.mail }}' };
		const { error } = await run(
			given({}),
			duoAdmin({ resource: 'user', operation: 'getMany', returnAll: true, filters }),
		);

		expect(error?.message).toBe('“Email” is empty');
		expect(stage.tenant.requests).toEqual([]);
	});
});

describe('as the tool of an AI agent', () => {
	const TOOL = 'duo';

	/**
	 * n8n’s own node for trying a tool plays the agent, whose choices would need a model. @returns what the
	 * agent is told.
	 */
	async function told(parameters: INode['parameters'], choices: IDataObject): Promise<string> {
		const query = JSON.stringify({ [TOOL]: choices });
		const { nodes, error } = await stage.run({
			name: 'A tool',
			nodes: [
				node(START, 'n8n-nodes-base.manualTrigger', 1, 0, {}),
				node('Agent', '@n8n/n8n-nodes-langchain.toolExecutor', 1, 300, { query, toolName: TOOL, node: TOOL }),
				node(TOOL, 'n8n-nodes-duo-security.duoAdminTool', 1, 300, parameters),
			],
			connections: {
				...chain(START, 'Agent'),
				[TOOL]: { ai_tool: [[{ node: 'Agent', type: 'ai_tool', index: 0 }]] },
			},
			settings: { executionOrder: 'v1' },
		});
		const [answer] = nodes.Agent?.[0]?.outputs[0] ?? [];
		return error?.message ?? JSON.stringify(answer);
	}

	test('it names the user and makes a choice', async () => {
		const parameters = {
			resource: 'user',
			operation: 'setStatus',
			user: locator('id', "={{ $fromAI('user', 'Whom', 'string') }}"),
			status: "={{ $fromAI('status', 'What to make of them', 'string') }}",
		};
		await told(parameters, { user: 'berta@example.com', status: 'Disabled' });

		expect(stage.tenant.account.findUser('berta')?.status).toBe('disabled');
	});

	test('it is told what it left empty', async () => {
		const filters = { email: "={{ $fromAI('email', 'Of whom', 'string') }}" };
		const parameters = { resource: 'user', operation: 'getMany', returnAll: true, filters };

		expect(await told(parameters, { email: '' })).toContain('“Email” is empty');
		expect(stage.tenant.requests).toEqual([]);
	});
});

describe('the range of a log', () => {
	const LOG = '/admin/v2/logs/authentication';
	const HOUR = 3_600_000;

	const getLog = (range: INode['parameters']) =>
		duoAdmin({ resource: 'log', operation: 'getMany', log: 'authentication', ...range });

	async function rangeAsked(input: INode, range: INode['parameters'], settings?: object) {
		outputOf(await run(input, getLog(range), settings));
		const [page] = asked(LOG);
		return { from: Number(page?.params.mintime), to: Number(page?.params.maxtime) };
	}

	test('by DateTime and by Date', async () => {
		const range = {
			from: '={{ $now.minus(3, "hours") }}',
			to: '={{ new Date($now.minus(1, "hour").toMillis()) }}',
		};
		const { from, to } = await rangeAsked(given({}), range);

		const now = Date.now();
		expect(Math.abs(now - 3 * HOUR - from)).toBeLessThan(60_000);
		expect(Math.abs(now - HOUR - to)).toBeLessThan(60_000);
	});

	// n8n makes texts of them on their way out of the code
	test('by dates that a Code node returns', async () => {
		const since = Math.floor(Date.now() / 1000) * 1000 - 5 * HOUR;
		const { from } = await rangeAsked(code(`return [{ json: { since: new Date(${since}) } }];`), {
			from: '={{ $json.since }}',
		});

		expect(from).toBe(since);
	});

	// the first is the zone that n8n has by itself, the second is far from it
	test.each(['America/New_York', 'Asia/Tokyo'])(
		'without an offset, in the zone of the workflow: %s',
		async (timezone) => {
			const day = new Date(Date.now() - 72 * HOUR).toISOString().slice(0, 10);
			const { from } = await rangeAsked(given({ day }), { from: '={{ $json.day }} 09:30' }, { timezone });

			const there = new Intl.DateTimeFormat('sv', {
				timeZone: timezone,
				dateStyle: 'short',
				timeStyle: 'short',
			});
			expect(there.format(from)).toBe(`${day} 09:30`);
		},
	);

	// later versions of the node give texts
	test.each([
		[1, 'object'],
		[1.1, 'string'],
	])('by dates of a Data Table, as version %d of the node gives them', async (version, type) => {
		const since = Math.floor(Date.now() / 1000) * 1000 - 7 * HOUR;
		const input = node('Input', 'n8n-nodes-base.dataTable', version, 300, {
			resource: 'row',
			operation: 'get',
			dataTableId: locator('id', await storeTable({ since: new Date(since) })),
			filters: { conditions: [] },
			returnAll: true,
		});
		// the Duo node refuses the text
		const from = `={{ typeof $json.since === "${type}" ? $json.since : "a date of another type" }}`;
		const asks = await rangeAsked(input, { from });

		expect(asks.from).toBe(since);
	});
});

/** A Data Table of n8n with dates in one row. @returns its ID. */
async function storeTable(row: Record<string, Date>): Promise<string> {
	const project = await stage.n8n.get<{ id: string }>('/rest/projects/personal');
	const tables = `/rest/projects/${project.id}/data-tables`;
	const columns = Object.keys(row).map((name) => ({ name, type: 'date' }));
	const table = await stage.n8n.post<{ id: string }>(tables, { name: `Dates ${randomUUID()}`, columns });
	await stage.n8n.post(`${tables}/${table.id}/insert`, { data: [row] });
	return table.id;
}
