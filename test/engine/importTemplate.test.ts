import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { LinkedInMediaOAuth2Api } from '../../credentials/LinkedInMediaOAuth2Api.credentials';
import { isRecord } from '../../linkedin/api/parse';
import { LinkedInMedia } from '../../nodes/LinkedInMedia/LinkedInMedia.node';
import { startFileServer, type FileServer } from '../fileServer';
import { dataTableNode, type Tables } from './dataTable';
import { startEngine, type Engine, type WorkflowJson, type WorkflowNode } from './harness';
import { defineNode } from './harness/defineNode';
import { startReceiver, video, type Receiver } from './importSupport';
import { ACCOUNT, CREDENTIAL_TYPE, NODE_TYPE, openLab, PAGE, requests, type Lab } from './lab';
import { webhookNodes, type WebhookAnswer } from './standIns';

const template = JSON.parse(
	readFileSync(join(__dirname, '..', '..', 'templates', 'import-api.json'), 'utf8'),
) as WorkflowJson;

let lab: Lab;
let engine: Engine;
let files: FileServer;
let incoming: IDataObject = {};
let answers: WebhookAnswer[] = [];
let receiver: Receiver;
const tables: Tables = new Map();

/** Split Out, by its one field. */
const splitOut = defineNode(
	{
		name: 'splitOut',
		properties: [{ displayName: 'f', name: 'fieldToSplitOut', type: 'string', default: '' }],
	},
	(context: IExecuteFunctions) =>
		Promise.resolve(
			context.getInputData().flatMap(({ json }, index) => {
				const field: unknown = context.getNodeParameter('fieldToSplitOut', index);
				const list = typeof field === 'string' ? json[field] : undefined;
				return (Array.isArray(list) ? list : []).flatMap((entry: unknown): INodeExecutionData[] =>
					isRecord(entry)
						? [{ json: { ...entry } as IDataObject, pairedItem: { item: index } }]
						: [],
				);
			}),
		),
);

beforeAll(async () => {
	lab = await openLab();
	files = await startFileServer();
	receiver = await startReceiver(() => 200);
	const nodes = webhookNodes(() =>
		Promise.resolve([{ json: { headers: {}, params: {}, query: {}, body: {}, ...incoming } }]),
	);
	answers = nodes.answers;
	engine = await startEngine({
		binaryMode: 'filesystem',
		nodeTypes: {
			[NODE_TYPE]: new LinkedInMedia(),
			...nodes.nodeTypes,
			'n8n-nodes-base.dataTable': dataTableNode(tables),
			'n8n-nodes-base.splitOut': splitOut,
		},
		credentialTypes: [new LinkedInMediaOAuth2Api()],
	});
});
beforeEach(async () => {
	await lab.simulator.reset();
	tables.clear();
	answers.length = 0;
});
afterAll(async () => {
	await engine.close();
	await files.close();
	await receiver.close();
	await lab.close();
});

/** Set up as the note in the workflow says, but for the key: that one is n8n's own business. */
function setUp(node: WorkflowNode, adAccount: string): WorkflowNode {
	const parameters = structuredClone(node.parameters ?? {});
	if (node.name === 'Settings') {
		const settings = { owner: PAGE, adAccount, ifExists: 'skip', webhookSecret: 's' };
		parameters.assignments = {
			assignments: Object.entries(settings).map(([name, value]) => ({
				id: name,
				name,
				value,
				type: 'string',
			})),
		};
	}
	const credentials = { [CREDENTIAL_TYPE]: { id: 'c', name: 'c' } };
	return { ...node, parameters, ...(node.type === NODE_TYPE ? { credentials } : {}) };
}

/** @returns what was answered */
async function call(
	start: 'Start Import' | 'Get Status',
	request: IDataObject,
	adAccount = '',
): Promise<WebhookAnswer & { body: Record<string, unknown> }> {
	incoming = request;
	const before = answers.length;
	const run = await engine.run({
		workflow: { ...template, nodes: template.nodes.map((node) => setUp(node, adAccount)) },
		start,
		items: [],
		credentials: { c: { type: CREDENTIAL_TYPE, data: lab.credential() } },
	});
	expect(run.error).toBeUndefined();
	expect(lab.simulator.unhandled()).toEqual([]);
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
	const [uploaded] = lab.simulator.videos();
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
	expect(requests(lab.simulator, 'videos.initializeUpload')).toHaveLength(1);
	const other = { ...request(), systemName: 'another' };
	await call('Start Import', { body: other }, '123456789');
	expect(lab.simulator.videos()[1]?.libraryMetadata).toMatchObject({
		associatedAccount: ACCOUNT,
		assetName: 'sample video [import another/123abc]',
	});
	tables.clear();
	const third = await call('Start Import', { body: other }, '123456789');
	expect((await statusOf(third.body.id)).body.videos).toMatchObject([
		{ state: 'skipped' },
		{ state: 'failed' },
	]);
	expect(requests(lab.simulator, 'videos.initializeUpload')).toHaveLength(2);
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
				'Could not find the videos of urn:li:sponsoredAccount:521498108: LinkedIn does not allow it',
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
