import { LinkedInError } from '../../../linkedin/api/error';
import { CancelledError, type HttpRequest, type HttpResponse } from '../../../linkedin/api/http';
import { sha256 } from '../../../linkedin/upload/firstPart';
import { sendVideo, type VideoContent } from '../../../linkedin/upload/sendVideo';
import type { VideoUploadSession } from '../../../linkedin/upload/session';
import { UploadFailure } from '../../../linkedin/upload/uploadFailure';
import { initializeVideo, type VideoStart } from '../../../linkedin/upload/video';
import { ACCOUNT, answer, failureOf, NOW, PERSON, type Step } from '../api/support';
import { sourceOf } from '../files/support';
import {
	begunSession,
	CAPTIONS,
	HOUR,
	instructionsFor,
	partUrl,
	sessionOf,
	SUPPLEMENT_URLS,
	THUMBNAIL,
	uploadLab,
	VIDEO,
} from './support';

const SIZES = [10, 10, 5];
const captions = CAPTIONS;
const thumbnail = THUMBNAIL;
const URLS = SUPPLEMENT_URLS;

const started = (changes: Record<string, unknown> = {}) =>
	answer(200, {
		value: {
			video: VIDEO,
			uploadInstructions: instructionsFor(SIZES),
			uploadToken: '',
			uploadUrlsExpireAt: NOW + HOUR,
			...changes,
		},
	});
const accept = ({ url }: HttpRequest): Promise<HttpResponse> =>
	Promise.resolve(answer(url.includes('/part/') ? 200 : 201, '', { ETag: `"id of ${url}"` }));

/** What is sent of a video, on planes that take everything. */
function sceneOf(
	api: readonly Step[],
	changes: Partial<VideoContent> = {},
	options: Parameters<typeof uploadLab>[0] = {},
) {
	const file = sourceOf(Buffer.alloc(25, 'x'), { chunkSizes: [8] });
	const content: VideoContent = { file, lanes: 2, onSupplementFailure: 'fail', ...changes };
	return { ...uploadLab({ api, bytes: accept, ...options }), file, content };
}

/** A video from its start. */
function uploading(
	api: readonly Step[],
	{ library, templateName, linkbackContext, ...changes }: Partial<VideoContent & VideoStart> = {},
	options: Parameters<typeof uploadLab>[0] = {},
) {
	const scene = sceneOf(api, changes, options);
	const { context, content } = scene;
	const start: VideoStart = {
		owner: PERSON,
		fileName: content.file.name,
		fileSizeBytes: content.file.size,
		uploadCaptions: content.captions !== undefined,
		uploadThumbnail: content.thumbnail !== undefined,
		library,
		templateName,
		linkbackContext,
	};
	return {
		...scene,
		run: async () => sendVideo(context, await initializeVideo(context, start), content),
	};
}

/** The session once these parts, the first one among them, have arrived. */
const sessionAfter = (...arrived: number[]) => ({
	urn: VIDEO,
	owner: PERSON,
	fileName: 'talk.mp4',
	fileSizeBytes: 25,
	uploadToken: '',
	expiresAt: NOW + HOUR,
	parts: instructionsFor(SIZES).map((instruction, index) => ({
		...instruction,
		partNumber: index + 1,
		...(arrived.includes(index + 1) ? { etag: `id of ${partUrl(index + 1)}` } : {}),
	})),
	...URLS,
	firstPartSha256: sha256(Buffer.alloc(10, 'x')),
});

const bodyOf = (request: HttpRequest | undefined): unknown => JSON.parse(String(request?.body));

test('parts, captions and thumbnail are sent in this order, then finalized', async () => {
	const { run, requests, sent, warnings } = uploading([started(URLS), answer(200)], {
		captions,
		thumbnail,
	});
	expect(await run()).toEqual({
		...sessionAfter(1, 2, 3),
		captions: 'uploaded',
		thumbnail: 'uploaded',
		finalizeSent: true,
		finalized: true,
	});
	expect(warnings).toEqual([]);
	expect(sent.map(({ method, url }) => `${method} ${url}`)).toEqual([
		...[1, 2, 3].map((part) => `PUT ${partUrl(part)}`),
		`POST ${URLS.captionsUploadUrl}`,
		`PUT ${URLS.thumbnailUploadUrl}`,
	]);
	expect(bodyOf(requests[0])).toEqual({
		initializeUploadRequest: {
			owner: PERSON,
			fileSizeBytes: 25,
			uploadCaptions: true,
			uploadThumbnail: true,
		},
	});
	expect(bodyOf(requests[1])).toEqual({
		finalizeUploadRequest: {
			video: VIDEO,
			uploadToken: '',
			uploadedPartIds: [1, 2, 3].map((part) => `id of ${partUrl(part)}`),
		},
	});
	expect(requests).toHaveLength(2);
});

