import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { enlargeMp4, fixture } from '../fixtures/make';
import { pageTree, pdf } from '../unit/files/documentFixtures';
import { agentStandIns } from './agentStandIns';
import { textOf } from './form/leaves';
import type { InputFile } from './harness';
import { defineNode } from './harness/defineNode';
import { file, item, PAGE, PART, scene, sha256, talk } from './scene';
import { runShipped } from './shipped';
import { takes } from './standIns';

/** The templates that publish: from a folder, a form and a feed; and the upload that is resumed. */

/** What Google Drive has, by ID. */
const drive = new Map<string, Buffer>();
const ends: string[][] = [];
let waits: string[] = [];

const download = defineNode(
	{ name: 'googleDrive', properties: takes('operation', 'fileId', 'options'), version: 3 },
	async (context) => {
		const items: INodeExecutionData[] = [];
		for (const [index, { json }] of context.getInputData().entries()) {
			if (context.getNodeParameter('operation', index) !== 'download')
				throw new Error('no download');
			const id = context.getNodeParameter('fileId.value', index) as string;
			const content = drive.get(id);
			if (!content) throw new Error(`Drive has no ${id}`);
			const data = await context.helpers.prepareBinaryData(content, textOf(json.name));
			items.push({ json, binary: { data }, pairedItem: { item: index } });
		}
		return items;
	},
);
const wait = defineNode(
	{ name: 'wait', properties: takes('amount', 'unit'), version: 1.1 },
	(context) => {
		const [amount, unit] = ['amount', 'unit'].map((name) => context.getNodeParameter(name, 0));
		waits.push(`${textOf(amount)} ${textOf(unit)}`);
		return Promise.resolve(context.getInputData());
	},
);
const limit = defineNode({ name: 'limit', properties: takes('maxItems') }, (context) =>
	Promise.resolve(context.getInputData().slice(0, Number(context.getNodeParameter('maxItems', 0)))),
);

const stage = scene({
	n8n: {
		nodeTypes: {
			...agentStandIns({
				write: () => '',
				review: () => undefined,
				end: (...page) => void ends.push(page),
			}),
			'n8n-nodes-base.googleDrive': download,
			'n8n-nodes-base.wait': wait,
			'n8n-nodes-base.limit': limit,
		},
	},
});
const { files, linkedIn, plan, requests } = stage;
beforeEach(() => {
	ends.length = 0;
	waits = [];
	drive.clear();
});
const picks = { author: PAGE, owner: PAGE };

describe('templates/drive-video-to-post.json', () => {
	const run = (...found: IDataObject[]) =>
		runShipped(stage, 'drive-video-to-post.json', {
			items: found.map((json) => ({ json })),
			picks,
		});

	test('publishes new videos with their description, and leaves other files alone', async () => {
		drive.set('v1', fixture('talk.mp4'));
		const result = await run(
			{ id: 'd1', name: 'notes.txt', mimeType: 'text/plain' },
			{ id: 'v1', name: 'Our talk.mp4', mimeType: 'video/mp4', description: 'The talk (whole)' },
		);
		expect(result.error).toBeUndefined();
		expect(linkedIn.posts()).toMatchObject([
			{ author: PAGE, text: 'The talk (whole)', content: { media: { title: 'Our talk' } } },
		]);
		expect(linkedIn.videos()).toMatchObject([{ sha256: sha256(fixture('talk.mp4')) }]);
	});

	test('a video that fails stops no other, and is told at the end', async () => {
		drive.set('bad', Buffer.from('no video'));
		drive.set('good', fixture('talk.mp4'));
		const result = await run(
			{ id: 'bad', name: 'broken.mp4', mimeType: 'video/mp4' },
			{ id: 'good', name: 'good.mp4', mimeType: 'video/mp4' },
		);
		expect(linkedIn.posts()).toMatchObject([{ text: 'good' }]);
		expect(result.errorOf('Report Failure')?.message).toContain('broken.mp4');
	});
});

describe('templates/form-to-post.json', () => {
	const submit = (given: InputFile, form: IDataObject = {}) =>
		runShipped(stage, 'form-to-post.json', {
			items: [item({ File: given }, { Text: 'Look at this', Title: '', ...form })],
			picks,
		});

	test.each([
		['a picture', file('picture.png'), 'urn:li:image:'],
		['a video', talk(), 'urn:li:video:'],
		['a document', { content: pdf(pageTree(2)), fileName: 'Report.pdf' }, 'urn:li:document:'],
	])('publishes %s, and the page shows the post', async (_, given, kind) => {
		const result = await submit(given);
		expect(result.error).toBeUndefined();
		const [post] = linkedIn.posts();
		expect(post).toMatchObject({ author: PAGE, text: 'Look at this' });
		expect(JSON.stringify(post?.content)).toContain(kind);
		expect(ends).toEqual([
			['Published', `https://www.linkedin.com/feed/update/${post?.urn ?? ''}`],
		]);
	});

	test('the page says what went wrong and what to do', async () => {
		await submit({ content: Buffer.from('no picture'), fileName: 'picture.png' });
		expect(linkedIn.posts()).toEqual([]);
		expect(ends).toEqual([['Not published', expect.stringContaining('picture.png')]]);
	});
});

describe('templates/resume-failed-upload.json', () => {
	const content = enlargeMp4(fixture('talk.mp4'), 2 * PART + 1234);
	const submit = () =>
		runShipped(stage, 'resume-failed-upload.json', {
			items: [item({ Video: talk(content) })],
			// One part after the other: none is on its way when another is refused.
			picks,
			parameters: { 'Upload Video': { options: { partConcurrency: 1 } } },
		});

	test('waits, and sends only what is missing', async () => {
		plan('videos.part', 403, { part: 3 });
		const result = await submit();
		expect(result.error).toBeUndefined();
		expect(waits).toEqual(['10 minutes']);
		expect(requests('videos.part')).toHaveLength(4);
		expect(linkedIn.videos()).toMatchObject([{ sha256: sha256(content) }]);
		expect(result.items('Resume Upload')[0]?.json).toMatchObject({ status: 'AVAILABLE' });
	});

	test('gives up after five attempts, with the error', async () => {
		const refused = plan('videos.part', 403, { part: 3, call: 'every' });
		const result = await submit();
		linkedIn.cancelPlan(refused);
		expect(waits).toHaveLength(5);
		expect(result.errorOf('Report Failure')?.message).toContain('talk.mp4');
	});

	test('what can’t be resumed is told at once', async () => {
		const result = await runShipped(stage, 'resume-failed-upload.json', {
			items: [item({ Video: { content: Buffer.from('no video'), fileName: 'talk.mp4' } })],
			picks,
		});
		expect(waits).toEqual([]);
		expect(result.errorOf('Report Failure')?.message).toContain('talk.mp4');
	});
});

describe('templates/rss-to-article.json', () => {
	test('publishes the newest article with the preview of its page', async () => {
		const link = files.add('/news', {
			content: Buffer.from(
				'<html><head><title>The news</title><meta name="description" content="All of it"></head></html>',
			),
			contentType: 'text/html',
		});
		const result = await runShipped(stage, 'rss-to-article.json', {
			items: [
				{ json: { title: 'We have news', link } },
				{ json: { title: 'Older', link: `${link}?older` } },
			],
			picks,
		});
		expect(result.error).toBeUndefined();
		expect(linkedIn.posts()).toMatchObject([
			{
				author: PAGE,
				text: 'We have news',
				content: { article: { source: link, title: 'The news', description: 'All of it' } },
			},
		]);
	});
});
