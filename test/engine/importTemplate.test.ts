import { isRecord } from '../../linkedin/api/parse';
import { video } from './importSupport';
import { importApi } from './importTemplateSupport';
import { ACCOUNT } from './scene';
import type { WebhookAnswer } from './standIns';

const { answers, call, files, linkedIn, receiver, requests, statusOf, tables } = importApi();

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
	const { status, body } = await call('Start Import', { body: request(receiver().url, url) });
	expect({ status, body }).toEqual({
		status: 200,
		body: { id: expect.stringMatching(/^[\da-f]{32}$/) as unknown },
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
	expect(JSON.parse(String(receiver().calls[0]?.body))).toEqual({
		id: body.id,
		state: 'success',
		overview: { success: 1, skipped: 0, failed: 1 },
		context: { myIdentifier: 'some-identifier-sent-to-the-webhook' },
		audience: receiver().url.replace(/\?.*$/, ''),
	});
	expect(receiver().calls[0]?.headers['webhook-signature']).toMatch(/^v1,/);
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
	await call('Start Import', { body: other }, { adAccount: '123456789' });
	expect(linkedIn.videos()[1]?.libraryMetadata).toMatchObject({
		associatedAccount: ACCOUNT,
		assetName: 'sample video [import another/123abc]',
	});
	tables.clear();
	const third = await call('Start Import', { body: other }, { adAccount: '123456789' });
	expect((await statusOf(third.body.id)).body.videos).toMatchObject([
		{ state: 'skipped' },
		{ state: 'failed' },
	]);
	expect(requests('videos.initializeUpload')).toHaveLength(2);
});

test('an import that could not run at all is failed', async () => {
	const { body } = await call('Start Import', { body: request() }, { adAccount: '521498108' });
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

test('an unknown id is answered with 404', async () => {
	expect((await statusOf('nope')).status).toBe(404);
	expect((await call('Get Status', { query: {} })).status).toBe(404);
});
