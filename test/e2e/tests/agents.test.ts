import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, afterEach, before, describe, test } from 'node:test';

import { FileServer, servedBytes } from '../harness/fileServer';
import { sha256, video } from '../harness/files';
import { ACCOUNT, Lab, NODE_TYPE, PAGE, type Credential } from '../harness/lab';
import { ModelServer } from '../harness/modelServer';
import type { Workflow, WorkflowNode } from '../harness/session';
import { byUrn, postForm } from '../harness/workflows';

/** What n8n's expression for a parameter that the model fills in looks like. */
function fromModel(name: string, description: string): string {
	return `={{ $fromAI('${name}', '${description}', 'string') }}`;
}

describe('as the tool of an AI agent', () => {
	const bytes = video();
	let lab: Lab;
	let model: ModelServer;
	let files: FileServer;
	let credential: Credential;
	let modelCredential: string;
	before(async () => {
		lab = await Lab.open();
		model = await ModelServer.start();
		files = await FileServer.start({ 'talk.mp4': servedBytes(bytes, 'video/mp4') });
		credential = await lab.connectedCredential('LinkedIn');
		modelCredential = await lab.session.createCredential('Model', 'openAiApi', {
			apiKey: 'key of the scripted model',
			url: model.url,
		});
	});
	afterEach(() => lab.check());
	after(async () => {
		await model.close();
		await files.close();
		await lab.close();
	});

	/** The agent's answer, which is what the tool gave to the model. */
	async function ask(
		path: string,
		parameters: Readonly<Record<string, unknown>>,
		given: Readonly<Record<string, unknown>>,
	): Promise<string> {
		model.next = given;
		const { session, n8n } = lab;
		await session.activate(await session.createWorkflow(agentWorkflow(path, parameters)));
		const { status, body } = await postForm(`${n8n.url}/webhook/${path}`, {
			question: 'Please do it',
		});
		assert.equal(status, 200, JSON.stringify(body));
		return JSON.stringify(body);
	}

	function agentWorkflow(path: string, parameters: Readonly<Record<string, unknown>>): Workflow {
		const node = (
			name: string,
			type: string,
			typeVersion: number,
			more: Partial<WorkflowNode>,
		) => ({
			id: randomUUID(),
			name,
			type,
			typeVersion,
			position: [0, 0] as const,
			parameters: {},
			...more,
		});
		const webhook = { httpMethod: 'POST', path, responseMode: 'lastNode', options: {} };
		return {
			name: path,
			nodes: [
				node('Webhook', 'n8n-nodes-base.webhook', 2, {
					parameters: webhook,
					webhookId: randomUUID(),
				}),
				node('AI Agent', '@n8n/n8n-nodes-langchain.agent', 3.1, {
					parameters: { promptType: 'define', text: '={{ $json.body.question }}', options: {} },
				}),
				node('Model', '@n8n/n8n-nodes-langchain.lmChatOpenAi', 1.2, {
					parameters: { model: { __rl: true, mode: 'id', value: 'scripted' }, options: {} },
					credentials: { openAiApi: { id: modelCredential, name: 'Model' } },
				}),
				node('LinkedIn', `${NODE_TYPE}Tool`, 1, { parameters, credentials: credential }),
			],
			connections: {
				Webhook: { main: [[{ node: 'AI Agent', type: 'main', index: 0 }]] },
				Model: { ai_languageModel: [[{ node: 'AI Agent', type: 'ai_languageModel', index: 0 }]] },
				LinkedIn: { ai_tool: [[{ node: 'AI Agent', type: 'ai_tool', index: 0 }]] },
			},
		};
	}

	test('uploads a video from a URL that the model names', async () => {
		const answer = await ask(
			'agent-upload',
			{
				resource: 'video',
				operation: 'upload',
				owner: byUrn(PAGE),
				url: fromModel('url', 'Where the video is'),
				libraryEntry: { associatedAccount: byUrn(ACCOUNT), assetName: 'By an agent' },
			},
			{ url: `${files.url}/talk.mp4` },
		);
		const arrived = (await lab.simulator.state()).videos.find(
			(each) => each.sha256 === sha256(bytes),
		);
		assert.ok(arrived, 'the video');
		assert.ok(answer.includes(arrived.urn), answer);
		const [tool] = model.offered;
		assert.match(JSON.stringify(tool?.parameters), /Where the video is/);
		assert.ok((tool?.description ?? '').length > 20, 'the tool is described');
	});

	test('publishes what the model writes in Markdown as plain text', async () => {
		await ask(
			'agent-post',
			{
				resource: 'post',
				operation: 'create',
				author: byUrn(PAGE),
				contentType: 'video',
				commentary: fromModel('text', 'What the post says'),
				mediaUrl: fromModel('url', 'Where the video is'),
			},
			{ text: '# News\n**We are live**', url: `${files.url}/talk.mp4` },
		);
		const [post] = (await lab.simulator.state()).posts;
		assert.match(JSON.stringify(post), /News\\nWe are live/);
	});

	test('gets a video that the model names', async () => {
		const [uploaded] = (await lab.simulator.state()).videos;
		assert.ok(uploaded);
		const answer = await ask(
			'agent-get',
			{
				resource: 'video',
				operation: 'get',
				urn: { __rl: true, mode: 'urn', value: fromModel('urn', 'The URN of the video') },
			},
			{ urn: uploaded.urn },
		);
		assert.match(answer, /AVAILABLE/);
	});

	test('finds the videos of an ad account', async () => {
		const answer = await ask(
			'agent-find',
			{
				resource: 'video',
				operation: 'findByAccount',
				associatedAccount: byUrn(fromModel('account', 'The ad account')),
			},
			{ account: ACCOUNT },
		);
		assert.match(answer, /By an agent/);
	});

	test('imports a video from a URL that the model names', async () => {
		const answer = await ask(
			'agent-import',
			{
				resource: 'import',
				operation: 'fromUrls',
				entriesFrom: 'items',
				url: fromModel('url', 'Where the video is'),
				externalId: fromModel('id', 'What the archive calls it'),
				systemName: 'archive',
				mediaType: 'video',
				owner: byUrn(PAGE),
				libraryEntry: { associatedAccount: byUrn(ACCOUNT) },
				output: 'entries',
			},
			{ url: `${files.url}/talk.mp4`, id: 'talk-1' },
		);
		assert.match(answer, /urn:li:video:/);
		assert.match(answer, /success/);
	});
});
