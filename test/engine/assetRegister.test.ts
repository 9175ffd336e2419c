import type { INodeParameters } from 'n8n-workflow';
import { join } from 'node:path';

import { fixture } from '../fixtures/make';
import { markers } from '../simulator';
import type { RunNodeResult } from './harness';
import {
	byUrn,
	calls,
	expectClean,
	item,
	openLab,
	OWNER,
	PAGE,
	requests,
	talk,
	told,
	type Lab,
} from './lab';
import { sendByCurl } from './thirdParty';

const VIDEO = fixture('talk.mp4');
const FILE = join(__dirname, '..', 'fixtures', 'talk.mp4');
const PART = 4_194_304;
const MIB = 1024 * 1024;

const register: INodeParameters = {
	resource: 'asset',
	operation: 'registerUpload',
	mediaType: 'video',
	fileSizeBytes: VIDEO.length,
};

let lab: Lab;
beforeAll(async () => {
	lab = await openLab();
});
beforeEach(() => lab.simulator.reset());
afterAll(() => lab.close());

/** Signed addresses are the point of a registration's output; tokens are in no output. */
async function run(parameters: INodeParameters): Promise<RunNodeResult> {
	const result = await lab.run({ parameters: { ...register, ...parameters }, items: [{}] });
	expect(lab.simulator.unhandled()).toEqual([]);
	expect(result.visible).not.toContain(markers.accessToken);
	return result;
}

async function output(parameters: INodeParameters): Promise<Record<string, unknown>> {
	const result = await run(parameters);
	expect(result.error).toBeUndefined();
	return result.items[0]?.json ?? {};
}

