import type { INodeParameters } from 'n8n-workflow';
import { join } from 'node:path';

import { fixture } from '../fixtures/make';
import { markers } from '../simulator';
import type { RunNodeResult } from './harness';
import {
	ACCOUNT,
	byExpression,
	byUrn,
	calls,
	item,
	openLab,
	OWNER,
	PAGE,
	requests,
	sessionOf,
	sha256,
	talk,
	told,
	type Lab,
} from './lab';
import { inPlanOrder, sendByCurl, type PartAnswer } from './thirdParty';

const VIDEO = fixture('talk.mp4');
const FILE = join(__dirname, '..', 'fixtures', 'talk.mp4');
const PART = 500_000;
const PARTS = Math.ceil(VIDEO.length / PART);

const initialize: INodeParameters = {
	resource: 'video',
	operation: 'initializeUpload',
	fileSizeBytes: VIDEO.length,
};
const finalize: INodeParameters = { resource: 'video', operation: 'finalizeUpload' };

let lab: Lab;
beforeAll(async () => {
	lab = await openLab();
});
beforeEach(async () => {
	await lab.simulator.reset();
	lab.simulator.configure({ partBytes: PART });
});
afterAll(() => lab.close());

/** As `expectClean`, for output that signed addresses are the point of. */
function expectNoToken(result: RunNodeResult): void {
	expect(lab.simulator.unhandled()).toEqual([]);
	expect(lab.simulator.unmetFaults()).toEqual([]);
	for (const secret of [markers.accessToken, markers.refreshToken, markers.clientSecret])
		expect(result.visible).not.toContain(secret);
}

async function begin(parameters: INodeParameters = initialize): Promise<Record<string, unknown>> {
	const result = await lab.run({ parameters, items: [{}] });
	expectNoToken(result);
	expect(result.error).toBeUndefined();
	return result.items[0]?.json ?? {};
}

