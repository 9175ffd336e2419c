import assert from 'node:assert/strict';

import { file, video } from '../harness/files';
import { ACCOUNT_URN, PAGE } from '../harness/lab';
import { runByWebhook } from '../harness/templates';
import { byUrn, mediaNode, postForm, webhookWorkflow } from '../harness/workflows';
import type { TemplateCheck } from './check';

/** Three videos in the library, of which the newest stays. */
export const check: TemplateCheck = async ({ lab, credential, workflow }) => {
	const { session, simulator, n8n } = lab;
	const upload = mediaNode('Upload Video', {
		resource: 'video',
		operation: 'upload',
		owner: byUrn(PAGE),
		binaryPropertyName: 'data',
		libraryEntry: { associatedAccount: byUrn(ACCOUNT_URN), assetName: 'To be archived' },
		options: { waitSeconds: 600 },
	});
	await session.activate(
		await session.createWorkflow(webhookWorkflow('library', [upload], credential)),
	);
	for (const mark of [301, 302, 303]) {
		// Of different times: their order decides which is the newest.
		await simulator.advance(60_000);
		const form = { data: file(video(undefined, mark), 'talk.mp4', 'video/mp4') };
		assert.equal((await postForm(`${n8n.url}/webhook/library`, form)).status, 200);
	}
	const active = async (): Promise<string[]> =>
		(await simulator.state()).videos
			.filter(({ libraryMetadata }) => libraryMetadata?.mediaLibraryStatus === 'ACTIVE')
			.map(({ urn }) => urn);
	const before = await active();
	assert.ok(before.length >= 3);

	const execution = await runByWebhook(lab, workflow, { keepNewest: 1 });
	assert.equal(execution.status, 'success', execution.problem);
	assert.equal(execution.items('Archive').length, before.length - 1);
	const after = await active();
	assert.equal(after.length, 1);
	const newest = before.at(-1);
	assert.deepEqual(after, [newest]);
};