describe('registerUpload', () => {
	test('a video in one request', async () => {
		const json = await output({});
		const [asset] = lab.simulator.assets();
		const uploadUrl: unknown = expect.stringContaining(`${lab.simulator.url}/dms-uploads/`);
		const headers = { 'Content-Type': 'application/octet-stream', 'media-type-family': 'VIDEO' };
		const whole = { partNumber: 1, firstByte: 0, lastByte: VIDEO.length - 1, uploadUrl, headers };
		expect(json).toEqual({
			asset: asset?.urn,
			mediaArtifact: asset?.mediaArtifact,
			assetRealTimeTopic: expect.any(String) as unknown,
			uploadMechanism: {
				'com.linkedin.digitalmedia.uploading.MediaUploadHttpRequest': {
					uploadUrl,
					headers: { 'media-type-family': 'VIDEO' },
				},
			},
			urn: asset?.urn,
			recipes: ['urn:li:digitalmediaRecipe:feedshare-video'],
			uploadType: 'SINGLE',
			parts: [{ ...whole, size: VIDEO.length }],
			requiresAuthorization: false,
			expiresAt: null,
			uploadSession: {
				urn: asset?.urn,
				owner: OWNER,
				fileName: 'video.mp4',
				fileSizeBytes: VIDEO.length,
				mediaType: 'video',
				recipe: 'urn:li:digitalmediaRecipe:feedshare-video',
				apiPath: 'rest',
				mediaArtifact: asset?.mediaArtifact,
				parts: [whole],
				finalized: false,
			},
		});
		expect(calls(lab.simulator)).toEqual(['assets.registerUpload']);
	});

	test('a video in parts', async () => {
		const fileSizeBytes = 2 * PART + 1;
		const json = await output({ fileSizeBytes, mechanism: 'MULTIPART_UPLOAD' });
		const [asset] = lab.simulator.assets();
		expect(json).toMatchObject({
			urn: asset?.urn,
			uploadType: 'MULTIPART',
			uploadMetadata: asset?.metadata,
			expiresAt: asset?.uploadUrlsExpireAt,
			requiresAuthorization: false,
			uploadSession: { metadata: asset?.metadata, expiresAt: asset?.uploadUrlsExpireAt },
		});
		const parts = Array.isArray(json.parts) ? json.parts : [];
		expect(parts.map((part: unknown) => part)).toMatchObject([
			{ partNumber: 1, firstByte: 0, lastByte: PART - 1, size: PART },
			{ partNumber: 2, firstByte: PART, lastByte: 2 * PART - 1, size: PART },
			{ partNumber: 3, firstByte: 2 * PART, lastByte: 2 * PART, size: 1 },
		]);
	});

	test.each<[string, INodeParameters, object]>([
		['without its size', { fileSizeBytes: 0 }, { lastByte: null, size: null }],
		['with its size', { fileSizeBytes: 5000 }, { lastByte: 4999, size: 5000 }],
	])('an image %s', async (_, parameters, range) => {
		const json = await output({ ...parameters, mediaType: 'image', owner: byUrn(PAGE) });
		expect(json).toMatchObject({
			uploadType: 'SINGLE',
			requiresAuthorization: true,
			recipes: ['urn:li:digitalmediaRecipe:feedshare-image'],
			parts: [{ partNumber: 1, firstByte: 0, ...range }],
		});
		expect(lab.simulator.assets()[0]).toMatchObject({
			mechanism: 'SYNCHRONOUS_UPLOAD',
			owner: PAGE,
		});
	});

	test.each([
		[1, 'SINGLE_REQUEST_UPLOAD'],
		[199_999_999, 'SINGLE_REQUEST_UPLOAD'],
		[200_000_000, 'MULTIPART_UPLOAD'],
		[200 * MIB, 'MULTIPART_UPLOAD'],
		[200 * MIB + 1, 'MULTIPART_UPLOAD'],
		[5_368_709_120, 'MULTIPART_UPLOAD'],
	])('automatic for a video of %d bytes is %s', async (fileSizeBytes, mechanism) => {
		for (const assetMegabyte of ['decimal', 'binary'] as const) {
			await lab.simulator.reset();
			lab.simulator.configure({ readings: { assetMegabyte } });
			await output({ fileSizeBytes });
			expect(lab.simulator.assets()[0]?.mechanism).toBe(mechanism);
		}
	});

	test.each(['auto', 'MULTIPART_UPLOAD'])(
		'addresses that are not LinkedIn’s are given to nobody (%s)',
		async (mechanism) => {
			lab.simulator.configure({ uploadOrigin: 'https://uploads.example.com' });
			const result = await run({ mechanism });
			expect(result.items).toEqual([]);
			expect(told(result)).toContain('uploads.example.com, which is not LinkedIn');
		},
	);

	test('one request for 200 MB of whatever megabytes is LinkedIn’s to decide', async () => {
		lab.simulator.configure({ readings: { assetMegabyte: 'binary' } });
		await output({ fileSizeBytes: 200 * MIB, mechanism: 'SINGLE_REQUEST_UPLOAD' });
		expect(lab.simulator.assets()[0]?.mechanism).toBe('SINGLE_REQUEST_UPLOAD');
	});

	test.each<[string, INodeParameters, readonly (string | RegExp)[]]>([
		['a video of 0 bytes', { fileSizeBytes: 0 }, ['0 bytes']],
		['5 GB and a byte', { fileSizeBytes: 5_368_709_121 }, ['5,368,709,121', '5,368,709,120']],
		['an image of half a byte', { mediaType: 'image', fileSizeBytes: 0.5 }, ['File Size', '0.5']],
		[
			'one request for too many bytes',
			{ fileSizeBytes: 200 * MIB + 1, mechanism: 'SINGLE_REQUEST_UPLOAD' },
			['SINGLE_REQUEST_UPLOAD', '209,715,201', '200 MB'],
		],
		[
			'a recipe for the other media type',
			{ recipe: 'urn:li:digitalmediaRecipe:ads-image' },
			['ads-image', 'one for images', '"video"'],
		],
		[
			'a recipe for videos with an image',
			{ mediaType: 'image', recipe: 'ads-video_v2' },
			['ads-video_v2', 'one for videos', '"image"'],
		],
		[
			'six service relationships',
			{ serviceRelationships: { relationship: Array(6).fill({}) as INodeParameters[] } },
			['6 entries', 'at most 5'],
		],
	])('%s is told before the call', async (_, parameters, says) => {
		const result = await run(parameters);
		for (const part of says) expect(told(result)).toMatch(part);
		expect(lab.simulator.journal).toEqual([]);
	});
});

