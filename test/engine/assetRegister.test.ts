import type { INodeParameters } from 'n8n-workflow';

import { largeVideo } from '../fileServer/content';
import { fixture, fixturePath } from '../fixtures/make';
import { recipeStatuses, vectorStatuses } from '../simulator';
import { LOST_ANSWER, OWNER, PAGE, PART, scene, talk } from './scene';
import { sendByCurl } from './thirdParty';

const VIDEO = fixture('talk.mp4');
const FILE = fixturePath('talk.mp4');
const MIB = 1024 * 1024;

// Signed addresses are the point of a registration's output.
const { asset, calls, files, linkedIn, plan, requests } = scene({ allow: ['addresses'] });

const register = (form: INodeParameters = {}) =>
	asset('registerUpload', { mediaType: 'video', fileSizeBytes: VIDEO.length, ...form });
const registered = () => linkedIn.assets()[0];
const urnOf = (name: string) => `urn:li:digitalmediaRecipe:${name}`;
const IN_PARTS = { mechanism: 'MULTIPART_UPLOAD' };

describe('registerUpload', () => {
	test('a video in one request', async () => {
		const { json } = await register();
		const uploadUrl: unknown = expect.stringContaining(`${linkedIn.url}/dms-uploads/`);
		const headers = { 'Content-Type': 'application/octet-stream', 'media-type-family': 'VIDEO' };
		const whole = { partNumber: 1, firstByte: 0, lastByte: VIDEO.length - 1, uploadUrl, headers };
		const urn = registered()?.urn;
		const mediaArtifact = registered()?.mediaArtifact;
		expect(json).toEqual({
			asset: urn,
			mediaArtifact,
			assetRealTimeTopic: expect.any(String) as string,
			uploadMechanism: {
				'com.linkedin.digitalmedia.uploading.MediaUploadHttpRequest': {
					uploadUrl,
					headers: { 'media-type-family': 'VIDEO' },
				},
			},
			urn,
			recipes: ['urn:li:digitalmediaRecipe:feedshare-video'],
			uploadType: 'SINGLE',
			parts: [{ ...whole, size: VIDEO.length }],
			requiresAuthorization: false,
			expiresAt: null,
			uploadSession: {
				urn,
				owner: OWNER,
				fileName: 'video.mp4',
				fileSizeBytes: VIDEO.length,
				mediaType: 'video',
				recipes: ['urn:li:digitalmediaRecipe:feedshare-video'],
				apiPath: 'rest',
				mediaArtifact,
				parts: [whole],
				finalized: false,
			},
		});
		expect(calls()).toEqual(['assets.registerUpload']);
	});

	test('a video in parts', async () => {
		const { json } = await register({ fileSizeBytes: 2 * PART + 1, ...IN_PARTS });
		const { urn, metadata, uploadUrlsExpireAt: expiresAt } = registered() ?? {};
		expect(json).toMatchObject({
			urn,
			uploadType: 'MULTIPART',
			uploadMetadata: metadata,
			expiresAt,
			requiresAuthorization: false,
			uploadSession: { metadata, expiresAt },
		});
		expect(json.parts).toMatchObject([
			{ partNumber: 1, firstByte: 0, lastByte: PART - 1, size: PART },
			{ partNumber: 2, firstByte: PART, lastByte: 2 * PART - 1, size: PART },
			{ partNumber: 3, firstByte: 2 * PART, lastByte: 2 * PART, size: 1 },
		]);
	});

	test.each<[string, number, object]>([
		['without its size', 0, { lastByte: null, size: null }],
		['with its size', 5000, { lastByte: 4999, size: 5000 }],
	])('an image %s', async (_, fileSizeBytes, range) => {
		const { json } = await register({ fileSizeBytes, mediaType: 'image' }).as(PAGE);
		expect(json).toMatchObject({
			uploadType: 'SINGLE',
			requiresAuthorization: true,
			recipes: ['urn:li:digitalmediaRecipe:feedshare-image'],
			parts: [{ partNumber: 1, firstByte: 0, ...range }],
		});
		expect(registered()).toMatchObject({ mechanism: 'SYNCHRONOUS_UPLOAD', owner: PAGE });
	});

	// "fileSize Optional Long"; the sample of a single upload has none.
	test.each(['auto', 'SINGLE_REQUEST_UPLOAD'])(
		'a video without its size (%s): one request, without the field',
		async (mechanism) => {
			const { json, hints } = await register({ fileSizeBytes: 0, mechanism });
			expect(json).toMatchObject({
				uploadType: 'SINGLE',
				parts: [{ firstByte: 0, lastByte: null, size: null }],
				uploadSession: { fileSizeBytes: null },
			});
			expect(registered()).toMatchObject({ mechanism: 'SINGLE_REQUEST_UPLOAD' });
			expect(requests('assets.registerUpload')[0]?.requestBody).not.toHaveProperty(
				'registerUploadRequest.fileSize',
			);
			expect(hints.join()).toContain('less than 200 MB');
		},
	);

	test('its session takes a video, and none that is too large for one request', async () => {
		const { json } = await register({ fileSizeBytes: 0 });
		const uploadSession = JSON.stringify(json.uploadSession);
		const upload = () => asset('upload', { mediaType: 'video' }).options({ uploadSession });
		const large = files.add('/large.mp4', { content: largeVideo(200 * MIB + 1) });
		await upload().from(large).fails('209,715,201 bytes', 'without a size', 'less than 200 MB');
		expect(requests('assets.upload')).toEqual([]);
		await upload().of(talk());
		expect(registered()).toMatchObject({ size: VIDEO.length, attempts: 1 });
	});

	test('several recipes are registered together', async () => {
		const recipes = ['feedshare-video', 'ads-video_v2'].map(urnOf);
		const { json } = await register({ recipe: '={{ "feedshare-video, ads-video_v2" }}' });
		expect(json).toMatchObject({ recipes, uploadSession: { recipes } });
		expect(registered()?.recipes.map(({ recipe }) => recipe)).toEqual(recipes);
	});

	describe.each(['decimal', 'binary'] as const)('with %s megabytes', (assetMegabyte) => {
		test.each([
			[1, 'SINGLE_REQUEST_UPLOAD'],
			[199_999_999, 'SINGLE_REQUEST_UPLOAD'],
			[200_000_000, 'MULTIPART_UPLOAD'],
			[200 * MIB, 'MULTIPART_UPLOAD'],
			[200 * MIB + 1, 'MULTIPART_UPLOAD'],
			[5_368_709_120, 'MULTIPART_UPLOAD'],
		])('automatic for a video of %d bytes is %s', async (fileSizeBytes, mechanism) => {
			linkedIn.configure({ readings: { assetMegabyte } });
			await register({ fileSizeBytes });
			expect(registered()?.mechanism).toBe(mechanism);
		});
	});

	test.each(['auto', 'MULTIPART_UPLOAD'])(
		'addresses that are not LinkedIn’s are given to nobody (%s)',
		async (mechanism) => {
			linkedIn.configure({ uploadOrigin: 'https://uploads.example.com' });
			const { items } = await register({ mechanism }).fails(
				'uploads.example.com, which is not LinkedIn',
			);
			expect(items).toEqual([]);
		},
	);

	test('one request for 200 MB of whatever megabytes is LinkedIn’s to decide', async () => {
		linkedIn.configure({ readings: { assetMegabyte: 'binary' } });
		await register({ fileSizeBytes: 200 * MIB, mechanism: 'SINGLE_REQUEST_UPLOAD' });
		expect(registered()?.mechanism).toBe('SINGLE_REQUEST_UPLOAD');
	});

	test.each<[string, INodeParameters, readonly string[]]>([
		[
			'a video in parts without its size',
			{ fileSizeBytes: 0, ...IN_PARTS },
			['size of the video is unknown', '"In Parts"', '"File Size (Bytes)"', '"One Request"'],
		],
		['5 GB and a byte', { fileSizeBytes: 5_368_709_121 }, ['5,368,709,121', '5,368,709,120']],
		['an image of half a byte', { mediaType: 'image', fileSizeBytes: 0.5 }, ['File Size', '0.5']],
		[
			'one request for too many bytes',
			{ fileSizeBytes: 200 * MIB + 1, mechanism: 'SINGLE_REQUEST_UPLOAD' },
			['One Request', '209,715,201', '200 MB'],
		],
		[
			'a recipe for the other media type',
			{ recipe: 'urn:li:digitalmediaRecipe:ads-image' },
			['ads-image', 'is for images', '"video"'],
		],
		[
			'a recipe for videos with an image',
			{ mediaType: 'image', recipe: 'ads-video_v2' },
			['ads-video_v2', 'is for videos', '"image"'],
		],
		[
			'six service relationships',
			{ serviceRelationships: { relationship: Array<INodeParameters>(6).fill({}) } },
			['6 entries', 'up to 5'],
		],
	])('%s is told before the call', async (_, form, says) => {
		await register(form).failsAtOnce(...says);
	});
});

