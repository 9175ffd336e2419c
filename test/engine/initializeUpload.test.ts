import type { INodeParameters } from 'n8n-workflow';

import { fixture, fixturePath } from '../fixtures/make';
import {
	ACCOUNT,
	byExpression,
	byUrn,
	OWNER,
	PAGE,
	PART as USUAL_PART,
	scene,
	sha256,
	talk,
} from './scene';
import { inPlanOrder, sendByCurl, type PartAnswer } from './thirdParty';

const VIDEO = fixture('talk.mp4');
const FILE = fixturePath('talk.mp4');
const PART = 500_000;
const PARTS = Math.ceil(VIDEO.length / PART);

// Signed addresses are the point of the output.
const { asset, calls, document, image, linkedIn, plan, requests, video } = scene({
	linkedIn: { partBytes: PART },
	allow: ['addresses'],
});

const initialize = (form: INodeParameters = {}) =>
	video('initializeUpload', { fileSizeBytes: VIDEO.length, ...form });
const initialized = () => linkedIn.videos()[0];

describe('video: initializeUpload', () => {
	test('gives LinkedIn’s fields and the neutral view, from a size alone', async () => {
		const { json } = await initialize();
		const received = initialized();
		expect(requests('videos.initializeUpload').length).toBe(1);
		expect(calls()).toEqual(['videos.initializeUpload']);
		expect(received?.initializeRequest).toEqual({
			initializeUploadRequest: {
				owner: OWNER,
				fileSizeBytes: VIDEO.length,
				uploadCaptions: false,
				uploadThumbnail: false,
			},
		});
		const ranges = Array.from({ length: PARTS }, (_, index) => ({
			firstByte: index * PART,
			lastByte: Math.min((index + 1) * PART, VIDEO.length) - 1,
		}));
		const uploadUrl: unknown = expect.stringContaining(linkedIn.url);
		const urn = received?.urn;
		const expiresAt = received?.uploadUrlsExpireAt;
		expect(json).toEqual({
			video: urn,
			uploadInstructions: ranges.map((range) => ({ ...range, uploadUrl })),
			uploadToken: '',
			uploadUrlsExpireAt: expiresAt,
			urn,
			uploadType: 'MULTIPART',
			parts: ranges.map((range, index) => ({
				partNumber: index + 1,
				...range,
				size: range.lastByte - range.firstByte + 1,
				uploadUrl,
				headers: { 'Content-Type': 'application/octet-stream' },
			})),
			requiresAuthorization: false,
			expiresAt,
			uploadSession: {
				urn,
				owner: OWNER,
				fileName: 'video.mp4',
				fileSizeBytes: VIDEO.length,
				uploadToken: '',
				expiresAt,
				parts: ranges.map((range, index) => ({ partNumber: index + 1, ...range, uploadUrl })),
				captions: 'none',
				thumbnail: 'none',
				finalized: false,
			},
		});
	});

	test('a file of one part is SINGLE', async () => {
		linkedIn.configure({ partBytes: USUAL_PART });
		const { json } = await initialize();
		expect(json).toMatchObject({
			uploadType: 'SINGLE',
			parts: [{ partNumber: 1, firstByte: 0, size: VIDEO.length }],
		});
	});

	test('ranges end where the file ends, though LinkedIn’s plan goes on', async () => {
		linkedIn.configure({ readings: { lastByte: 'beyondEnd' } });
		const { json } = await initialize();
		expect(json.uploadInstructions).toEqual(
			expect.arrayContaining([expect.objectContaining({ lastByte: VIDEO.length - 1 })]),
		);
	});

	test('5 GB exactly, with captions and thumbnail, a library entry and attribution', async () => {
		linkedIn.configure({ partBytes: USUAL_PART });
		const attribution = { templateName: 'Birthday', linkbackContext: 'https://example.com/b' };
		const asked = { fileSizeBytes: 5_368_709_120, uploadCaptions: true, uploadThumbnail: true };
		const { json } = await initialize({ ...asked, fileName: 'long.mp4' })
			.as(PAGE)
			.with({ libraryEntry: { associatedAccount: byUrn(ACCOUNT) } })
			.options(attribution);
		expect(json).toMatchObject({
			captionsUploadUrl: expect.stringContaining('http') as unknown,
			thumbnailUploadUrl: expect.stringContaining('http') as unknown,
			uploadSession: { captions: 'due', thumbnail: 'due', fileName: 'long.mp4' },
		});
		expect(json.parts).toHaveLength(1280);
		expect(initialized()?.initializeRequest).toEqual({
			initializeUploadRequest: {
				owner: PAGE,
				...asked,
				mediaLibraryMetadata: { associatedAccount: ACCOUNT, assetName: 'long.mp4' },
				...attribution,
			},
		});
	});

	test.each([
		['captionsUrl' as const, 'uploadCaptions', 'captions'],
		['thumbnailUrl' as const, 'uploadThumbnail', 'thumbnail'],
	])('no %s though it was asked for is an error', async (reading, parameter, what) => {
		linkedIn.configure({ readings: { [reading]: 'omitted' } });
		const { session } = await initialize({ [parameter]: true }).fails(
			`LinkedIn returned no upload URL for the ${what}`,
		);
		expect(session).toMatchObject({ urn: initialized()?.urn });
	});

	test('addresses that are not LinkedIn’s are given to nobody', async () => {
		linkedIn.configure({ uploadOrigin: 'https://uploads.example.com' });
		const { items } = await initialize().fails('uploads.example.com, which is not LinkedIn');
		expect(items).toEqual([]);
	});

	test('Retry On Fail begins no second upload for an item that is done', async () => {
		plan('videos.initializeUpload', 400, { call: 2 });
		const { items } = await initialize().of({}, {}).tries(2);
		expect(items).toHaveLength(2);
		expect(requests('videos.initializeUpload')).toHaveLength(3);
		expect(linkedIn.videos()).toHaveLength(2);
	});

	test.each<[string, INodeParameters, readonly string[]]>([
		['file size 0', { fileSizeBytes: 0 }, ['File Size (Bytes) is 0', 'the exact size']],
		[
			'a file size whose expression gives nothing',
			{ fileSizeBytes: '={{ $json.none }}' },
			['File Size (Bytes) is empty'],
		],
		['5 GB and a byte', { fileSizeBytes: 5_368_709_121 }, ['5,368,709,121', '5,368,709,120']],
		['a negative size', { fileSizeBytes: -1 }, ['File Size', '-1', 'whole number']],
		['half a byte', { fileSizeBytes: 1000.5 }, ['File Size', '1000.5', 'whole number']],
		['a size in words', { fileSizeBytes: '2 MB' }, ['File Size', '"2 MB"', 'whole number']],
		['a wrong owner', { owner: byExpression(ACCOUNT) }, ['Owner', ACCOUNT]],
		[
			'a flag that is none',
			{ uploadCaptions: 'please' },
			['Return Captions Upload URL', '"please"'],
		],
	])('%s is told before the first call', async (_, form, says) => {
		await initialize(form).failsAtOnce(...says);
	});
});

