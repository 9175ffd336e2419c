import { NodeHelpers, type INodeParameters, type INodeTypeDescription } from 'n8n-workflow';

import { LinkedInMedia } from '../../nodes/LinkedInMedia/LinkedInMedia.node';
import { runNode } from './harness';
import { CREDENTIAL_TYPE, NODE_TYPE } from './lab';
import { posting } from './postSupport';
import { byUrn, OWNER, scene } from './scene';

/** The tool that n8n makes of the node: the same under another name. */
class AgentTool extends LinkedInMedia {
	override description: INodeTypeDescription = {
		...new LinkedInMedia().description,
		name: 'linkedInMediaTool',
	};
}
const person = new LinkedInMedia().description;
const agent = new AgentTool();
const TOOL_TYPE = `${NODE_TYPE}Tool`;
const stage = scene({ n8n: { nodeTypes: { [TOOL_TYPE]: agent } } });
const { imageOf, create } = posting(stage);

const MARKDOWN = '# News\n\n**We** are [live](https://example.com/a_b)\n- one';
const PLAIN = 'News\n\nWe are live (https://example.com/a_b)\n• one';

function untouched(description: INodeTypeDescription, parameters: INodeParameters) {
	const { properties } = description;
	return NodeHelpers.getNodeParameters(properties, parameters, true, false, null, description);
}

/** The text of the newest post, as LinkedIn has it, without its escapes. */
function published(): string {
	return String(stage.linkedIn.posts().at(-1)?.commentary).replace(/\\(.)/g, '$1');
}

test.each([
	[{ resource: 'video', operation: 'upload' }, { source: 'url' }, { source: 'binaryData' }],
	[{ resource: 'image', operation: 'upload' }, { source: 'url' }, { source: 'binaryData' }],
	[
		{ resource: 'post', operation: 'create', contentType: 'image' },
		{ mediaSource: 'url', options: { textFormat: 'markdown' } },
		{ options: {} },
	],
])('untouched, %j is %j for an agent and %j for people', (form, forAgents, forPeople) => {
	expect(untouched(agent.description, form)).toMatchObject(forAgents);
	expect(untouched(person, form)).toMatchObject(forPeople);
});

async function postByAgent(more: INodeParameters = {}): Promise<void> {
	const { error } = await runNode(stage.engine, {
		type: TOOL_TYPE,
		items: [{ json: {} }],
		parameters: {
			resource: 'post',
			operation: 'create',
			author: byUrn(OWNER),
			commentary: MARKDOWN,
			contentType: 'image',
			mediaSource: 'urn',
			mediaUrn: imageOf(OWNER),
			...more,
		},
		credentials: { [CREDENTIAL_TYPE]: stage.credential() },
	});
	expect(error).toBeUndefined();
}

test('what an agent writes in Markdown is published as plain text', async () => {
	await postByAgent();
	expect(published()).toBe(PLAIN);
});

test('unless the form says to publish it as typed', async () => {
	await postByAgent({ options: { textFormat: 'asTyped' } });
	expect(published()).toBe(MARKDOWN);
});

test('what people type is never changed, and a warning names the option', async () => {
	const { json } = await create({ commentary: MARKDOWN, mediaUrn: imageOf(OWNER) });
	expect(published()).toBe(MARKDOWN);
	expect(json.warnings).toEqual([expect.stringContaining('"Text Format" to Markdown')]);
});

test('people may have it converted too', async () => {
	const { json } = await create({
		commentary: MARKDOWN,
		mediaUrn: imageOf(OWNER),
		options: { textFormat: 'markdown' },
	});
	expect(published()).toBe(PLAIN);
	expect(json.warnings).toEqual([]);
});

test('mentions and hashtags in Markdown work as in any text', async () => {
	await create({
		commentary: '**Thanks** to @[Devtestco](urn:li:organization:2414183) #good_news',
		mediaUrn: imageOf(OWNER),
		options: { textFormat: 'markdown' },
	});
	expect(stage.linkedIn.posts().at(-1)?.commentary).toBe(
		'Thanks to @[Devtestco](urn:li:organization:2414183) {hashtag|\\#|good\\_news}',
	);
});

test('a text without Markdown has no such warning', async () => {
	const { json } = await create({ commentary: '2 * 3 [1] # 4 and **', mediaUrn: imageOf(OWNER) });
	expect(json.warnings).toEqual([]);
});