describe('completeUpload', () => {
	const completions = () => requests('assets.completeMultiPartUpload');

	beforeEach(() => {
		linkedIn.configure({ partBytes: 700_000 });
	});

	const parts = (...numbers: number[]) =>
		JSON.stringify(
			numbers.map((partNumber) => ({
				partNumber,
				httpStatusCode: 200,
				headers: { ETag: `"id-${partNumber}"` },
			})),
		);

	/** A registration in three parts, and its completion with an answer for each. */
	async function begun() {
		const { json } = await register(IN_PARTS);
		const { urn = '', mediaArtifact, metadata } = linkedIn.assets().at(-1) ?? {};
		const complete = (form: INodeParameters = {}) =>
			asset('completeUpload', {
				mediaArtifact,
				uploadMetadata: metadata,
				uploadedParts: parts(1, 2, 3),
				...form,
			});
		return { urn, session: JSON.stringify(json.uploadSession), complete };
	}

	test('takes mediaArtifact and metadata from the registration’s item by default', async () => {
		plan('assets.completeMultiPartUpload', 400);
		await asset('upload', { mediaType: 'video', ...IN_PARTS })
			.of(talk())
			.fails();
		const { mediaArtifact, metadata, parts: sent, urn } = registered() ?? {};
		const uploadedParts = sent?.map(({ id, number }) => ({
			partNumber: number,
			headers: { ETAG: [`"${id ?? ''}"`] },
			httpStatusCode: 200,
		}));
		const { json } = await asset('completeUpload').of({
			json: { mediaArtifact, uploadMetadata: metadata, uploadedParts },
		});
		expect(json).toEqual({ urn, status: 'AVAILABLE' });
		const completion = completions()[1];
		expect(completion?.query).toEqual({ action: 'completeMultiPartUpload' });
		expect(completion?.requestBody).toHaveProperty('completeMultipartUploadRequest');
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
		['a part without an id', { uploadedParts: '["a", "", "c"]' }, /entry 2 is empty/],
		['a wrong artifact', { mediaArtifact: 'urn:li:video:1' }, /Media Artifact "urn:li:video:1"/],
		['no metadata', { uploadMetadata: '={{ "" }}' }, /Upload Metadata is empty/],
	])('%s is told before the call', async (_, form, says) => {
		const { session, complete } = await begun();
		await complete({ uploadSession: session, ...form }).failsAtOnce(says);
	});

	test('Retry On Fail looks at the asset before it sends a completion again', async () => {
		const { json: upload } = await register(IN_PARTS);
		const uploadedParts = (await sendByCurl(upload, FILE)).map((part) => ({ ...part }));
		plan('assets.completeMultiPartUpload', LOST_ANSWER);
		plan('assets.get', 403);
		const { json } = await asset('completeUpload')
			.of({ json: { ...upload, uploadedParts } })
			.tries(2);
		expect(json).toEqual({ urn: upload.urn, status: 'AVAILABLE' });
		expect(completions()).toHaveLength(1);
	});

	test('the session of another asset', async () => {
		const [one, other] = [await begun(), await begun()];
		await one.complete({ uploadSession: other.session }).fails(other.urn);
	});

	test('parts that never arrived are LinkedIn’s to refuse', async () => {
		const { complete } = await begun();
		const { error } = await complete().fails(
			'Could not complete the upload of urn:li:digitalmediaAsset:',
		);
		expect(error).toMatchObject({ httpCode: '400' });
	});
});

