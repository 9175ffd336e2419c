import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';

import { launchBrowser } from '../harness/browser';
import { Editor } from '../harness/editor';
import { Film } from '../harness/film';
import { fixture, sha256 } from '../harness/files';
import { Lab, withCredential } from '../harness/lab';
import { sectionOfReadme } from '../harness/readme';
import { Steps } from '../harness/steps';
import { template } from '../harness/templates';

/** The section of the README that is followed here, click by click. */
const SECTION = '#### With a template';
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

const steps = new Steps(SECTION);
const film = new Film();
async function step(
	words: string,
	what: () => Promise<unknown>,
	page = editor.page,
): Promise<void> {
	await steps.take(words, what);
	await film.add(page);
}

test('from the README to a post, by clicks', async () => {
	const { page } = editor;
	const { name } = template('form-to-post');
	assert.ok(sectionOfReadme(SECTION).includes(`*${name}*`), 'the README names the workflow');
	await editor.watched('first post', async () => {
		await page.goto(`${lab.n8n.url}/home/workflows`);
		await step('Open the workflow', () =>
			page.getByTestId('workflow-card-name').filter({ hasText: name }).click(),
		);
		await step('*Publish Post*', () => editor.openNode('Publish Post'));
		await step('list of *Author*', () => editor.listLocator('author'));
		await step('select yourself', () =>
			page.getByTestId('rlc-item').filter({ visible: true, hasText: MEMBER }).click(),
		);
		await step('close the node', () => editor.closeNode());
		const opened = page.waitForEvent('popup');
		await step('Execute the workflow', () => page.getByTestId('execute-workflow-button').click());
		await fillIn(await opened);
		await editor.sees(page.locator('body'), 'Workflow executed successfully');
		await editor.openNode('Publish Post');
		await editor.sees(editor.output, /urn:li:(share|ugcPost):/);
		await film.add(page);
		await film.save('first-post');
	});
	const { images, posts } = await lab.simulator.state();
	assert.deepEqual(
		posts.map(({ text }) => text),
		[TEXT],
	);
	assert.ok(images.some((image) => image.sha256 === sha256(fixture('picture.png'))));
	steps.check();
	await lab.check();
});

/** The form of the workflow, which n8n opens in a window of its own. */
async function fillIn(form: Page): Promise<void> {
	await step(
		'choose a picture',
		() =>
			form.locator('input[type="file"]').setInputFiles({
				name: 'picture.png',
				mimeType: 'image/png',
				buffer: fixture('picture.png'),
			}),
		form,
	);
	await step('write a text', () => form.locator('textarea').fill(TEXT), form);
	await step('submit it', () => form.locator('#submit-btn').click(), form);
	await editor.sees(form.locator('body'), /https:\/\/www\.linkedin\.com\/feed\/update\//);
	await film.add(form);
}
