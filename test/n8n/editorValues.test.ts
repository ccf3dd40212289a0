/** What n8n's editor makes of values in our parameters: dragged from the input, or missing. */
import { setTimeout as pause } from 'node:timers/promises';

import type { INode, INodeParameters } from 'n8n-workflow';
import type { Locator, Page } from 'playwright-core';

import { locator } from '../support/locator';

import { describeEditor, Editor } from './harness/Editor';
import { Stage } from './harness/Stage';
import { chain, node, START, type WorkflowFile } from './harness/workflows';

jest.setTimeout(120_000);

const INPUT = 'Ticket';
const ticket = { username: 'ada.dragged', number: '+1 (201) 555-0177', team: 'Night Shift' };

const nothing = locator('list', '');

/** Each gets the fields of the ticket. */
const duoNodes = [
	duoAdmin('Get user', { resource: 'user', operation: 'get', user: nothing }),
	duoAdmin('Get phone', { resource: 'phone', operation: 'get' }),
	duoAdmin('Get group', { resource: 'group', operation: 'get' }),
	duoAdmin('Create user', { resource: 'user', operation: 'create', username: '' }),
	duoAdmin('Gated user', {
		resource: 'bypassCode',
		operation: 'getMany',
		scope: '={{ $json.of }}',
		user: nothing,
	}),
];

function duoAdmin(name: string, parameters: INodeParameters): INode {
	return node(name, 'n8n-nodes-duo-security.duoAdmin', 1, 500, parameters);
}

const workflow: WorkflowFile = {
	name: 'Values in the editor',
	nodes: [
		node(START, 'n8n-nodes-base.manualTrigger', 1, 0, {}),
		node(INPUT, 'n8n-nodes-base.noOp', 1, 200, {}),
		...duoNodes.map((each, row): INode => ({ ...each, position: [500, row * 160] })),
	],
	connections: {
		...chain(START, INPUT),
		[INPUT]: { main: [duoNodes.map(({ name }) => ({ node: name, type: 'main', index: 0 }))] },
	},
	settings: { executionOrder: 'v1' },
	pinData: { [INPUT]: [{ json: ticket }] },
};

describeEditor('values in the editor', () => {
	let stage: Stage;
	let editor: Editor;
	let page: Page;
	let workflowId: string;

	beforeAll(async () => {
		stage = await Stage.open();
		const { user_id } = stage.tenant.addUser({ username: 'ada.dragged' });
		stage.tenant.addPhone({ number: '+12015550177', users: [user_id] });
		stage.tenant.addGroup({ name: 'Night Shift' });
		editor = await Editor.open(stage);
		({ page } = editor);
		workflowId = await editor.openWorkflow(workflow);
	});

	afterAll(async () => {
		await editor?.close();
		await stage?.close();
	});

	afterEach(async () => {
		await editor?.takeScreenshot();
		await editor?.closeNode();
	});

	test('are missing: a mark says so, unless another parameter may make the value superfluous', async () => {
		const marks = (name: string) => editor.node(name).getByTestId('node-issues');
		await marks('Create user').waitFor();
		await editor.takeScreenshot('on the canvas');
		const marked = duoNodes.map(async ({ name }) => [name, await marks(name).count()]);
		expect(Object.fromEntries(await Promise.all(marked))).toEqual({
			'Get user': 1,
			'Get phone': 1,
			'Get group': 1,
			'Create user': 1,
			'Gated user': 0,
		});

		await editor.openNode('Get user');
		await page.getByTestId('parameter-issues').waitFor();
	});

	describe('dragged from the input', () => {
		/** Drags a field of the input panel onto a parameter, as people do. */
		async function drag(field: string, onto: Locator): Promise<void> {
			const fields = page.getByTestId('ndv-input-panel').locator('[data-target="mappable"]');
			await fields.filter({ hasText: field }).hover();
			await page.mouse.down();
			await onto.hover();
			await page.mouse.up();
		}

		/**
		 * The parameter as it is stored once it holds an expression: n8n saves by itself, a moment after a
		 * change.
		 */
		async function saved(name: string, parameter: string): Promise<unknown> {
			for (;;) {
				const { nodes } = await stage.n8n.get<WorkflowFile>(`/rest/workflows/${workflowId}`);
				const value = nodes.find((each) => each.name === name)?.parameters[parameter];
				if (JSON.stringify(value ?? {}).includes('={{')) return value;
				await pause(200);
			}
		}

		test.each([
			['user', 'username', 'ada.dragged'],
			['phone', 'number', '+12015550177'],
			['group', 'team', 'Night Shift'],
		])('names a %s', async (kind, field, found) => {
			const name = `Get ${kind}`;
			await editor.openNode(name);
			const locator = page.getByTestId(`resource-locator-${kind}`);
			await drag(field, locator);
			await locator.getByText(`{{ $json.${field} }}`).waitFor();
			await page.getByTestId('node-execute-button').click();
			await page.getByTestId('output-panel').getByText(found, { exact: true }).first().waitFor();
			const mode = await locator.getByTestId('rlc-mode-selector').locator('input').inputValue();

			// n8n calls the mode named "id" so, whatever our label is
			expect(mode).toBe('By ID');
			expect(await saved(name, kind)).toMatchObject({ mode: 'id', value: `={{ $json.${field} }}` });
		});
	});
});
