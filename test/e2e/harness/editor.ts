import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { env } from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';

import { newContext } from './browser';
import { repositoryPath } from './paths';
import { OWNER } from './session';

/** Pictures for the documents are made where they are asked for. */
export const picturesWanted = env.E2E_SCREENSHOTS !== undefined;

/** n8n's editor in a browser, with the owner logged in: what a user sees and clicks. */
export class Editor {
	/** All that the browser's console complained of. */
	readonly complaints: string[] = [];

	private constructor(
		readonly page: Page,
		private readonly context: BrowserContext,
		private readonly url: string,
	) {
		page.on('console', (message) => {
			if (message.type() === 'error') {
				this.complaints.push(`${message.text()} ${message.location().url}`);
			}
		});
		page.on('pageerror', (error) => {
			this.complaints.push(error.stack ?? error.message);
		});
	}

	static async open(
		browser: Browser,
		url: string,
		colorScheme: 'light' | 'dark' = 'light',
	): Promise<Editor> {
		const context = await newContext(browser, colorScheme);
		const editor = new Editor(await context.newPage(), context, url);
		const { page } = editor;
		await page.goto(`${url}/signin`);
		await page.locator('input[name="emailOrLdapLoginId"]').fill(OWNER.email);
		await page.locator('input[type="password"]').fill(OWNER.password);
		await page.getByTestId('form-submit-button').click();
		await page.waitForURL(/\/(home|workflow)/);
		// What n8n asks of somebody who is not logged in yet is refused, which the browser reports.
		editor.complaints.length = 0;
		return editor;
	}

	close(): Promise<void> {
		return this.context.close();
	}

	async newWorkflow(): Promise<void> {
		await this.page.goto(`${this.url}/workflow/new`);
		await this.page.getByTestId('canvas-plus-button').waitFor();
	}

	async openWorkflow(id: string): Promise<void> {
		await this.page.goto(`${this.url}/workflow/${id}`);
		await this.page.getByTestId('canvas-node').first().waitFor();
	}

	/** The nodes panel with what it finds for these words. @returns the names found */
	async searchNodes(words: string): Promise<string[]> {
		const { page } = this;
		const search = page.getByTestId('node-creator-search-bar');
		if (!(await search.isVisible())) {
			await page
				.getByTestId('canvas-plus-button')
				.or(page.getByTestId('node-creator-plus-button'))
				.first()
				.click();
		}
		await search.fill(words);
		return this.settledTexts(page.getByTestId('node-creator-item-name'));
	}

	/** What these show once two looks, a moment apart, see the same. */
	private async settledTexts(shown: Locator): Promise<string[]> {
		const limit = Date.now() + 30_000;
		for (let before = ''; Date.now() < limit; await wait(300)) {
			const texts = (await shown.allTextContents()).map((text) => text.trim());
			if (texts.length > 0 && texts.join() === before) return texts;
			before = texts.join();
		}
		return [];
	}

	/** The first step of a workflow that is run by hand. */
	async addManualTrigger(): Promise<void> {
		await this.page.getByTestId('canvas-plus-button').click();
		await this.creatorItem('Trigger manually').click();
		await this.page.getByTestId('canvas-node').first().waitFor();
	}

	/** Adds a node by clicking: found by its name, then, where it has several, its action. */
	async addNode(name: string, action?: string): Promise<void> {
		await this.searchNodes(name);
		await this.creatorItem(name).click();
		if (action === undefined) return;
		const wanted = this.creatorItem(action);
		await wanted.waitFor({ timeout: 5000 }).catch(async () => {
			// Folded where the workflow still needs a trigger.
			await this.page
				.getByTestId('node-creator-category-item')
				.filter({ hasText: 'Actions' })
				.click();
		});
		await wanted.click();
	}

	creatorItem(name: string): Locator {
		return this.page
			.getByTestId('node-creator-item-name')
			.filter({ hasText: new RegExp(`^\\s*${escape(name)}\\s*$`) })
			.first();
	}