describe('completeUpload', () => {
	const complete: INodeParameters = { operation: 'completeUpload' };

	async function registered(): Promise<Record<string, unknown>> {
		lab.simulator.configure({ partBytes: 700_000 });
		return output({ mechanism: 'MULTIPART_UPLOAD' });
	}

	test('takes mediaArtifact and metadata from the registration’s item by default', async () => {
		lab.simulator.configure({ partBytes: 700_000 });
		lab.simulator.plan({
			on: 'assets.completeMultiPartUpload',
			fault: { kind: 'status', status: 400 },
		});
		const failed = await lab.run({
			parameters: { ...register, operation: 'upload', mechanism: 'MULTIPART_UPLOAD' },
			items: [item({ data: talk() })],
		});
		expectClean(lab, failed);
		const [asset] = lab.simulator.assets();
		const result = await lab.run({
			parameters: { ...register, ...complete },
			items: [
				{
					json: {
						mediaArtifact: asset?.mediaArtifact,
						uploadMetadata: asset?.metadata,
						uploadedParts: asset?.parts.map(({ id, number }) => ({
							partNumber: number,
							headers: { ETAG: [`"${id ?? ''}"`] },
							httpStatusCode: 200,
						})),
					},
				},
			],
		});
		expectClean(lab, result);
		expect(result.items[0]?.json).toEqual({ urn: asset?.urn, status: 'AVAILABLE' });
		const sent = requests(lab.simulator, 'assets.completeMultiPartUpload')[1];
		expect(sent?.query).toEqual({ action: 'completeMultiPartUpload' });
		expect(sent?.requestBody).toHaveProperty('completeMultipartUploadRequest');
	});

	test.each<[string, INodeParameters, RegExp]>([
		[
			'a part missing among the numbers',
			{ uploadedParts: parts(1, 3), uploadSession: '' },
			/part 2 is missing/,
		],
		[
			'a part missing at the end',
			{ uploadedParts: parts(1, 2) },
			/has 2 entries, but the upload has 3/,
		],
		['a part without an id', { uploadedParts: '["a", "", "c"]' }, /entry 2 is an empty id/],
		['a wrong artifact', { mediaArtifact: 'urn:li:video:1' }, /Media Artifact "urn:li:video:1"/],
		['no metadata', { uploadMetadata: '={{ "" }}' }, /Upload Metadata is empty/],
	])('%s is told before the call', async (_, parameters, says) => {
		const upload = await registered();
		const result = await run({
			...complete,
			mediaArtifact: String(upload.mediaArtifact),
			uploadMetadata: String(upload.uploadMetadata),
			uploadSession: JSON.stringify(upload.uploadSession),
			uploadedParts: parts(1, 2, 3),
			...parameters,
		});
		expect(told(result)).toMatch(says);
		expect(requests(lab.simulator, 'assets.completeMultiPartUpload')).toEqual([]);
	});

	test('Retry On Fail looks at the asset before it sends a completion again', async () => {
		const upload = await registered();
		const answers = await sendByCurl(upload, FILE);
		lab.simulator.plan({
			on: 'assets.completeMultiPartUpload',
			fault: { kind: 'resetAfterCarriedOut' },
		});
		lab.simulator.plan({ on: 'assets.get', fault: { kind: 'status', status: 403 } });
		const result = await lab.run({
			parameters: { ...register, ...complete },
			items: [{ json: { ...upload, uploadedParts: answers } }],
			retryOnFail: true,
			maxTries: 2,
		});
		expect(result.items[0]?.json).toEqual({ urn: upload.urn, status: 'AVAILABLE' });
		expect(lab.simulator.unmetFaults()).toEqual([]);
		expect(requests(lab.simulator, 'assets.completeMultiPartUpload')).toHaveLength(1);
	});

	test('the session of another asset', async () => {
		const [one, other] = [await registered(), await registered()];
		const result = await run({
			...complete,
			mediaArtifact: String(one.mediaArtifact),
			uploadMetadata: String(one.uploadMetadata),
			uploadSession: JSON.stringify(other.uploadSession),
			uploadedParts: parts(1, 2, 3),
		});
		expect(told(result)).toContain(String(other.urn));
	});

	test('parts that never arrived are LinkedIn’s to refuse', async () => {
		const upload = await registered();
		const result = await run({
			...complete,
			mediaArtifact: String(upload.mediaArtifact),
			uploadMetadata: String(upload.uploadMetadata),
			uploadedParts: parts(1, 2, 3),
		});
		expect(result.error).toMatchObject({ httpCode: '400' });
		expect(told(result)).toContain('Could not complete the upload of urn:li:digitalmediaAsset:');
	});

	function parts(...numbers: number[]): string {
		return JSON.stringify(
			numbers.map((partNumber) => ({
				partNumber,
				httpStatusCode: 200,
				headers: { ETag: `"id-${partNumber}"` },
			})),
		);
	}
});

