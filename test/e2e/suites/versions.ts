import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';

import { file, fixture, PART, sha256, video } from '../harness/files';
import type { Install } from '../harness/installs';
import { ACCOUNT, createCredential, Lab, PAGE, type Credential } from '../harness/lab';
import { byUrn, mediaNode, postForm, webhookWorkflow } from '../harness/workflows';

const DAY = 86_400_000;

/** The package as n8n's own installer leaves it: nothing but the tarball. */
export function versionSuite(install: Install, undici: boolean): void {
	describe(`${install.name}${undici ? '' : ', where no undici is found'}`, () => {
		let lab: Lab;
		before(async () => {
			lab = await Lab.open({ install, undici, simulator: { refreshTokens: true } });
		});
		afterEach(() => lab.check());
		after(() => lab.close());

		async function upload(credential: Credential, path: string, bytes: Buffer): Promise<unknown> {
			const node = mediaNode('Upload Video', {
				resource: 'video',
				operation: 'upload',
				owner: byUrn(PAGE),
				binaryPropertyName: 'data',
				captionsSource: 'binaryData',
				captionsBinaryPropertyName: 'captions',
				thumbnailSource: 'binaryData',
				thumbnailBinaryPropertyName: 'thumbnail',
				libraryEntry: { associatedAccount: byUrn(ACCOUNT), assetName: path },
				options: { waitSeconds: 600 },
			});
			const { session, n8n } = lab;
			const id = await session.createWorkflow(webhookWorkflow(path, [node], credential));
			await session.activate(id);
			const { status, body } = await postForm(`${n8n.url}/webhook/${path}`, {
				data: file(bytes, 'talk.mp4', 'video/mp4'),
				captions: file(fixture('talk.srt'), 'talk.srt', 'application/x-subrip'),
				thumbnail: file(fixture('thumbnail.jpg'), 'thumbnail.jpg', 'image/jpeg'),
			});
			assert.equal(status, 200, JSON.stringify(body));
			return body;
		}

		test('connects by OAuth and uploads a video with captions, thumbnail and library entry', async () => {
			const bytes = video();
			const credential = await lab.connectedCredential('By OAuth');
			const body = await upload(credential, 'first', bytes);
			assert.ok(Array.isArray(body) && body.length === 1, JSON.stringify(body));

			const { videos } = await lab.simulator.state();
			assert.equal(videos.length, 1);
			const [arrived] = videos;
			assert.equal(arrived?.sha256, sha256(bytes));
			assert.equal(arrived.captions?.text, fixture('talk.srt').toString());
			assert.equal(arrived.thumbnail?.sha256, sha256(fixture('thumbnail.jpg')));
			assert.equal(arrived.libraryMetadata?.assetName, 'first');
			assert.equal(arrived.status, 'AVAILABLE');
		});

		test('n8n refreshes a token that has ended in the middle of the workflow’s life', async () => {
			const credential = await lab.connectedCredential('Refreshed');
			await upload(credential, 'before', video());
			await lab.simulator.advance(61 * DAY);
			const asked = (await lab.simulator.journal()).length;
			const bytes = video(undefined, 7);
			await upload(credential, 'after', bytes);

			const since = (await lab.simulator.journal()).slice(asked);
			const refreshes = since.filter(({ endpoint }) => endpoint === 'oauth.accessToken');
			assert.equal(refreshes.length, 1, 'one refresh');
			const { videos } = await lab.simulator.state();
			assert.ok(videos.some((each) => each.sha256 === sha256(bytes)));
		});

		test('accepts a token that was put in by hand', async () => {
			const token = await lab.simulator.token(['w_organization_social', 'rw_ads', 'r_ads']);
			const credential = await createCredential(lab.session, lab.simulator, 'By token', {
				oauthTokenData: token,
			});
			const bytes = video(12 * PART, 9);
			const since = (await lab.simulator.journal()).length;
			await upload(credential, 'token', bytes);
			const { videos } = await lab.simulator.state();
			assert.ok(videos.some((each) => each.sha256 === sha256(bytes)));

			const journal = (await lab.simulator.journal()).slice(since);
			const parts = journal.filter(({ endpoint }) => endpoint === 'videos.part');
			const connections = new Set(parts.map(({ connectionId }) => connectionId)).size;
			console.log(`        ${parts.length} parts over ${connections} connections`);
			// n8n's own helper opens one for each request.
			if (!undici) assert.equal(connections, parts.length);
		});
	});
}
