import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';

import { launchBrowser } from '../harness/browser';
import { Editor } from '../harness/editor';
import { Film } from '../harness/film';
import { fixture, sha256 } from '../harness/files';
import { Lab, withCredential } from '../harness/lab';
import { repositoryPath } from '../harness/paths';
import { template } from '../harness/templates';

/** The section of the README that is followed here, click by click. */
const SECTION = '### Without LinkedIn';
const MOST_STEPS = 12;
const MEMBER = 'Ada Example (you)';
const TEXT = 'My first post from n8n';

let lab: Lab;
let browser: Browser;
let editor: Editor;
before(async () => {
	browser = await launchBrowser();
	lab = await Lab.open();
	// As `npm run n8n` leaves it.
	const credential = await lab.connectedCredential('LinkedIn, played by the simulator');
	const workflow = template('form-to-post');
	const nodes = withCredential(workflow.nodes, credential);
	await lab.session.createWorkflow({ ...workflow, nodes });
	editor = await Editor.open(browser, lab.n8n.url);
});
after(async () => {
	await browser.close();
	await lab.close();
});

/** One click, or one field that is filled in. */
let steps = 0;
const film = new Film();
async function step(what: () => Promise<unknown>, page = editor.page): Promise<void> {
	steps += 1;
	await what();
	await film.add(page);
}

test('from the README to a post, by clicks', async () => {
	const { page } = editor;
	const { name } = template('form-to-post');
	assert.ok(sectionOfReadme().includes(`*${name}*`), 'the README names the workflow');
	try {
		await page.goto(`${lab.n8n.url}/home/workflows`);
		await step(() => page.getByTestId('workflow-card-name').filter({ hasText: name }).click());
		await step(() => editor.openNode('Publish Post'));
		await step(() => editor.listLocator('author'));
		await step(() =>
			page.getByTestId('rlc-item').filter({ visible: true, hasText: MEMBER }).click(),
		);
		await step(() => editor.closeNode());
		const opened = page.waitForEvent('popup');
		await step(() => page.getByTestId('execute-workflow-button').click());
		await fillIn(await opened);
		await editor.sees(page.locator('body'), 'Workflow executed successfully');
		await editor.openNode('Publish Post');
		await editor.sees(editor.output, /urn:li:(share|ugcPost):/);
		await film.add(page);
		await film.save('first-post');
	} catch (error) {
		const file = await editor.evidence('first post');
		const message = error instanceof Error ? error.message : String(error);
		throw new Error(`${message}\nOn screen: ${file}`, { cause: error });
	}
	const { images, posts } = await lab.simulator.state();
	assert.deepEqual(
		posts.map(({ text }) => text),
		[TEXT],
	);
	assert.ok(images.some((image) => image.sha256 === sha256(fixture('picture.png'))));
	assert.ok(steps <= MOST_STEPS, `${steps} steps`);
	assert.ok(sectionOfReadme().includes(`${steps} clicks and fields`), `${steps} steps`);
	await lab.check();
});

/** The form of the workflow, which n8n opens in a window of its own. */
async function fillIn(form: Page): Promise<void> {
	await step(
		() =>
			form.locator('input[type="file"]').setInputFiles({
				name: 'picture.png',
				mimeType: 'image/png',
				buffer: fixture('picture.png'),
			}),
		form,
	);
	await step(() => form.locator('textarea').fill(TEXT), form);
	await step(() => form.locator('#submit-btn').click(), form);
	await editor.sees(form.locator('body'), /https:\/\/www\.linkedin\.com\/feed\/update\//);
	await film.add(form);
}

function sectionOfReadme(): string {
	const readme = readFileSync(join(repositoryPath('.'), 'README.md'), 'utf8');
	const [, rest = ''] = readme.split(SECTION);
	return rest.split('\n## ')[0] ?? '';
}
