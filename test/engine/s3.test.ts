import { enlargeMp4, fixture } from '../fixtures/make';
import { PART, scene, sha256, talk, until } from './scene';

const { engine, linkedIn, plan, requests, upload, video } = scene({
	binaryMode: 's3',
	realTime: true,
});

const PARTS = 6;
const LARGE = enlargeMp4(fixture('talk.mp4'), PARTS * PART);

/** Bytes that may have left S3 while one part is under way: read ahead, and on both sides of the wire. */
const MOST_AHEAD = 4 * PART;

const reads = () => engine.s3?.requests.filter(({ method }) => method === 'GET') ?? [];
const storing = () => engine.s3?.requests.filter(({ method }) => method === 'PUT') ?? [];

test('a file in S3 is streamed: what LinkedIn does not take yet stays there, and Stop closes it', async () => {
	plan('videos.part', { kind: 'stall' }, { call: 'every' });
	await upload(talk(LARGE))
		.options({ partConcurrency: 1 })
		.stoppedWhen(() => requests('videos.part').length > 0);
	await until(() => reads().every(({ aborted }) => aborted));
	const read = reads().reduce((sum, { sentBytes }) => sum + sentBytes, 0);
	expect(read).toBeGreaterThan(PART);
	expect(read).toBeLessThan(MOST_AHEAD);
});

test('a connection to S3 that breaks off is an error with the session, and Resume Upload completes the file', async () => {
	const failed = await upload(talk(LARGE))
		.options({ partConcurrency: 1 })
		.during(async (until) => {
			await until(() => requests('videos.part').some(({ status }) => status === 200));
			engine.s3?.disconnect();
		})
		.fails('The file "talk.mp4" could not be read');
	expect(linkedIn.videos()[0]?.status).toBe('WAITING_UPLOAD');
	const { json } = await video('resumeUpload', {
		uploadSession: JSON.stringify(failed.session),
	}).of(talk(LARGE));
	expect(json).toMatchObject({ status: 'AVAILABLE', uploadedParts: PARTS });
	expect(linkedIn.videos()[0]?.sha256).toBe(sha256(LARGE));
});

test('a file that S3 has deleted meanwhile is told as such, before the first call', async () => {
	const lost = '({ data: "s3", mimeType: "video/mp4", fileName: "talk.mp4", id: $json.id })';
	await upload({ json: { id: 's3:workflows/w/executions/1/binary_data/none' } })
		.with({ binaryPropertyName: `={{ ${lost} }}` })
		.failsAtOnce('"talk.mp4" is no longer in n8n’s storage');
	expect(storing()).not.toEqual([]);
});
