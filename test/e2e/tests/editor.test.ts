import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import type { INodeTypeDescription } from 'n8n-workflow';
import type { Browser, Page } from 'playwright-core';

import { launchBrowser } from '../harness/browser';
import { Editor, picturesWanted } from '../harness/editor';
import { loadedNode, operations, shownFields } from '../harness/fields';
import { FileServer, servedBytes } from '../harness/fileServer';
import { sha256, video } from '../harness/files';
import { Lab, NODE_TYPE, TRIGGER_TYPE } from '../harness/lab';

const NODE = 'LinkedIn Media';
/** What somebody types who looks for it. */
const SEARCHES = [
	'upload video',
	'linkedin upload',
	'linkedin post',
	'publish post',
	'linkedin pdf',
	'carousel',
	'company page',
	'schedule post',
];
const MEMBER = 'Ada Example (you)';
const MEMBER_URN = 'urn:li:person:m3mbEr_1';

describe('the editor in a browser', () => {
	const bytes = video();
	let lab: Lab;
	let files: FileServer;
	let browser: Browser;
	let editor: Editor;
	before(async () => {
		browser = await launchBrowser();
		lab = await Lab.open({ simulator: { interactive: true, app: 'share' } });
		files = await FileServer.start({ 'talk.mp4': servedBytes(bytes, 'video/mp4') });
		editor = await Editor.open(browser, lab.n8n.url);
	});
	afterEach(async () => {
		await lab.check();
		assert.deepEqual(editor.complaints.splice(0), [], 'complaints of the browser');
	});
	after(async () => {
		await browser.close();
		await files.close();
		await lab.close();
	});

	function see(name: string, body: () => Promise<void>): void {
		test(name, () => editor.watched(name, body));
	}

	see('the node and its trigger are found by searching LinkedIn, with their icon', async () => {
		await editor.newWorkflow();
		const found = await editor.searchNodes('LinkedIn');
		assert.ok(found.includes(NODE), found.join());
		assert.match(await loadedIcon(editor.page), /linkedInMedia\.svg$/);
		await editor.picture('nodes-panel');
		// n8n shows a node and its trigger as one entry, which opens on both.
		await editor.creatorItem(NODE).click();
		await editor.sees(
			editor.page.getByTestId('node-creator'),
			/Triggers \(\d+\)[^]*Actions \(\d+\)/,
		);
	});

	see(
		'what somebody types who looks for it finds it among the first, with one sentence for both',
		async () => {
			await editor.newWorkflow();
			for (const words of SEARCHES) {
				const found = await editor.searchNodes(words);
				const place = found.indexOf(NODE);
				assert.ok(place >= 0 && place < 3, `"${words}": ${found.slice(0, 10).join()}`);
			}
			await editor.sees(
				editor.page.getByTestId('node-creator'),
				/publish posts, or start a workflow when/,
			);
		},
	);

	test('with a dark icon on a dark screen', async () => {
		const dark = await Editor.open(browser, lab.n8n.url, 'dark');
		try {
			await dark.newWorkflow();
			await dark.searchNodes('LinkedIn');
			assert.match(await loadedIcon(dark.page), /linkedInMedia\.dark\.svg$/);
			await dark.picture('nodes-panel-dark');
			assert.deepEqual(dark.complaints, []);
		} finally {
			await dark.close();
		}
	});

	see('a credential connects with nothing filled in but the app’s ID and secret', async () => {
		const { page } = editor;
		await editor.newWorkflow();
		await editor.addNode(NODE, 'Upload a video');
		await page.getByRole('button', { name: 'Connect to LinkedIn Media' }).click();

		const dialog = page.getByTestId('editCredential-modal');
		const field = (name: string) => dialog.getByTestId(`parameter-input-${name}`);
		await field('clientId').locator('input').fill(lab.simulator.clientId);
		await field('clientSecret').locator('input').fill(lab.simulator.clientSecret);
		await editor.picture('credential');
		// The simulator is not where LinkedIn is; all else stays as the form comes.
		await field('useCustomBaseUrls').locator('.el-switch').click();
		for (const name of ['apiBaseUrl', 'oauthBaseUrl']) {
			await field(name).locator('input').fill(lab.simulator.url);
		}
		await page.getByTestId('credential-save-button').click();
		const popup = page.waitForEvent('popup');
		await page.getByTestId('quick-connect-button').click();
		const authorization = await popup;
		await authorization.getByRole('button', { name: 'Allow' }).waitFor();
		assert.deepEqual((await authorization.getByRole('listitem').allTextContents()).sort(), [
			'email',
			'openid',
			'profile',
			'w_member_social',
		]);
		await authorization.getByRole('button', { name: 'Allow' }).click();
		// Connected, it closes by itself; opened again it says so.
		await dialog.waitFor({ state: 'hidden' });
		await page.getByTestId('credential-edit-button').click();
		await page.getByTestId('oauth-connect-success-banner').filter({ visible: true }).waitFor();
	});

	see('every resource and operation shows its fields, all of them and no others', async () => {
		const node = await loadedNode(lab.session, NODE_TYPE);
		await eachForm(editor, node, async (chosen) => {
			await assertShown(editor, node, chosen);
			await editor.picturePanel(`${chosen.resource}-${chosen.operation}`);
		});
	});

	if (picturesWanted) {
		test('the same on a dark screen, for the documents', async () => {
			const node = await loadedNode(lab.session, NODE_TYPE);
			const dark = await Editor.open(browser, lab.n8n.url, 'dark');
			try {
				await eachForm(dark, node, ({ resource, operation }) =>
					dark.picturePanel(`${resource}-${operation}-dark`),
				);
			} finally {
				await dark.close();
			}
		});
	}

	see('the trigger shows its fields, all of them and no others', async () => {
		const node = await loadedNode(lab.session, TRIGGER_TYPE);
		await editor.newWorkflow();
		await editor.searchNodes(NODE);
		await editor.creatorItem(NODE).click();
		await editor.creatorItem('On media ready').click();
		await assertShown(editor, node, {});
		const often = editor.panel.getByTestId('parameter-input-mode').locator('input');
		assert.equal(await often.inputValue(), 'Every Hour');
		await editor.picture('trigger');
	});

	see(
		'the owner picker lists who may own the media, and a workflow built by clicking runs',
		async () => {
			const { page } = editor;
			await editor.newWorkflow();
			await editor.addManualTrigger();
			await editor.addNode('HTTP Request');
			await editor.fill('url', `${files.url}/talk.mp4`);
			await editor.closeNode();
			await editor.addNode(NODE, 'Upload a video');
			assert.ok((await editor.listLocator('owner')).some((entry) => entry.includes(MEMBER)));
			await editor.picture('owner-picker');
			await page.getByTestId('rlc-item').filter({ visible: true, hasText: MEMBER }).click();
			await editor.executeStep();
			await editor.sees(editor.output, 'urn:li:video:');
			await editor.picture('output');

			const { videos } = await lab.simulator.state();
			const arrived = videos.find((each) => each.owner === MEMBER_URN);
			assert.equal(arrived?.sha256, sha256(bytes));
			await editor.sees(editor.output, arrived.urn);

			await editor.closeNode();
			await page.getByTestId('zoom-to-fit').click();
			await page.getByTestId('execute-workflow-button').click();
			await editor.sees(page.locator('body'), 'Workflow executed successfully');
			await editor.grownTo(page.getByTestId('execute-workflow-button'), 100);
			await editor.picture('workflow');
		},
	);

	see('a wrong owner is red while it is typed, and the URL of a page is understood', async () => {
		const { page } = editor;
		await editor.newWorkflow();
		await editor.addManualTrigger();
		await editor.addNode(NODE, 'Initialize the upload of a video');
		await editor.fill('fileSizeBytes', '100000');
		await editor.fillLocator('owner', 'url', 'https://www.linkedin.com/in/ada');
		await editor.sees(await editor.issueOf('owner'), 'Enter the URL of a page');
		await editor.fillLocator('owner', 'urn', 'urn:li:video:C5');
		await editor.sees(await editor.issueOf('owner'), 'Enter a URN');
		// Right, but not allowed to this member: it is LinkedIn's word now, not the form's.
		await editor.fillLocator('owner', 'url', 'https://de.linkedin.com/company/2414183/admin/?a=b');
		await page.getByTestId('parameter-issues').first().waitFor({ state: 'detached' });
		await editor.executeStep();
		await editor.sees(editor.output, 'urn:li:organization:2414183');
	});

	see('posts and ad accounts by URL: what our parser takes is not red', async () => {
		const { page } = editor;
		await editor.newWorkflow();
		await editor.addManualTrigger();
		await editor.addNode(NODE, 'Get a post');
		await editor.fillLocator(
			'urn',
			'url',
			'https://www.linkedin.com/posts/ada_hello-activity-7785',
		);
		await editor.sees(await editor.issueOf('urn'), 'Enter the URL that Create returned');
		await editor.fillLocator(
			'urn',
			'url',
			'https://www.linkedin.com/feed/update/urn:li:share:68447/',
		);
		await page.getByTestId('parameter-issues').first().waitFor({ state: 'detached' });
		await editor.choose('resource', 'Video');
		await editor.choose('operation', 'Get Many');
		const account = 'https://www.linkedin.com/campaignmanager/accounts/';
		await editor.fillLocator('associatedAccount', 'url', `${account}spring`);
		await editor.sees(await editor.issueOf('associatedAccount'), 'Campaign Manager');
		await editor.fillLocator('associatedAccount', 'url', `${account}123456789/campaigns?x=1`);
		await page.getByTestId('parameter-issues').first().waitFor({ state: 'detached' });
	});

	see('a downloaded video can be looked at', async () => {
		const { page } = editor;
		const [uploaded] = (await lab.simulator.state()).videos;
		assert.ok(uploaded, 'a video that was uploaded before');
		await editor.newWorkflow();
		await editor.addManualTrigger();
		await editor.addNode(NODE, 'Download a video');
		await editor.fillLocator('urn', 'urn', uploaded.urn);
		await editor.executeStep();
		await page.getByTestId('radio-button-binary').last().click();
		await editor.output.getByTestId('ndv-view-binary-data').click();
		const player = editor.output.locator('video');
		await player.waitFor();
		await editor.picture('preview');
		const shown = await player.evaluate(async (element) => {
			const video = element instanceof HTMLVideoElement ? element : undefined;
			const source = video?.currentSrc ?? '';
			return (await (await fetch(source)).arrayBuffer()).byteLength;
		});
		assert.equal(shown, bytes.length);
	});

	see('an error is shown as it was written, with its item', async () => {
		const { page } = editor;
		await editor.newWorkflow();
		await editor.addManualTrigger();
		await editor.addNode('HTTP Request');
		await editor.fill('url', `${files.url}/talk.mp4`);
		await editor.closeNode();
		await editor.addNode(NODE, 'Upload a video');
		await editor.fillLocator('owner', 'urn', 'urn:li:organization:999');
		await editor.executeStep();
		await editor.sees(editor.output, 'urn:li:organization:999');
		await editor.sees(page.getByTestId('node-execute-button'), 'Execute step');
		await editor.picture('error');

		const error = (await lab.session.newestExecution()).error;
		assert.ok(error, 'an execution with an error');
		await editor.sees(editor.output, error.at('message').text());
		await editor.sees(editor.output, error.at('description').text());
		await editor.sees(editor.output, '[item 1]');
		assert.match(error.at('description').text(), /LinkedIn App is "Company Pages" or /);
	});
});