describe('get, getArtifacts', () => {
	const get = (urn: string, form: INodeParameters = {}) => asset('get', { urn, ...form });

	async function uploaded(): Promise<string> {
		await asset('upload', { mediaType: 'video' }).of(talk());
		return registered()?.urn ?? '';
	}

	test.each(['rest', 'v2'])('by /%s, by URN, by bare id, by the newer URN', async (apiPath) => {
		const urn = await uploaded();
		const id = urn.split(':')[3] ?? '';
		for (const given of [urn, id, ` urn:li:video:${id} `, encodeURIComponent(urn)]) {
			const { json } = await get(given, { apiPath });
			expect(json).toMatchObject({
				urn,
				id,
				mediaTypeFamily: 'VIDEO',
				status: 'ALLOWED',
				recipes: [{ recipe: 'urn:li:digitalmediaRecipe:feedshare-video', status: 'AVAILABLE' }],
			});
			expect(linkedIn.journal.at(-1)).toMatchObject({ path: `/${apiPath}/assets/${id}` });
		}
	});

	test.each([...recipeStatuses])('shows the recipe’s state %s', async (recipeStatus) => {
		const urn = await uploaded();
		linkedIn.setAsset(urn, { recipeStatus });
		const { json } = await get(urn);
		expect(json).toMatchObject({ recipes: [{ status: recipeStatus }] });
	});

	test.each([...vectorStatuses])('shows the asset’s state %s', async (status) => {
		const urn = await uploaded();
		linkedIn.setAsset(urn, { status });
		const { json } = await get(urn);
		expect(json).toMatchObject({ status });
	});

	test('artifacts come only when asked for', async () => {
		const urn = await uploaded();
		expect((await get(urn)).json).not.toHaveProperty('mediaArtifacts');
		const { json } = await asset('getArtifacts', { urn });
		expect(json).toMatchObject({
			urn,
			recipes: [{ status: 'AVAILABLE' }],
			mediaArtifacts: [{ identifiers: [{ mediaType: 'application/vnd.apple.mpegURL' }] }],
		});
		expect(linkedIn.journal.at(-1)?.query).toEqual({ fields: 'mediaArtifacts,recipes,id' });
	});

	test.each<[string, string, RegExp]>([
		['nothing', '={{ "" }}', /Asset is empty/],
		['a page', PAGE, /Asset "urn:li:organization:2414183" is a URN of type "organization"/],
		['a way out of the address', 'a/../b', /Asset "a\/..\/b" is not a LinkedIn URN/],
		['a query', 'urn:li:digitalmediaAsset:a?b', /has an ID that LinkedIn doesn’t use/],
	])('%s is told before the call', async (_, urn, says) => {
		for (const operation of ['get', 'getArtifacts', 'convertUrn'])
			await asset(operation, { urn }).failsAtOnce(says);
	});

	test('a connection that may not read it is told which scopes would do', async () => {
		const { error } = await get(await uploaded())
			.scopes('openid')
			.fails('lacks the scope "w_member_social" or "w_organization_social" or "rw_ads"');
		expect(error).toMatchObject({ httpCode: '403' });
	});

	test('an asset that LinkedIn does not know', async () => {
		const { error } = await get('urn:li:digitalmediaAsset:C5nobody').fails();
		expect(error).toMatchObject({ httpCode: '404' });
	});
});

describe('convertUrn', () => {
	const id = 'C5505AQH-oV1qvnFtKA';
	const kinds = ['digitalmediaAsset', 'video', 'image'];
	const convert = (urn: string, convertTo: string) => asset('convertUrn', { urn, convertTo });

	test.each(kinds)('to %s, without a call', async (to) => {
		for (const given of [id, ...kinds.map((kind) => `urn:li:${kind}:${id}`)]) {
			const { json } = await convert(given, to);
			expect(json).toEqual({ urn: `urn:li:${to}:${id}` });
		}
		expect(linkedIn.journal).toEqual([]);
	});

	test('to what does not exist', async () => {
		await convert(id, 'document').fails(
			/Convert To is "document", not "digitalmediaAsset" or "image" or "video"/,
		);
	});
});
