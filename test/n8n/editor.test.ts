/** n8n's editor in a real browser: what people see of the nodes. */
import type { INode } from 'n8n-workflow';
import type { Page } from 'playwright-core';

import { describeEditor, Editor } from './harness/Editor';
import { Stage } from './harness/Stage';
import { readShipped } from './harness/workflows';

jest.setTimeout(120_000);

describeEditor('the editor', () => {
	let stage: Stage;
	let editor: Editor;
	let page: Page;

	beforeAll(async () => {
		stage = await Stage.open();
		for (const username of ['ada.listed', 'bob.listed'])
			stage.tenant.addUser({ username, email: `${username}@example.com` });
		editor = await Editor.open(stage);
		({ page } = editor);
	});

	afterAll(async () => {
		await editor?.close();
		await stage?.close();
	});

	afterEach(async () => {
		await editor?.takeScreenshot();
	});

	test('shows resource, operation, credential and user of a Duo Admin node', async () => {
		await editor.openWorkflow(readShipped('associate-phone'));
		await editor.openNode('Associate phone with user');

		const chosen = (name: string) =>
			page.getByTestId(`parameter-input-${name}`).locator('input').inputValue();
		expect([await chosen('resource'), await chosen('operation')]).toEqual(['Phone', 'Associate']);
		expect(await page.getByTestId('node-credentials-select').locator('input').inputValue()).toBe(
			'Duo Admin (simulated)',
		);
		expect(
			await page
				.getByTestId('resource-locator-user')
				.getByTestId('rlc-mode-selector')
				.locator('input')
				.inputValue(),
		).toBe('Username');
	});

	test('lists the users of the tenant, and filters them', async () => {
		await editor.openWorkflow(readShipped('associate-phone'));
		await editor.openNode('Associate phone with user');
		// the workflow has an expression there, which excludes the list
		await page.getByText('User', { exact: true }).first().hover();
		await page
			.getByTestId('user-parameter-input-options-container')
			.getByTestId('radio-button-fixed')
			.click();
		const locator = page.getByTestId('resource-locator-user');
		await locator.getByTestId('rlc-mode-selector').click();
		await page.getByTestId('mode-list').filter({ visible: true }).click();
		await locator.getByTestId('rlc-input').click();

		const users = page.getByTestId('rlc-item').filter({ visible: true });
		await users.filter({ hasText: 'ada.listed' }).waitFor();
		expect(await users.filter({ hasText: '.listed' }).count()).toBe(2);

		await page.getByTestId('rlc-search').filter({ visible: true }).fill('bob');
		// the list is empty for a moment
		await users.filter({ hasText: 'ada.listed' }).waitFor({ state: 'detached' });
		await users.filter({ hasText: 'bob.listed' }).waitFor();
		expect(await users.filter({ hasText: 'ada.listed' }).count()).toBe(0);
	});

	test('lists the child accounts of a parent, and the users of the one that is chosen', async () => {
		stage.tenant.addChild('Warehouse').addUser({ username: 'wil.warehouse' });
		stage.tenant.addChild('Branch office').addUser({ username: 'bea.branch' });
		const getUser: INode = {
			id: 'get',
			name: 'Get user',
			type: 'n8n-nodes-duo-security.duoAdmin',
			typeVersion: 1,
			position: [0, 0],
			parameters: { authentication: 'accountsApi', resource: 'user', operation: 'get' },
		};
		await editor.openWorkflow({ name: 'Child account', nodes: [getUser], connections: {}, settings: {} });
		await editor.openNode('Get user');

		const shown = page.getByTestId('rlc-item').filter({ visible: true });
		await page.getByTestId('resource-locator-childAccount').getByTestId('rlc-input').click();
		await shown.filter({ hasText: 'Warehouse' }).waitFor();
		await shown.filter({ hasText: 'Branch office' }).click();
		await page.getByTestId('resource-locator-user').getByTestId('rlc-input').click();

		await shown.filter({ hasText: 'bea.branch' }).waitFor();
		expect(await shown.filter({ hasText: /listed|warehouse/ }).count()).toBe(0);
	});

	test('names the two outputs of a verification', async () => {
		await editor.openWorkflow(readShipped('verify-user'));
		await editor.node('Verify user').waitFor();

		const labels = page.getByTestId('canvas-node-output-handle').getByText(/^(Not )?Approved$/);
		expect(await labels.allTextContents()).toEqual(['Approved', 'Not Approved']);
	});

	test('lists the trigger’s events among the triggers of Duo Admin', async () => {
		await editor.goto('/workflow/new');
		await page.getByTestId('canvas-add-button').click();
		await page.getByTestId('node-creator-search-bar').fill('duo trigger');
		await page.getByText('Duo Admin', { exact: true }).click();

		for (const event of ['On inventory change', 'On log event', 'On security alert'])
			await page.getByText(event, { exact: true }).waitFor();

		await page.getByText('On security alert', { exact: true }).click();
		await page.getByTestId('ndv').waitFor();
		expect(await page.getByTestId('parameter-input-triggerOn').locator('input').inputValue()).toBe(
			'Security Alert',
		);
	});
});