/** @returns the address of the first icon of the package in the nodes panel, which must be loaded */
async function loadedIcon(page: Page): Promise<string> {
	const icon = page.locator('img[src*="linkedInMedia"]').first();
	await icon.waitFor();
	const { src, width } = await icon.evaluate((image) => ({
		src: image instanceof HTMLImageElement ? image.src : '',
		width: image instanceof HTMLImageElement ? image.naturalWidth : 0,
	}));
	assert.ok(width > 0, `${src} is no picture`);
	return src;
}

/** Opens the form of each operation, with nothing filled in. */
async function eachForm(
	editor: Editor,
	node: INodeTypeDescription,
	look: (chosen: { readonly resource: string; readonly operation: string }) => Promise<void>,
): Promise<void> {
	const all = operations(node);
	assert.ok(all.length > 0);
	await editor.newWorkflow();
	await editor.addNode(NODE, 'Upload a video');
	let shown = '';
	for (const { resource, operation } of all) {
		if (resource.name !== shown) await editor.choose('resource', resource.name);
		shown = resource.name;
		await editor.choose('operation', operation.name);
		await look({ resource: resource.value, operation: operation.value });
	}
}

/** Fields that have an input of their own in the panel; the others are known by their label. */
const LABELLED = ['collection', 'fixedCollection', 'notice', 'button', 'callout'];