test('the upload token goes back as it came', async () => {
	const { run, requests } = uploading([started({ uploadToken: 'opaque/+=' }), answer(200)]);
	expect(await run()).toMatchObject({ uploadToken: 'opaque/+=' });
	expect(bodyOf(requests[1])).toMatchObject({
		finalizeUploadRequest: { uploadToken: 'opaque/+=' },
	});
});

test('a video alone asks for nothing else', async () => {
	const { run, requests, sent } = uploading([started(), answer(200)]);
	expect(await run()).toMatchObject({ captions: 'none', thumbnail: 'none' });
	expect(bodyOf(requests[0])).toMatchObject({
		initializeUploadRequest: { uploadCaptions: false, uploadThumbnail: false },
	});
	expect(sent).toHaveLength(3);
});

test('what was chosen besides goes along', async () => {
	const library = { associatedAccount: ACCOUNT, assetName: 'Talk' };
	const more = { library, templateName: 'spring', linkbackContext: 'c' };
	const { run, requests } = uploading([started(), answer(200)], more);
	await run();
	expect(bodyOf(requests[0])).toMatchObject({
		initializeUploadRequest: {
			mediaLibraryMetadata: library,
			templateName: 'spring',
			linkbackContext: 'c',
		},
	});
});

describe('no byte is sent', () => {
	test('when LinkedIn refuses the start; then there is nothing to resume', async () => {
		const { run, sent } = uploading([answer(403)]);
		expect((await failureOf(LinkedInError, run)).status).toBe(403);
		expect(sent).toEqual([]);
	});

	test('when the plan does not fit the file', async () => {
		const { run, sent, file } = uploading([
			started({ uploadInstructions: instructionsFor([10, 10]) }),
		]);
		const error = await failureOf(LinkedInError, run);
		expect(error.code).toBe('UNEXPECTED_ANSWER');
		expect(error.description).toContain('the parts end at byte 19, but the file has 25 bytes');
		expect(error.description).toContain(VIDEO);
		expect(sent).toEqual([]);
		expect(file.pulled).toBe(0);
	});

	test.each([
		['captions', { captions }, { thumbnailUploadUrl: URLS.thumbnailUploadUrl }],
		['thumbnail', { thumbnail }, { captionsUploadUrl: URLS.captionsUploadUrl }],
	])('when the address for the %s is missing', async (what, changes, urls) => {
		const { run, sent } = uploading([started(urls)], changes);
		const failure = await failureOf(UploadFailure, run);
		expect(failure.message).toBe(`LinkedIn returned no upload URL for the ${what} of "talk.mp4"`);
		expect(sent).toEqual([]);
	});

	test.each([
		[
			{
				...URLS,
				uploadInstructions: [{ uploadUrl: 'https://evil.example/', firstByte: 0, lastByte: 24 }],
			},
		],
		[{ ...URLS, captionsUploadUrl: 'https://evil.example/c' }],
		[{ ...URLS, thumbnailUploadUrl: 'https://evil.example/t' }],
	])('when any address is not LinkedIn’s: %j', async (changes) => {
		const { run, sent } = uploading([started(changes)], { captions, thumbnail });
		const failure = await failureOf(UploadFailure, run);
		expect(failure.message).toContain('evil.example');
		expect(sent).toEqual([]);
	});
});

test('with "continue" a missing address costs the captions only', async () => {
	const { run, sent, requests, warnings } = uploading([started(), answer(200)], {
		captions,
		onSupplementFailure: 'continue',
	});
	expect(await run()).toMatchObject({ captions: 'failed', thumbnail: 'none', finalized: true });
	expect(warnings).toEqual([expect.stringMatching(/^Continuing without captions\. /)]);
	expect(sent).toHaveLength(3);
	expect(requests).toHaveLength(2);
});

