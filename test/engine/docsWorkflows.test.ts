import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import {
	NodeHelpers,
	type INode,
	type INodeParameters,
	type INodeProperties,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { isRecord, parseJson } from '../../linkedin/api/parse';
import { LinkedInMedia } from '../../nodes/LinkedInMedia/LinkedInMedia.node';
import { LinkedInMediaTrigger } from '../../nodes/LinkedInMediaTrigger/LinkedInMediaTrigger.node';
import { enlargeMp4, fixture } from '../fixtures/make';
import type { WorkflowJson } from './harness';
import { defineNode } from './harness/defineNode';
import { CREDENTIAL_TYPE, NODE_TYPE } from './lab';
import { byUrn, file, item, OWNER, PART, scene, sha256 } from './scene';
import { standIns, takes } from './standIns';
import { TRIGGER_TYPE } from './triggerType';

/** The workflows that the docs show for pasting: they fit the node, and the first ones are run. */

const ROOT = join(__dirname, '../..');
const docs = readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' });
const pages = [
	'README.md',
	...docs.filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`),
];

function workflowsOf(page: string): WorkflowJson[] {
	const text = readFileSync(join(ROOT, page), 'utf8');
	const blocks = [...text.matchAll(/```json\n([^]*?)```/g)].map(([, code = '']) => parseJson(code));
	return blocks.filter((block): block is WorkflowJson & Record<string, unknown> => {
		if (!isRecord(block) || !Array.isArray(block.nodes)) return false;
		return (block.nodes as unknown[]).every(
			(node) => isRecord(node) && typeof node.type === 'string',
		);
	});
}

const shown = pages.flatMap((page) => workflowsOf(page).map((workflow) => ({ page, workflow })));
const node = new LinkedInMedia().description;
const DESCRIPTIONS: Readonly<Record<string, INodeTypeDescription>> = {
	[NODE_TYPE]: node,
	[`${NODE_TYPE}Tool`]: { ...node, name: `${node.name}Tool` },
	[TRIGGER_TYPE]: new LinkedInMediaTrigger().description,
};
/** What n8n adds to a node that is a tool. */
const OF_TOOLS = ['descriptionType', 'toolDescription'];

const ours = shown.flatMap(({ page, workflow }) =>
	workflow.nodes.flatMap(({ name, type, parameters = {} }) => {
		const description = DESCRIPTIONS[type];
		return description ? [{ page, name, description, parameters }] : [];
	}),
);

test('the docs have workflows to paste', () => {
	expect(ours.length).toBeGreaterThan(30);
});

test.each(ours)('$page: "$name" has fields and values that the form shows', (each) => {
	const { description, page, name } = each;
	const given = Object.fromEntries(
		Object.entries(each.parameters).filter(([key]) => !OF_TOOLS.includes(key)),
	);
	const { properties } = description;
	const kept =
		NodeHelpers.getNodeParameters(properties, given, true, false, null, description) ?? {};
	const missing = Object.keys(given).filter((key) => !(key in kept));
	expect({ page, name, missing }).toEqual({ page, name, missing: [] });
	const asNode = { parameters: kept, name, type: description.name, typeVersion: 1 };
	expect(issuesOf(properties, asNode as INode, description)).toEqual([]);
});

/** All but what people choose from a list: their own name, their page. */
function issuesOf(
	properties: INodeProperties[],
	asNode: INode,
	description: typeof node,
): string[] {
	const { parameters = {} } =
		NodeHelpers.getNodeParametersIssues(properties, asNode, description) ?? {};
	return Object.entries(parameters)
		.filter(([name]) => !isUnchosen(asNode.parameters[name]))
		.flatMap(([, issues]) => issues);
}

function isUnchosen(value: unknown): boolean {
	return isRecord(value) && value.mode === 'list' && value.value === '';
}

const wait = defineNode(
	{ name: 'wait', properties: takes('amount', 'unit'), version: 1.1 },
	(context) => Promise.resolve(context.getInputData()),
);
const stage = scene({ n8n: { nodeTypes: { ...standIns, 'n8n-nodes-base.wait': wait } } });

/** Runs a workflow of a page, with what people choose filled in. */
async function run(
	page: string,
	parameters: Record<string, INodeParameters>,
	input = item({ Picture: file('picture.png') }, { Text: 'Hello (world) #first' }),
) {
	const [workflow] = workflowsOf(page);
	if (!workflow) throw new Error(`${page} shows no workflow`);
	const nodes = workflow.nodes.map((each) => ({
		...each,
		parameters: { ...each.parameters, ...parameters[each.name] },
		...(each.type === NODE_TYPE && { credentials: { [CREDENTIAL_TYPE]: { id: 'c', name: 'c' } } }),
	}));
	return stage.engine.run({
		items: [input],
		workflow: { ...workflow, nodes },
		credentials: { c: { type: CREDENTIAL_TYPE, data: stage.credential() } },
	});
}

describe('the first post of the README', () => {
	const author = byUrn(OWNER);

	test('is checked, and nothing is published', async () => {
		const result = await run('README.md', { 'Publish Post': { author } });
		expect(result.error).toBeUndefined();
		expect(result.items('Publish Post')[0]?.json).toMatchObject({
			ok: true,
			preview: { text: 'Hello (world) #first', author: OWNER },
		});
		expect(stage.linkedIn.posts()).toEqual([]);
	});

	test('is published without Check Only', async () => {
		const result = await run('README.md', { 'Publish Post': { author, options: {} } });
		expect(result.error).toBeUndefined();
		expect(result.items('Publish Post')[0]?.json.url).toContain('https://www.linkedin.com/feed/');
		expect(stage.linkedIn.posts()).toMatchObject([{ author: OWNER, hashtags: ['first'] }]);
	});
});

test('the workflow that resumes an upload sends what is missing, and nothing twice', async () => {
	const content = enlargeMp4(fixture('talk.mp4'), 2 * PART + 1234);
	const url = stage.files.add('/talk.mp4', { content });
	stage.plan('videos.part', 403, { part: 3 });
	const owner = byUrn(OWNER);
	const result = await run('docs/guides/when-something-fails.md', {
		'Upload Video': { owner, url, options: { partConcurrency: 1 } },
		'Resume Upload': { url },
	});
	expect(result.error).toBeUndefined();
	expect(result.items('Upload Video', 1)).toHaveLength(1);
	expect(result.items('Resume Upload')).toHaveLength(1);
	// Three parts, and the one that was refused.
	expect(stage.requests('videos.part')).toHaveLength(4);
	expect(stage.linkedIn.videos()).toMatchObject([{ sha256: sha256(content) }]);
});