test('image: initializeUpload gives one address, which wants the token', async () => {
	const { json } = await image('initializeUpload', { fileName: 'logo.png' })
		.as(PAGE)
		.with({ libraryEntry: { associatedAccount: byUrn(ACCOUNT) } });
	const [received] = linkedIn.images();
	const uploadUrl: unknown = expect.stringContaining(linkedIn.url);
	const urn = received?.urn;
	const expiresAt = received?.uploadUrlExpiresAt;
	expect(json).toEqual({
		image: urn,
		uploadUrl,
		uploadUrlExpiresAt: expiresAt,
		urn,
		uploadType: 'SINGLE',
		parts: [
			{
				partNumber: 1,
				firstByte: 0,
				lastByte: null,
				size: null,
				uploadUrl,
				headers: { 'Content-Type': 'application/octet-stream' },
			},
		],
		requiresAuthorization: true,
		expiresAt,
		uploadSession: {
			urn,
			owner: PAGE,
			fileName: 'logo.png',
			uploadUrl,
			expiresAt,
			uploaded: false,
		},
	});
	expect(received?.libraryMetadata).toMatchObject({ assetName: 'logo.png' });
	expect(calls()).toEqual(['images.initializeUpload']);
});

test('document: initializeUpload gives one address, which wants the token', async () => {
	const { json } = await document('initializeUpload').as(PAGE);
	expect(json).toMatchObject({
		urn: json.document,
		uploadType: 'SINGLE',
		parts: [{ partNumber: 1, uploadUrl: json.uploadUrl, lastByte: null }],
		requiresAuthorization: true,
		expiresAt: json.uploadUrlExpiresAt,
		uploadSession: { urn: json.document, owner: PAGE, fileName: 'document.pdf' },
	});
	expect(json.document).toMatch(/^urn:li:document:/);
	expect(calls()).toEqual(['documents.initializeUpload']);
});

describe('the bytes go by someone else’s curl', () => {
	const handed = (session: unknown, parts: unknown): INodeParameters => ({
		uploadSession: JSON.stringify(session),
		uploadedParts: JSON.stringify(parts),
	});

	describe.each(['path', 'quoted'] as const)('with ETags in the form "%s"', (etag) => {
		test.each<[string, (answers: readonly PartAnswer[]) => unknown]>([
			['in random order, the answers with their part numbers', (answers) => answers],
			['the answers in plan order without numbers', inPlanOrder],
			[
				'the ids alone',
				(answers) => inPlanOrder(answers).map(({ headers }) => headers.etag ?? headers.ETag),
			],
		])('%s', async (_, hand) => {
			linkedIn.configure({ readings: { etag } });
			const { json: upload } = await initialize();
			const answers = await sendByCurl(upload, FILE);
			expect(answers).toHaveLength(PARTS);
			const { json } = await video('finalizeUpload', handed(upload.uploadSession, hand(answers)));
			expect(json).toEqual({ urn: initialized()?.urn, status: 'AVAILABLE' });
			expect(initialized()?.sha256).toBe(sha256(VIDEO));
			for (const put of requests('videos.part')) expect(put.hasAuthorization).toBe(false);
		});
	});

	test('Resume Upload takes the session as well, and sends the file itself', async () => {
		const uploadSession = JSON.stringify((await initialize()).json.uploadSession);
		const { json } = await video('resumeUpload', { uploadSession }).of(talk());
		expect(json).toMatchObject({ status: 'AVAILABLE', uploadedParts: PARTS });
		expect(initialized()?.sha256).toBe(sha256(VIDEO));
	});

	test('addresses of an asset in parts serve in the same way', async () => {
		const { json: upload } = await asset('registerUpload', {
			fileSizeBytes: VIDEO.length,
			mechanism: 'MULTIPART_UPLOAD',
		});
		const answers = await sendByCurl(upload, FILE);
		const { urn, mediaArtifact, metadata: uploadMetadata } = linkedIn.assets()[0] ?? {};
		expect(upload).toMatchObject({ mediaArtifact, uploadMetadata });
		const { json } = await asset('completeUpload', {
			mediaArtifact,
			uploadMetadata,
			...handed(upload.uploadSession, answers),
		});
		expect(json).toEqual({ urn, status: 'AVAILABLE' });
		expect(linkedIn.assets()[0]?.sha256).toBe(sha256(VIDEO));
	});
});