describe('a failure after the start', () => {
	test('carries all that is needed to go on, and finalizes nothing', async () => {
		const refuse = (request: HttpRequest) =>
			request.url === partUrl(2) ? Promise.resolve(answer(400)) : accept(request);
		const { run, requests, file } = uploading(
			[started(URLS)],
			{ captions, lanes: 1 },
			{ bytes: refuse },
		);
		const failure = await failureOf(UploadFailure, run);
		expect(failure.session).toEqual({
			...sessionAfter(1),
			captions: 'due',
			thumbnail: 'none',
			finalized: false,
		});
		expect(requests).toHaveLength(1);
		expect(file.released).toBe(true);
	});

	test('has given its warnings before', async () => {
		const { run, warnings } = uploading([started(), answer(400)], {
			captions,
			onSupplementFailure: 'continue',
		});
		const failure = await failureOf(UploadFailure, run);
		expect(warnings).toEqual([expect.stringMatching(/^Continuing without captions\. /)]);
		expect(failure.session).toMatchObject({ captions: 'failed', finalized: false });
	});

	test('carries the session too where the file cannot be read any further', async () => {
		async function* broken(): AsyncGenerator<Buffer> {
			yield await Promise.resolve(Buffer.alloc(10));
			throw new Error('The storage does not answer');
		}
		const file = { name: 'talk.mp4', size: 25, open: () => Promise.resolve(broken()) };
		const failure = await failureOf(UploadFailure, uploading([started()], { file }).run);
		expect(failure.message).toContain('The storage does not answer');
	});

	test('that is a cancelled execution stays one, and finalizes nothing', async () => {
		const outside = new AbortController();
		const { run, requests } = uploading(
			[started()],
			{ lanes: 1 },
			{
				signal: outside.signal,
				bytes: (request) => {
					outside.abort();
					return accept(request);
				},
			},
		);
		await failureOf(CancelledError, run);
		expect(requests).toHaveLength(1);
	});
});

describe('a session that is gone on with', () => {
	const goingOn = (
		session: VideoUploadSession,
		api: readonly Step[],
		changes: Partial<VideoContent> = {},
	) => {
		const scene = sceneOf(api, changes);
		return { ...scene, run: () => sendVideo(scene.context, session, scene.content) };
	};
	const arrived = (...partNumbers: number[]) => begunSession(SIZES, ...partNumbers);

	test('sends the parts that are missing, and finalizes with all', async () => {
		const { run, sent, requests } = goingOn(arrived(1, 3), [answer(200)]);
		expect(await run()).toMatchObject({ finalized: true });
		expect(sent.map(({ url }) => url)).toEqual([partUrl(2)]);
		expect(bodyOf(requests[0])).toMatchObject({
			finalizeUploadRequest: { uploadedPartIds: ['before-1', `id of ${partUrl(2)}`, 'before-3'] },
		});
	});

	test('reads nothing of the file where all parts are there', async () => {
		const { run, sent, file } = goingOn(arrived(1, 2, 3), [answer(200)]);
		await run();
		expect(sent).toEqual([]);
		expect(file.pulled).toBe(0);
	});

	test('sends captions and thumbnail as they are still due', async () => {
		const session = {
			...arrived(1, 2, 3),
			...URLS,
			captions: 'uploaded',
			thumbnail: 'due',
		} as const;
		const { run, sent } = goingOn(session, [answer(200)], { captions, thumbnail });
		await run();
		expect(sent.map(({ url }) => url)).toEqual([URLS.thumbnailUploadUrl]);
	});

	test('does nothing at all once it is finalized', async () => {
		const session = { ...arrived(1, 2, 3), finalized: true };
		const { run, sent, requests, file } = goingOn(session, []);
		expect(await run()).toBe(session);
		expect([sent, requests, file.pulled]).toEqual([[], [], 0]);
	});

	test('sends nothing to an address that is not LinkedIn’s, whoever wrote it in', async () => {
		const [part, ...others] = arrived(2, 3).parts;
		if (!part) throw new Error('no part');
		const forged = [{ ...part, uploadUrl: 'https://evil.example/1' }, ...others];
		const { run, sent } = goingOn({ ...sessionOf(SIZES), parts: forged }, []);
		expect((await failureOf(UploadFailure, run)).message).toContain('evil.example');
		expect(sent).toEqual([]);
	});
});
