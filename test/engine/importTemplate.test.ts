import type { IDataObject } from 'n8n-workflow';

import { isRecord } from '../../linkedin/api/parse';
import { dataTableNode, type Tables } from './dataTable';
import { startReceiver, video, type Receiver } from './importSupport';
import { ACCOUNT, PAGE, scene } from './scene';
import { runShipped, settings } from './shipped';
import { standIns, webhookNodes, type WebhookAnswer } from './standIns';

let incoming: IDataObject = {};
const { answers, nodeTypes } = webhookNodes(() =>
	Promise.resolve([{ json: { headers: {}, params: {}, query: {}, body: {}, ...incoming } }]),
);
const tables: Tables = new Map();
const dataTable = { 'n8n-nodes-base.dataTable': dataTableNode(tables) };

const stage = scene({
	binaryMode: 'filesystem',
	n8n: { nodeTypes: { ...standIns, ...nodeTypes, ...dataTable } },
});
const { files, linkedIn, requests } = stage;

let receiver: Receiver;
beforeAll(async () => {
	receiver = await startReceiver(() => 200);
});
beforeEach(() => {
	tables.clear();
	answers.length = 0;
});
afterAll(() => receiver.close());

/** @returns what was answered */
async function call(
	start: 'Start Import' | 'Get Status',
	request: IDataObject,
	adAccount = '',
): Promise<WebhookAnswer & { body: Record<string, unknown> }> {
	incoming = request;
	const before = answers.length;
	const entered = settings({ owner: PAGE, adAccount, ifExists: 'skip', webhookSecret: 's' });
	const run = await runShipped(stage, 'import-api.json', {
		start,
		parameters: { Settings: entered },
	});
	expect(run.error).toBeUndefined();
	expect(linkedIn.unhandled()).toEqual([]);
	const answer = answers[before];
	if (!answer || !isRecord(answer.body)) throw new Error('the answer is no object');
	return { status: answer.status, body: answer.body };
}

const statusOf = (id: unknown) => call('Get Status', { query: { id: String(id) } });

/** The document's request, its addresses on this machine. */
const request = (webhook?: string, url = files.add('/sample-mp4-file.mp4', video(1))) => ({
	systemName: 'identifier-for-your-system',
	...(webhook === undefined ? {} : { webhook }),
	context: { myIdentifier: 'some-identifier-sent-to-the-webhook' },
	videos: [
		{ url, id: '123abc', fileName: 'sample', metadata: { title: 'sample video', credit: 'LC' } },
		{ url: `${files.url}/gone.mp4`, id: 'gone', fileName: 'gone', metadata: {} },
	],
});

test('the document’s request: an id at once, started while it runs, then the final state', async () => {
	let during: Promise<WebhookAnswer> | undefined;
	const url = files.add('/slow.mp4', {
		content: video(2),
		instead: () => {
			const [started] = answers;
			if (isRecord(started?.body)) during ??= statusOf(started.body.id);
			return undefined;
		},
	});
	const { status, body } = await call('Start Import', { body: request(receiver.url, url) });
	expect({ status, body }).toEqual({
		status: 200,
		body: { id: expect.stringMatching(/^[a-z0-9]{12,}$/) as unknown },
	});
	expect(await during).toEqual({
		status: 200,
		body: {
			finished: false,
			state: 'started',
			id: body.id,
			startedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as unknown,
		},
	});
	const [uploaded] = linkedIn.videos();
	const final = await statusOf(body.id);
	expect(final).toMatchObject({
		status: 200,
		body: {
			finished: true,
			state: 'success',
			id: body.id,
			videos: [
				{
					state: 'success',
					systemName: 'identifier-for-your-system',
					externalId: '123abc',
					video: { mediaId: uploaded?.urn, originalUrl: url, mimeType: 'video/mp4' },
					metadata: { title: 'sample video', credit: 'LC' },
				},
				{ state: 'failed', externalId: 'gone' },
			],
		},
	});
	expect(JSON.parse(String(receiver.calls[0]?.body))).toEqual({
		id: body.id,
		state: 'success',
		overview: { success: 1, skipped: 0, failed: 1 },
		context: { myIdentifier: 'some-identifier-sent-to-the-webhook' },
	});
});

test('the table remembers what was imported; with an ad account its library does too', async () => {
	await call('Start Import', { body: request() });
	const again = await call('Start Import', { body: request() });
	const { body } = await statusOf(again.body.id);
	expect(body.videos).toMatchObject([
		{ state: 'skipped', reason: 'already exists' },
		{ state: 'failed' },
	]);
	expect(requests('videos.initializeUpload')).toHaveLength(1);
	const other = { ...request(), systemName: 'another' };
	await call('Start Import', { body: other }, '123456789');
	expect(linkedIn.videos()[1]?.libraryMetadata).toMatchObject({
		associatedAccount: ACCOUNT,
		assetName: 'sample video [import another/123abc]',
	});
	tables.clear();
	const third = await call('Start Import', { body: other }, '123456789');
	expect((await statusOf(third.body.id)).body.videos).toMatchObject([
		{ state: 'skipped' },
		{ state: 'failed' },
	]);
	expect(requests('videos.initializeUpload')).toHaveLength(2);
});

test('an import that could not run at all is failed', async () => {
	const { body } = await call('Start Import', { body: request() }, '521498108');
	expect(await statusOf(body.id)).toEqual({
		status: 200,
		body: {
			finished: true,
			state: 'failed',
			id: body.id,
			reason:
				'Could not find the videos of urn:li:sponsoredAccount:521498108: LinkedIn denied access',
		},
	});
});

test.each<[string, object]>([
	['systemName is missing', {}],
	['videos must be a list', { systemName: 's' }],
	['every video needs a url and an id', { systemName: 's', videos: [{ url: 'https://x/a.mp4' }] }],
	[
		'metadata must be an object',
		{ systemName: 's', videos: [{ url: 'https://x/a.mp4', id: 1, metadata: 'x' }] },
	],
	['webhook must be an address', { systemName: 's', videos: [], webhook: 'example.com' }],
	['context must be an object', { systemName: 's', videos: [], context: [1] }],
	[
		'context has more than 8192 bytes',
		{ systemName: 's', videos: [], context: { t: 'ü'.repeat(4093) } },
	],
])('a wrong request is answered with 400: %s', async (words, body) => {
	const answer = await call('Start Import', { body: { ...body } });
	expect(answer.status).toBe(400);
	expect(String(answer.body.error)).toContain(words);
	expect(tables.size).toBe(0);
});

test('an unknown id is answered with 404', async () => {
	expect((await statusOf('nope')).status).toBe(404);
	expect((await call('Get Status', { query: {} })).status).toBe(404);
});
