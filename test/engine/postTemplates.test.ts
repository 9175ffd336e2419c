import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';

import { LinkedInMediaOAuth2Api } from '../../credentials/LinkedInMediaOAuth2Api.credentials';
import { isRecord, parseJson } from '../../linkedin/api/parse';
import { LinkedInMedia } from '../../nodes/LinkedInMedia/LinkedInMedia.node';
import { startFileServer, type FileServer } from '../fileServer';
import { fixture } from '../fixtures/make';
import {
	startEngine,
	type Engine,
	type RunResult,
	type WorkflowJson,
	type WorkflowNode,
} from './harness';
import { defineNode } from './harness/defineNode';
import { CREDENTIAL_TYPE, NODE_TYPE, openLab, PAGE, requests, sha256, type Lab } from './lab';

const takes = (...names: string[]): INodeProperties[] =>
	names.map((name) => ({ displayName: name, name, type: 'json', default: '' }));

/** Edit Fields: a list of assignments, or one JSON text. */
const set = defineNode(
	{ name: 'set', properties: takes('mode', 'assignments', 'jsonOutput') },
	(context) => {
		const raw = context.getNodeParameter('mode', 0, '') === 'raw';
		const list: unknown = context.getNodeParameter('assignments.assignments', 0, []);
		const text: unknown = context.getNodeParameter('jsonOutput', 0, '');
		const fields = (Array.isArray(list) ? list : []).map((entry: unknown): [string, unknown] =>
			isRecord(entry) ? [String(entry.name), entry.value] : ['', ''],
		);
		const json: unknown = raw ? parseJson(String(text)) : Object.fromEntries(fields);
		return Promise.resolve([{ json: json as INodeExecutionData['json'], pairedItem: { item: 0 } }]);
	},
);

/** Split Out: one item for each entry of a list. */
const splitOut = defineNode(
	{ name: 'splitOut', properties: takes('fieldToSplitOut') },
	(context) => {
		const field = context.getNodeParameter('fieldToSplitOut', 0, '') as string;
		const list: unknown = context.getInputData()[0]?.json[field];
		return Promise.resolve(
			(list as INodeExecutionData['json'][]).map((json) => ({ json, pairedItem: { item: 0 } })),
		);
	},
);

/** Filter, by the one condition that a boolean is true. */
const filter = defineNode({ name: 'filter', properties: takes('conditions') }, (context) => {
	const kept = context.getInputData().flatMap((item, index): INodeExecutionData[] => {
		const list: unknown = context.getNodeParameter('conditions.conditions', index, []);
		const first: unknown = Array.isArray(list) ? list[0] : undefined;
		const { leftValue } = isRecord(first) ? first : {};
		if (typeof leftValue !== 'boolean') throw new Error('the condition is no boolean');
		return leftValue ? [{ json: item.json, pairedItem: { item: index } }] : [];
	});
	return Promise.resolve(kept);
});

/** Stop and Error. */
const stopAndError = defineNode(
	{ name: 'stopAndError', properties: takes('errorMessage') },
	(context) => Promise.reject(new Error(context.getNodeParameter('errorMessage', 0, '') as string)),
);

let lab: Lab;
let engine: Engine;
let files: FileServer;
beforeAll(async () => {
	lab = await openLab();
	files = await startFileServer();
	engine = await startEngine({
		binaryMode: 'default',
		nodeTypes: {
			[NODE_TYPE]: new LinkedInMedia(),
			'n8n-nodes-base.set': set,
			'n8n-nodes-base.splitOut': splitOut,
			'n8n-nodes-base.filter': filter,
			'n8n-nodes-base.stopAndError': stopAndError,
		},
		credentialTypes: [new LinkedInMediaOAuth2Api()],
	});
});
beforeEach(() => lab.simulator.reset());
afterAll(async () => {
	await engine.close();
	await files.close();
	await lab.close();
});

/** Runs a shipped workflow, set up as its note says. */
function run(file: string, setUp: Record<string, WorkflowNode['parameters']>): Promise<RunResult> {
	const workflow = JSON.parse(
		readFileSync(join(__dirname, '..', '..', 'templates', file), 'utf8'),
	) as WorkflowJson;
	const nodes = workflow.nodes.map((node): WorkflowNode => ({
		...node,
		parameters: { ...node.parameters, ...setUp[node.name] },
		...(node.type === NODE_TYPE
			? { credentials: { [CREDENTIAL_TYPE]: { id: 'c', name: 'c' } } }
			: {}),
	}));
	return engine.run({
		workflow: { ...workflow, nodes },
		items: [{}],
		credentials: { c: { type: CREDENTIAL_TYPE, data: lab.credential() } },
	});
}