	/** Opens a node of the canvas. */
	async openNode(name: string): Promise<void> {
		await this.page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`).dblclick();
		await this.panel.waitFor();
	}

	async closeNode(): Promise<void> {
		await this.page.getByTestId('ndv-close-button').click();
		await this.panel.waitFor({ state: 'hidden' });
	}

	/** The open node's parameters. */
	get panel(): Locator {
		return this.page.getByTestId('node-parameters').first();
	}

	parameter(name: string): Locator {
		return this.panel.getByTestId(`parameter-input-${name}`);
	}

	/** Chooses from a list of options. */
	async choose(parameter: string, option: string): Promise<void> {
		await this.parameter(parameter).click();
		const name = new RegExp(`^\\s*${escape(option)}`);
		const items = this.page.locator('.el-select-dropdown__item:visible');
		await items
			.locator('.option-headline')
			.filter({ hasText: new RegExp(`${name.source}\\s*$`) })
			.click();
	}

	async fill(parameter: string, text: string): Promise<void> {
		await this.parameter(parameter)
			.locator('input, textarea, [contenteditable]')
			.first()
			.fill(text);
	}

	/** Sets a resource locator by its text mode. */
	async fillLocator(parameter: string, mode: string, text: string): Promise<void> {
		await this.parameter(parameter).getByTestId('rlc-mode-selector').click();
		await this.page.getByTestId(`mode-${mode}`).filter({ visible: true }).click();
		await this.parameter(parameter).getByTestId('rlc-input').fill(text);
		await this.page.keyboard.press('Tab');
	}

	/** What the form says of a wrong value, which it shows where the mouse rests on its sign. */
	async issueOf(parameter: string): Promise<Locator> {
		const sign = this.parameter(parameter)
			.locator('xpath=ancestor-or-self::*')
			.getByTestId('parameter-issues')
			.or(this.panel.getByTestId('parameter-issues'))
			.first();
		await sign.hover();
		// Where the sentence appears is n8n's business.
		return this.page.locator('body');
	}

	/** Opens a resource locator's list. @returns its entries */
	async listLocator(parameter: string): Promise<string[]> {
		await this.parameter(parameter).getByTestId('rlc-input').click();
		const items = this.page.getByTestId('rlc-item').filter({ visible: true });
		await items.first().waitFor();
		return (await items.allTextContents()).map((text) => text.trim());
	}

	async pickFromList(parameter: string, entry: string): Promise<void> {
		await this.listLocator(parameter);
		await this.page
			.getByTestId('rlc-item')
			.filter({ visible: true, hasText: entry })
			.first()
			.click();
	}

	/** The editor takes over what was typed a moment later: until then it refuses to start. */
	async executeStep(): Promise<void> {
		const refusal = this.page.getByText('Workflow execution cannot start');
		for (let tries = 1; tries <= 5; tries += 1) {
			await this.page.getByTestId('node-execute-button').click();
			const refused = await refusal.waitFor({ timeout: 2000 }).then(
				() => true,
				() => false,
			);
			if (!refused) return;
			await this.page.locator('.el-notification__closeBtn').first().click();
			await refusal.waitFor({ state: 'detached' });
		}
	}

	/** The open node's output. */
	get output(): Locator {
		return this.page.getByTestId('output-panel');
	}

	/** Waits until the text is there. */
	async sees(place: Locator, text: string | RegExp, timeoutMs = 60_000): Promise<void> {
		let seen = '';
		for (const limit = Date.now() + timeoutMs; Date.now() < limit; await wait(200)) {
			seen = await place.innerText();
			if (typeof text === 'string' ? seen.includes(text) : text.test(seen)) return;
		}
		assert.fail(`not seen: ${String(text)}\nbut: ${seen}`);
	}

	/** Waits until something that n8n unfolds is so wide. @param width in pixels */
	async grownTo(place: Locator, width: number): Promise<void> {
		for (const limit = Date.now() + 60_000; Date.now() < limit; await wait(200)) {
			if (((await place.boundingBox())?.width ?? 0) >= width) return;
		}
		assert.fail(`it never was ${width} pixels wide`);
	}

	/** For the documents, where it was asked for: E2E_SCREENSHOTS=1. */
	async picture(name: string): Promise<void> {
		if (!picturesWanted) return;
		await this.save(repositoryPath('docs/images', `${name}.png`));
	}

	/**
	 * Of the open node's fields alone, all of them: in a small file of its own for the documents, where it
	 * was asked for.
	 */
	async picturePanel(name: string): Promise<void> {
		if (!picturesWanted) return;
		const file = repositoryPath('docs/images/forms', `${name}.png`);
		mkdirSync(dirname(file), { recursive: true });
		const before = this.page.viewportSize();
		await this.page.setViewportSize({ width: 1280, height: 1800 });
		await this.page.mouse.move(0, 0);
		// A form as it looks before anybody touches it.
		await this.page.evaluate(() => {
			const focused = document.activeElement;
			if (focused instanceof HTMLElement) focused.blur();
		});
		const box = await this.panel.boundingBox();
		assert.ok(box, 'the panel is open');
		// Down to the last field: below it are only n8n's own words.
		const end = await this.panel.evaluate((panel) => {
			const fields = Array.from(panel.querySelectorAll('input, textarea, button'));
			const ours = fields.filter((field) => field.closest('[class*="parameter"]') !== null);
			return Math.max(...ours.map((field) => field.getBoundingClientRect().bottom));
		});
		const height = Math.min(box.height, end - box.y + 24);
		await this.page.screenshot({ path: file, animations: 'disabled', clip: { ...box, height } });
		if (before) await this.page.setViewportSize(before);
	}

	/** Runs the steps of a test; if they fail, saves a picture of the screen and adds its path to the error. */
	async watched(name: string, body: () => Promise<void>): Promise<void> {
		try {
			await body();
		} catch (error) {
			const file = repositoryPath('.cache/e2e', `${name.replace(/\W+/g, '-')}.png`);
			const onScreen = await this.save(file).then(
				() => `\nOn screen: ${file}`,
				() => '',
			);
			const message = error instanceof Error ? error.message : String(error);
			throw new Error(`${message}${onScreen}`, { cause: error });
		}
	}

	private async save(file: string): Promise<void> {
		mkdirSync(dirname(file), { recursive: true });
		await this.page.screenshot({ path: file, animations: 'disabled' });
	}
}

function escape(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