async function assertShown(
	editor: Editor,
	node: INodeTypeDescription,
	chosen: Readonly<Record<string, string>>,
): Promise<void> {
	const { fields, collected } = shownFields(node, chosen);
	const shown = Object.values(chosen).join(':');
	const inputs = fields.filter(({ type }) => !LABELLED.includes(type)).map(({ name }) => name);
	// Not those within a collection, which have names of their own.
	const known = new Set(node.properties.map(({ name }) => name));
	const present = editor.panel.locator('[data-test-id^="parameter-input-"]');
	let seen: string[] = [];
	for (const limit = Date.now() + 10_000; Date.now() < limit;) {
		await wait(100);
		const ids = await present
			.filter({ visible: true })
			.evaluateAll((all) => all.map((each) => each.getAttribute('data-test-id')));
		seen = ids
			.map((id) => (id ?? '').slice('parameter-input-'.length))
			.filter((name) => known.has(name));
		if (seen.join() === inputs.join()) break;
	}
	assert.deepEqual(seen, inputs, `fields of ${shown}`);
	for (const { type, displayName } of fields) {
		if (!LABELLED.includes(type)) continue;
		await editor.panel.getByText(displayName, { exact: true }).first().waitFor();
	}
	const offered = await editor.page.getByTestId('collection-parameter-option').allTextContents();
	assert.deepEqual(
		offered.map((text) => text.trim()).sort(),
		[...collected].sort(),
		`options of ${shown}`,
	);
}
