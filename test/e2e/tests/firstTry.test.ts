import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';

import { FileServer, servedBytes } from '../harness/fileServer';
import { file, fixture, PART, sha256, video } from '../harness/files';
import { ACCOUNT, Lab, PAGE, type Credential } from '../harness/lab';
import type { Workflow, WorkflowNode } from '../harness/session';
import { byUrn, mediaNode, postForm, webhookWorkflow } from '../harness/workflows';

/** What people build first, with the fields that the forms ask for and nothing else. */
describe('at the first try, with the forms’ defaults,', () => {
	const talks = [video(PART + 1000, 1), video(PART + 1000, 2)];
	let lab: Lab;
	let files: FileServer;
	let credential: Credential;
	before(async () => {
		lab = await Lab.open();
		const served = talks.map((bytes, index) => [
			`talk-${index + 1}.mp4`,
			servedBytes(bytes, 'video/mp4'),
		]);
		files = await FileServer.start(Object.fromEntries(served));
		credential = await lab.connectedCredential('LinkedIn');
	});
	afterEach(() => lab.check());
	after(async () => {
		await files.close();
		await lab.close();
	});

	/** Publishes the workflow and calls it with this form. */
	async function run(
		workflow: Workflow,
		fields: Readonly<Record<string, string | File>>,
	): Promise<string> {
		await lab.session.activate(await lab.session.createWorkflow(workflow));
		const url = `${lab.n8n.url}/webhook/${workflow.name}`;
		const { status, body } = await postForm(url, fields);
		assert.equal(status, 200, JSON.stringify(body));
		return JSON.stringify(body);
	}

	test('an array of links is imported, and each video is posted', async () => {
		const listed: WorkflowNode = {
			...mediaNode('Links', {}),
			type: 'n8n-nodes-base.code',
			typeVersion: 2,
			parameters: {
				jsCode: `return ${JSON.stringify(talks.map((_, index) => ({ json: { url: `${files.url}/talk-${index + 1}.mp4` } })))};`,
			},
		};
		const imported = mediaNode('Import', {
			resource: 'import',
			operation: 'fromUrls',
			systemName: 'archive',
			owner: byUrn(PAGE),
			libraryEntry: { associatedAccount: byUrn(ACCOUNT) },
		});
		const posted = mediaNode('Post', {
			resource: 'post',
			operation: 'create',
			author: byUrn(PAGE),
			commentary: 'Our talk is online',
			contentType: 'video',
			mediaSource: 'urn',
			mediaUrn: '={{ $json.urn }}',
		});
		await run(webhookWorkflow('import-and-post', [listed, imported, posted], credential), {
			go: 'now',
		});
		const { posts, videos } = await lab.simulator.state();
		assert.equal(posts.length, 2);
		const arrived = videos.map((each) => each.sha256).sort();
		assert.deepEqual(arrived, talks.map(sha256).sort());
	});

	test('two images with alt texts are one post', async () => {
		const posted = mediaNode('Post', {
			resource: 'post',
			operation: 'create',
			author: byUrn(PAGE),
			commentary: 'Two pictures',
			contentType: 'multiImage',
			images: {
				image: [
					{ binaryPropertyName: 'one', altText: 'The team on stage' },
					{ binaryPropertyName: 'other', altText: 'The audience' },
				],
			},
		});
		const picture = fixture('picture.png');
		await run(webhookWorkflow('two-images', [posted], credential), {
			one: file(picture, 'one.png', 'image/png'),
			other: file(picture, 'other.png', 'image/png'),
		});
		const newest = JSON.stringify((await lab.simulator.state()).posts.at(-1));
		assert.match(newest, /The team on stage.*The audience/);
	});

	test('a failed upload is resumed from its error item', async () => {
		const bytes = video(2 * PART + 1000, 3);
		await lab.simulator.plan({
			on: 'videos.part',
			part: 2,
			fault: { kind: 'status', status: 400 },
		});
		const upload = mediaNode(
			'Upload',
			{ resource: 'video', operation: 'upload', owner: byUrn(PAGE) },
			{ onError: 'continueErrorOutput' },
		);
		const resume = mediaNode('Resume', { resource: 'video', operation: 'resumeUpload' });
		const workflow = webhookWorkflow('fail-and-resume', [upload, resume], credential);
		// The second output is the error's.
		const main = [[], [{ node: 'Resume', type: 'main', index: 0 }]];
		const connections = { ...workflow.connections, Upload: { main } };
		const answer = await run(
			{ ...workflow, connections },
			{ data: file(bytes, 'talk.mp4', 'video/mp4') },
		);
		const arrived = (await lab.simulator.state()).videos.find(
			(each) => each.sha256 === sha256(bytes),
		);
		assert.ok(arrived, answer);
		assert.ok(answer.includes(arrived.urn), answer);
	});
});
