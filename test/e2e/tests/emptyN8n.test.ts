import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';

import { launchBrowser } from '../harness/browser';
import { appForEverybody } from '../harness/credentialOverwrites';
import { Editor } from '../harness/editor';
import { Lab } from '../harness/lab';
import { Steps } from '../harness/steps';

const MEMBER = 'Ada Example (you)';
const TEXT = 'My first post from n8n';

let lab: Lab;
let browser: Browser;
let editor: Editor;
before(async () => {
	browser = await launchBrowser();
	// As `npm run n8n -- --empty` leaves it: no credential, no workflow.
	lab = await Lab.open({
		simulator: { interactive: true, app: 'share' },
		environmentFor: appForEverybody,
	});
	editor = await Editor.open(browser, lab.n8n.url);
});
after(async () => {
	await browser.close();
	await lab.close();
});

test('from an empty n8n to a post, by clicks', async () => {
	for (const list of ['credentials', 'workflows']) {
		assert.deepEqual((await lab.session.get(`/rest/${list}`)).list(), [], `no ${list}`);
	}
	await editor.newWorkflow();
	await editor.watched('empty n8n', () => follow(new Steps('#### In an empty n8n')));
	const { posts } = await lab.simulator.state();
	assert.deepEqual(
		posts.map(({ text }) => text),
		[TEXT],
	);
	await lab.check();
	assert.deepEqual(editor.complaints, []);
});

async function follow(steps: Steps): Promise<void> {
	const { page, panel } = editor;
	await steps.take('Add first step', () => page.getByTestId('canvas-plus-button').click());
	await steps.take('Search for *LinkedIn Media*', () =>
		page.getByTestId('node-creator-search-bar').fill('LinkedIn Media'),
	);
	await steps.take('Select the node', () => editor.creatorItem('LinkedIn Media').click());
	await steps.take('*Actions*', () =>
		page.getByTestId('node-creator-category-item').filter({ hasText: 'Actions' }).click(),
	);
	await steps.take('*Create a post*', () => editor.creatorItem('Create a post').click());

	const opened = page.waitForEvent('popup');
	await steps.take('*Connect to LinkedIn Media*', () =>
		panel.getByRole('button', { name: 'Connect to LinkedIn Media', exact: true }).click(),
	);
	const consent = await opened;
	await steps.take('*Allow*', () => consent.getByRole('button', { name: 'Allow' }).click());
	await page.getByTestId('credential-edit-button').waitFor();

	await steps.take('list of *Author*', () => editor.listLocator('author'));
	await steps.take('yourself', () =>
		page.getByTestId('rlc-item').filter({ visible: true, hasText: MEMBER }).click(),
	);
	await steps.take('*Text*', () => editor.fill('commentary', TEXT));
	await steps.take('*Execute step*', () => page.getByTestId('node-execute-button').click());
	await editor.sees(editor.output, /urn:li:(share|ugcPost):/);
	steps.check();
}
