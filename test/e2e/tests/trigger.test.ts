import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, afterEach, before, describe, test } from 'node:test';

import { file, video } from '../harness/files';
import { ACCOUNT, Lab, PAGE, TRIGGER_TYPE } from '../harness/lab';
import { byUrn, chain, mediaNode, postForm, webhookWorkflow } from '../harness/workflows';

/** n8n polls once a minute at most, hence the patience. */
const PATIENCE_MS = 180_000;

describe('the trigger, polled by n8n itself', () => {
	let lab: Lab;
	before(async () => {
		lab = await Lab.open();
	});
	afterEach(() => lab.check());
	after(() => lab.close());

	test('starts a workflow when LinkedIn has processed a new video', async () => {
		const { session, simulator, n8n } = lab;
		const credential = await lab.connectedCredential('LinkedIn');
		const trigger = {
			id: randomUUID(),
			name: 'LinkedIn Media Trigger',
			type: TRIGGER_TYPE,
			typeVersion: 1,
			position: [0, 0] as const,
			credentials: credential,
			parameters: {
				pollTimes: { item: [{ mode: 'everyMinute' }] },
				mediaType: 'video',
				associatedAccount: byUrn(ACCOUNT),
				events: ['available'],
			},
		};
		const watching = await session.createWorkflow({ name: 'Watching', ...chain([trigger]) });
		await session.activate(watching);

		const upload = mediaNode('Upload Video', {
			resource: 'video',
			operation: 'upload',
			owner: byUrn(PAGE),
			binaryPropertyName: 'data',
			libraryEntry: { associatedAccount: byUrn(ACCOUNT), assetName: 'Watched' },
		});
		await session.activate(
			await session.createWorkflow(webhookWorkflow('watched', [upload], credential)),
		);
		const form = { data: file(video(), 'talk.mp4', 'video/mp4') };
		assert.equal((await postForm(`${n8n.url}/webhook/watched`, form)).status, 200);

		const execution = await session.finished(watching, PATIENCE_MS);
		assert.equal(execution.status, 'success', execution.problem);
		const [item, ...others] = execution.items('LinkedIn Media Trigger');
		assert.deepEqual(others, []);
		assert.equal(item?.at('event').text(), 'available');
		const [arrived] = (await simulator.state()).videos;
		assert.equal(item.at('urn').text(), arrived?.urn);
	});
});