const assignments = (fields: Record<string, string | number>) => ({
	assignments: {
		assignments: Object.entries(fields).map(([name, value]) => ({
			id: name,
			name,
			value,
			type: typeof value,
		})),
	},
});

describe('templates/publish-video.json', () => {
	test('publishes the videos of the day, each with its own text', async () => {
		const url = files.add('/talk.mp4', { content: fixture('talk.mp4') });
		const today = '{{ $now.toISODate() }}';
		const videos = [
			{ publishOn: today, url, title: 'One', text: 'First (of two) #1' },
			{ publishOn: '2020-01-01', url, title: 'Old', text: 'Not today' },
			{ publishOn: today, url: `${url}?2`, title: 'Two', text: 'Second {hashtag|#|talk}' },
		];
		const result = await run('publish-video.json', {
			Settings: assignments({ owner: PAGE }),
			Calendar: { jsonOutput: `=${JSON.stringify({ videos })}` },
		});
		expect(result.error).toBeUndefined();
		expect(lab.simulator.videos().map((video) => video.sha256)).toEqual(
			[1, 2].map(() => sha256(fixture('talk.mp4'))),
		);
		expect(lab.simulator.posts()).toMatchObject([
			{ author: PAGE, text: 'First (of two) #1', content: { media: { title: 'One' } } },
			{ author: PAGE, text: 'Second #talk', hashtags: ['talk'], visible: true },
		]);
		expect(result.items('Publish Post').map(({ json }) => json.urn)).toEqual(
			lab.simulator.posts().map(({ urn }) => urn),
		);
	});

	test('a video that fails stops no other, and is told at the end', async () => {
		const url = files.add('/talk.mp4', { content: fixture('talk.mp4') });
		const publishOn = '{{ $now.toISODate() }}';
		const videos = [
			{ publishOn, url: `${files.url}/gone.mp4`, title: 'Gone', text: 'No such file' },
			{ publishOn, url, title: 'There', text: 'Here it is' },
		];
		const result = await run('publish-video.json', {
			Settings: assignments({ owner: PAGE }),
			Calendar: { jsonOutput: `=${JSON.stringify({ videos })}` },
		});
		expect(lab.simulator.posts()).toMatchObject([{ author: PAGE, text: 'Here it is' }]);
		expect(result.errorOf('Tell What Failed')?.message).toContain('there is no such file');
	});

	test('as it is shipped it publishes nothing, as its days are far away', async () => {
		const result = await run('publish-video.json', {});
		expect(result.error).toBeUndefined();
		expect(result.items('One by One')).toHaveLength(2);
		expect(lab.simulator.journal).toEqual([]);
	});
});

describe('templates/archive-old-media.json', () => {
	test('archives all but the newest, and leaves what is processed or archived', async () => {
		const add = (names: string[], more = {}) =>
			lab.simulator.addLibraryEntries({ kind: 'video', names, stepMs: 1000, ...more });
		add(['old 1', 'old 2'], { ageMs: 30_000 });
		add(['in work'], { ageMs: 20_000, status: 'PROCESSING' });
		add(['gone'], { ageMs: 15_000, mediaLibraryStatus: 'ARCHIVED' });
		add(['new 1', 'new 2']);
		const result = await run('archive-old-media.json', {
			Settings: assignments({ adAccount: 'urn:li:sponsoredAccount:123456789', keepNewest: 2 }),
		});
		expect(result.error).toBeUndefined();
		const states = lab.simulator
			.videos()
			.map(({ libraryMetadata }) => [
				libraryMetadata?.assetName,
				libraryMetadata?.mediaLibraryStatus,
			]);
		expect(Object.fromEntries(states)).toEqual({
			'old 1': 'ARCHIVED',
			'old 2': 'ARCHIVED',
			'in work': 'ACTIVE',
			gone: 'ARCHIVED',
			'new 1': 'ACTIVE',
			'new 2': 'ACTIVE',
		});
		expect(requests(lab.simulator, 'videos.partialUpdate')).toHaveLength(2);
	});
});