describe('video: initializeUpload', () => {
	test('gives LinkedIn’s fields and the neutral view, from a size alone', async () => {
		const output = await begin();
		const [video] = lab.simulator.videos();
		const urls = requests(lab.simulator, 'videos.initializeUpload').length;
		expect(urls).toBe(1);
		expect(calls(lab.simulator)).toEqual(['videos.initializeUpload']);
		expect(video?.initializeRequest).toEqual({
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
		const uploadUrl: unknown = expect.stringContaining(lab.simulator.url);
		expect(output).toEqual({
			video: video?.urn,
			uploadInstructions: ranges.map((range) => ({ ...range, uploadUrl })),
			uploadToken: '',
			uploadUrlsExpireAt: video?.uploadUrlsExpireAt,
			urn: video?.urn,
			uploadType: 'MULTIPART',
			parts: ranges.map((range, index) => ({
				partNumber: index + 1,
				...range,
				size: range.lastByte - range.firstByte + 1,
				uploadUrl,
				headers: { 'Content-Type': 'application/octet-stream' },
			})),
			requiresAuthorization: false,
			expiresAt: video?.uploadUrlsExpireAt,
			uploadSession: {
				urn: video?.urn,
				owner: OWNER,
				fileName: 'video.mp4',
				fileSizeBytes: VIDEO.length,
				uploadToken: '',
				expiresAt: video?.uploadUrlsExpireAt,
				parts: ranges.map((range, index) => ({ partNumber: index + 1, ...range, uploadUrl })),
				captions: 'none',
				thumbnail: 'none',
				finalized: false,
			},
		});
	});

	test('a file of one part is SINGLE', async () => {
		lab.simulator.configure({ partBytes: 4_194_304 });
		expect(await begin()).toMatchObject({
			uploadType: 'SINGLE',
			parts: [{ partNumber: 1, firstByte: 0, size: VIDEO.length }],
		});
	});

	test('ranges end where the file ends, though LinkedIn’s plan goes on', async () => {
		lab.simulator.configure({ readings: { lastByte: 'beyondEnd' } });
		expect(await begin()).toMatchObject({
			uploadInstructions: expect.arrayContaining([
				expect.objectContaining({ lastByte: VIDEO.length - 1 }),
			]) as unknown,
		});
	});

	test('5 GB exactly, with captions and thumbnail, a library entry and attribution', async () => {
		lab.simulator.configure({ partBytes: 4_194_304 });
		const output = await begin({
			...initialize,
			owner: byUrn(PAGE),
			fileSizeBytes: 5_368_709_120,
			fileName: 'long.mp4',
			uploadCaptions: true,
			uploadThumbnail: true,
			libraryEntry: { associatedAccount: byUrn(ACCOUNT) },
			options: { templateName: 'Birthday', linkbackContext: 'https://example.com/b' },
		});
		expect(output).toMatchObject({
			captionsUploadUrl: expect.stringContaining('http') as unknown,
			thumbnailUploadUrl: expect.stringContaining('http') as unknown,
			uploadSession: { captions: 'due', thumbnail: 'due', fileName: 'long.mp4' },
		});
		expect(output.parts).toHaveLength(1280);
		expect(lab.simulator.videos()[0]?.initializeRequest).toEqual({
			initializeUploadRequest: {
				owner: PAGE,
				fileSizeBytes: 5_368_709_120,
				uploadCaptions: true,
				uploadThumbnail: true,
				mediaLibraryMetadata: { associatedAccount: ACCOUNT, assetName: 'long.mp4' },
				templateName: 'Birthday',
				linkbackContext: 'https://example.com/b',
			},
		});
	});

	test.each([
		['captionsUrl' as const, 'uploadCaptions', 'captions'],
		['thumbnailUrl' as const, 'uploadThumbnail', 'thumbnail'],
	])('no %s though it was asked for is an error', async (reading, parameter, what) => {
		lab.simulator.configure({ readings: { [reading]: 'omitted' } });
		const result = await lab.run({
			parameters: { ...initialize, [parameter]: true },
			items: [{}],
		});
		expect(told(result)).toContain(`LinkedIn gave no address for the ${what}`);
		expect(sessionOf(result)).toMatchObject({ urn: lab.simulator.videos()[0]?.urn });
	});

	test('addresses that are not LinkedIn’s are given to nobody', async () => {
		lab.simulator.configure({ uploadOrigin: 'https://uploads.example.com' });
		const result = await lab.run({ parameters: initialize, items: [{}] });
		expect(result.items).toEqual([]);
		expect(told(result)).toContain('uploads.example.com, which is not LinkedIn');
	});

	test('Retry On Fail begins no second upload for an item that is done', async () => {
		lab.simulator.plan({
			on: 'videos.initializeUpload',
			call: 2,
			fault: { kind: 'status', status: 400 },
		});
		const result = await lab.run({
			parameters: initialize,
			items: [{}, {}],
			retryOnFail: true,
			maxTries: 2,
		});
		expect(result.items).toHaveLength(2);
		expect(requests(lab.simulator, 'videos.initializeUpload')).toHaveLength(3);
		expect(lab.simulator.videos()).toHaveLength(2);
	});

	test.each<[string, INodeParameters, readonly (string | RegExp)[]]>([
		['file size 0', { fileSizeBytes: 0 }, ['"video.mp4"', '0 bytes']],
		['5 GB and a byte', { fileSizeBytes: 5_368_709_121 }, ['5,368,709,121', '5,368,709,120']],
		['a negative size', { fileSizeBytes: -1 }, ['File Size', '-1', 'whole number']],
		['half a byte', { fileSizeBytes: 1000.5 }, ['File Size', '1000.5', 'whole number']],
		['a size in words', { fileSizeBytes: '2 MB' }, ['File Size', '"2 MB"', 'whole number']],
		['a wrong owner', { owner: byExpression(ACCOUNT) }, ['Owner', ACCOUNT]],
		['a flag that is none', { uploadCaptions: 'please' }, ['Upload Captions', '"please"']],
	])('%s is told before the first call', async (_, parameters, says) => {
		const result = await lab.run({ parameters: { ...initialize, ...parameters }, items: [{}] });
		for (const part of says) expect(told(result)).toMatch(part);
		expect(lab.simulator.journal).toEqual([]);
	});
});

describe('image: initializeUpload', () => {
	test('gives one address, which wants the token', async () => {
		const output = await begin({
			resource: 'image',
			operation: 'initializeUpload',
			owner: byUrn(PAGE),
			fileName: 'logo.png',
			libraryEntry: { associatedAccount: byUrn(ACCOUNT) },
		});
		const [image] = lab.simulator.images();
		const uploadUrl: unknown = expect.stringContaining(lab.simulator.url);
		expect(output).toEqual({
			image: image?.urn,
			uploadUrl,
			uploadUrlExpiresAt: image?.uploadUrlExpiresAt,
			urn: image?.urn,
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
			expiresAt: image?.uploadUrlExpiresAt,
			uploadSession: {
				urn: image?.urn,
				owner: PAGE,
				fileName: 'logo.png',
				uploadUrl,
				expiresAt: image?.uploadUrlExpiresAt,
				uploaded: false,
			},
		});
		expect(image?.libraryMetadata).toMatchObject({ assetName: 'logo.png' });
		expect(calls(lab.simulator)).toEqual(['images.initializeUpload']);
	});
});

test('document: initializeUpload gives one address, which wants the token', async () => {
	const output = await begin({
		resource: 'document',
		operation: 'initializeUpload',
		owner: byUrn(PAGE),
	});
	expect(output).toMatchObject({
		urn: output.document,
		uploadType: 'SINGLE',
		parts: [{ partNumber: 1, uploadUrl: output.uploadUrl, lastByte: null }],
		requiresAuthorization: true,
		expiresAt: output.uploadUrlExpiresAt,
		uploadSession: { urn: output.document, owner: PAGE, fileName: 'document.pdf' },
	});
	expect(output.document).toMatch(/^urn:li:document:/);
	expect(calls(lab.simulator)).toEqual(['documents.initializeUpload']);
});

describe('the bytes go by someone else’s curl', () => {
	const end = (uploadSession: unknown, uploadedParts: unknown): Promise<RunNodeResult> =>
		lab.run({
			parameters: {
				...finalize,
				uploadSession: JSON.stringify(uploadSession),
				uploadedParts: JSON.stringify(uploadedParts),
			},
			items: [{}],
		});

	test.each<[string, (answers: readonly PartAnswer[]) => unknown]>([
		['in random order, the answers with their part numbers', (answers) => answers],
		['the answers in plan order without numbers', inPlanOrder],
		[
			'the ids alone',
			(answers) => inPlanOrder(answers).map(({ headers }) => headers.etag ?? headers.ETag),
		],
	])('%s', async (_, hand) => {
		for (const etag of ['path', 'quoted'] as const) {
			await lab.simulator.reset();
			lab.simulator.configure({ partBytes: PART, readings: { etag } });
			const upload = await begin();
			const answers = await sendByCurl(upload, FILE);
			expect(answers).toHaveLength(PARTS);
			const result = await end(upload.uploadSession, hand(answers));
			expectNoToken(result);
			const [video] = lab.simulator.videos();
			expect(result.items[0]?.json).toEqual({ urn: video?.urn, status: 'AVAILABLE' });
			expect(video?.sha256).toBe(sha256(VIDEO));
			for (const put of requests(lab.simulator, 'videos.part'))
				expect(put.hasAuthorization).toBe(false);
		}
	});

	test('Resume Upload takes the session as well, and sends the file itself', async () => {
		const { uploadSession } = await begin();
		const result = await lab.run({
			parameters: {
				resource: 'video',
				operation: 'resumeUpload',
				uploadSession: JSON.stringify(uploadSession),
			},
			items: [item({ data: talk() })],
		});
		expect(result.items[0]?.json).toMatchObject({ status: 'AVAILABLE', uploadedParts: PARTS });
		expect(lab.simulator.videos()[0]?.sha256).toBe(sha256(VIDEO));
	});

	test('addresses of an asset in parts serve in the same way', async () => {
		const upload = await begin({
			resource: 'asset',
			operation: 'registerUpload',
			fileSizeBytes: VIDEO.length,
			mechanism: 'MULTIPART_UPLOAD',
		});
		const answers = await sendByCurl(upload, FILE);
		const result = await lab.run({
			parameters: {
				resource: 'asset',
				operation: 'completeUpload',
				mediaArtifact: String(upload.mediaArtifact),
				uploadMetadata: String(upload.uploadMetadata),
				uploadedParts: JSON.stringify(answers),
				uploadSession: JSON.stringify(upload.uploadSession),
			},
			items: [{}],
		});
		expectNoToken(result);
		const [asset] = lab.simulator.assets();
		expect(result.items[0]?.json).toEqual({ urn: asset?.urn, status: 'AVAILABLE' });
		expect(asset?.sha256).toBe(sha256(VIDEO));
	});
});