describe('get, getArtifacts', () => {
	async function uploaded(): Promise<string> {
		const result = await lab.run({
			parameters: { ...register, operation: 'upload' },
			items: [item({ data: talk() })],
		});
		expect(result.error).toBeUndefined();
		return lab.simulator.assets()[0]?.urn ?? '';
	}

	test.each(['rest', 'v2'])('by /%s, by URN, by bare id, by the newer URN', async (apiPath) => {
		const urn = await uploaded();
		const id = urn.split(':')[3] ?? '';
		for (const given of [urn, id, ` urn:li:video:${id} `, encodeURIComponent(urn)]) {
			const json = await output({ operation: 'get', urn: given, apiPath });
			expect(json).toMatchObject({
				urn,
				id,
				mediaTypeFamily: 'VIDEO',
				status: 'ALLOWED',
				recipes: [{ recipe: 'urn:li:digitalmediaRecipe:feedshare-video', status: 'AVAILABLE' }],
			});
			expect(lab.simulator.journal.at(-1)).toMatchObject({ path: `/${apiPath}/assets/${id}` });
		}
	});

	test.each([
		'NEW',
		'PROCESSING',
		'AVAILABLE',
		'INCOMPLETE',
		'WAITING_UPLOAD',
		'CLIENT_ERROR',
		'SERVER_ERROR',
		'MUTATING',
	] as const)('shows the recipe’s state %s', async (recipeStatus) => {
		const urn = await uploaded();
		lab.simulator.setAsset(urn, { recipeStatus });
		expect(await output({ operation: 'get', urn })).toMatchObject({
			recipes: [{ status: recipeStatus }],
		});
	});

	test.each(['ALLOWED', 'BLOCKED', 'ABANDONED', 'DELETED', 'SCHEDULED_DELETION'] as const)(
		'shows the asset’s state %s',
		async (status) => {
			const urn = await uploaded();
			lab.simulator.setAsset(urn, { status });
			expect(await output({ operation: 'get', urn })).toMatchObject({ status });
		},
	);

	test('artifacts come only when asked for', async () => {
		const urn = await uploaded();
		expect(await output({ operation: 'get', urn })).not.toHaveProperty('mediaArtifacts');
		const json = await output({ operation: 'getArtifacts', urn });
		expect(json).toMatchObject({
			urn,
			recipes: [{ status: 'AVAILABLE' }],
			mediaArtifacts: [{ identifiers: [{ mediaType: 'application/vnd.apple.mpegURL' }] }],
		});
		expect(lab.simulator.journal.at(-1)?.query).toEqual({ fields: 'mediaArtifacts,recipes,id' });
	});

	test.each<[string, string, RegExp]>([
		['nothing', '={{ "" }}', /Asset is empty/],
		['a page', PAGE, /Asset "urn:li:organization:2414183" is a URN of the kind "organization"/],
		['a way out of the address', 'a/../b', /Asset "a\/..\/b" is not a LinkedIn URN/],
		['a query', 'urn:li:digitalmediaAsset:a?b', /has an id that LinkedIn does not use/],
	])('%s is told before the call', async (_, urn, says) => {
		for (const operation of ['get', 'getArtifacts', 'convertUrn']) {
			const result = await run({ operation, urn });
			expect(told(result)).toMatch(says);
		}
		expect(lab.simulator.journal).toEqual([]);
	});

	test('a connection that may not read it is told which scopes would do', async () => {
		const result = await lab.run({
			parameters: { ...register, operation: 'get', urn: await uploaded() },
			credential: lab.credential({ scopes: ['openid'] }),
			items: [{}],
		});
		expect(result.error).toMatchObject({ httpCode: '403' });
		expect(told(result)).toContain(
			'lacks the scope "w_member_social" or "w_organization_social" or "rw_ads"',
		);
	});

	test('an asset that LinkedIn does not know', async () => {
		const result = await run({ operation: 'get', urn: 'urn:li:digitalmediaAsset:C5nobody' });
		expect(result.error).toMatchObject({ httpCode: '404' });
	});
});

describe('convertUrn', () => {
	const id = 'C5505AQH-oV1qvnFtKA';
	const kinds = ['digitalmediaAsset', 'video', 'image'];

	test.each(kinds)('to %s, without a call', async (convertTo) => {
		for (const given of [id, ...kinds.map((kind) => `urn:li:${kind}:${id}`)]) {
			const json = await output({ operation: 'convertUrn', urn: given, convertTo });
			expect(json).toEqual({ urn: `urn:li:${convertTo}:${id}` });
		}
		expect(lab.simulator.journal).toEqual([]);
	});

	test('to what does not exist', async () => {
		const result = await run({ operation: 'convertUrn', urn: id, convertTo: 'document' });
		expect(told(result)).toMatch(
			/Convert To is "document", not "digitalmediaAsset" or "image" or "video"/,
		);
	});
});
