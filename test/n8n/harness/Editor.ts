/** Drives n8n’s editor in a real browser. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { chromium as playwright, selectors, type Browser, type Locator, type Page } from 'playwright-core';

import { announced } from './announcement';
import { chromium, chromiumArguments } from './browser';
import { cache } from './places';
import { owner } from './RestClient';
import type { Stage } from './Stage';
import type { WorkflowFile } from './workflows';

const screenshots = join(cache, 'screenshots');

/** For tests that look at the editor: skipped, with the reason, where there is no browser. */
export const describeEditor = chromium ? describe : describe.skip;
if (!chromium)
	process.stderr.write('SKIPPED: the tests of the editor need Chromium, and there is none on PATH\n');

/** n8n's editor in a real browser, logged in as the owner. */
export class Editor {
	private constructor(
		private readonly stage: Stage,
		private readonly browser: Browser,
		readonly page: Page,
		private readonly url: string,
	) {}

	static async open(stage: Stage): Promise<Editor> {
		mkdirSync(screenshots, { recursive: true });
		selectors.setTestIdAttribute('data-test-id');
		const browser = await playwright.launch({ executablePath: chromium, args: chromiumArguments });
		try {
			const page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
			const editor = new Editor(stage, browser, page, announced().url);
			await editor.logIn();
			return editor;
		} catch (fault) {
			await browser.close();
			throw fault;
		}
	}

	/** Opens a page of n8n. */
	async goto(path: string): Promise<void> {
		await this.page.goto(this.url + path);
	}

	/** Imports a workflow and opens it. @returns its ID in n8n. */
	async openWorkflow(workflow: WorkflowFile): Promise<string> {
		const id = await this.stage.importWorkflow(workflow);
		await this.goto(`/workflow/${id}`);
		return id;
	}

	/** The node on the canvas. */
	node(name: string): Locator {
		return this.page.getByTestId('canvas-node').and(this.page.locator(`[data-node-name="${name}"]`));
	}

	async openNode(name: string): Promise<void> {
		// the node itself: the label below it lets clicks through
		await this.node(name).dblclick();
		await this.page.getByTestId('ndv').waitFor();
	}

	/** Back to the canvas, if a node is open. */
	async closeNode(): Promise<void> {
		await this.page.keyboard.press('Escape');
		await this.page.getByTestId('ndv').waitFor({ state: 'hidden' });
	}

	/** To be looked at, under the name of the running test. */
	async takeScreenshot(detail = ''): Promise<void> {
		const name = `${expect.getState().currentTestName ?? 'editor'} ${detail}`.trim().replace(/\W+/g, '-');
		await this.page.screenshot({ path: join(screenshots, `${name}.png`) });
	}

	async close(): Promise<void> {
		await this.browser.close();
	}

	private async logIn(): Promise<void> {
		await this.goto('/signin');
		const { page } = this;
		await page.locator('input[autocomplete=email], input[name=emailOrLdapLoginId]').first().fill(owner.email);
		await page.locator('input[type=password]').fill(owner.password);
		await page.getByTestId('form-submit-button').click();
		await page.waitForURL((address) => !address.pathname.startsWith('/signin'));
	}
}
