import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { isRecord } from '../../linkedin/api/parse';
import { fixture, fixturePath } from '../fixtures/make';
import { markers } from '../simulator';
import { OWNER, PAGE, scene, sha256 } from './scene';
import { runShipped, settings } from './shipped';
import { standIns, webhookNodes } from './standIns';
import { sendByCurl } from './thirdParty';

const VIDEO = fixture('talk.mp4');
const FILE = fixturePath('talk.mp4');
const PICTURE = fixture('picture.png');
const MIB = 1024 * 1024;
const HOST = 'https://n8n.example.com';

/** What reaches one of the three webhooks. */
interface Incoming {
	readonly query?: IDataObject;
	readonly body?: IDataObject;
	readonly file?: Buffer;
}

let incoming: Incoming = {};

async function receive(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const { query = {}, body = {}, file } = incoming;
	const path: unknown = context.getNodeParameter('path', 0);
	const webhookUrl = new URL(`/webhook/${typeof path === 'string' ? path : ''}`, HOST).href;
	const json = { headers: {}, params: {}, query, body, webhookUrl, executionMode: 'production' };
	if (!file) return [{ json }];
	const data = await context.helpers.prepareBinaryData(file, 'upload', 'application/octet-stream');
	return [{ json, binary: { data } }];
}

const { answers, nodeTypes } = webhookNodes(receive);
const stage = scene({
	binaryMode: 'filesystem',
	n8n: { nodeTypes: { ...standIns, ...nodeTypes } },
});
const { asset: assetNode, linkedIn, plan } = stage;

async function call(
	start: 'Init' | 'Complete' | 'Image',
	request: Incoming,
	defaultOwner = PAGE,
): Promise<{ status: number; body: Record<string, unknown> }> {
	incoming = request;
	answers.length = 0;
	const run = await runShipped(stage, 'direct-upload-api.json', {
		start,
		parameters: { Settings: settings({ defaultOwner }) },
	});
	expect(run.error).toBeUndefined();
	expect(run.visible()).not.toContain(markers.accessToken);
	expect(linkedIn.unhandled()).toEqual([]);
	expect(answers).toHaveLength(1);
	const [answer] = answers;
	if (!answer || !isRecord(answer.body)) throw new Error('the answer is no object');
	return { status: answer.status, body: answer.body };
}

const init = (body: IDataObject, defaultOwner?: string) => call('Init', { body }, defaultOwner);
const SMALL = { mediaType: 'video', fileSize: 100_000, filename: 'talk.mp4' };

describe('init', () => {
	test('a video in one request: curl alone sends it, straight to LinkedIn', async () => {
		const { status, body } = await init({ ...SMALL, fileSize: VIDEO.length });
		const [asset] = linkedIn.assets();
		expect(status).toBe(200);
		expect(body).toEqual({
			success: true,
			uploadType: 'SINGLE',
			assetUrn: asset?.urn,
			mediaUrn: asset?.urn.replace('digitalmediaAsset', 'video'),
			recipes: ['urn:li:digitalmediaRecipe:feedshare-video'],
			uploadUrl: expect.stringContaining(linkedIn.url) as unknown,
			uploadHeaders: {
				'Content-Type': 'application/octet-stream',
				'media-type-family': 'VIDEO',
			},
			mediaArtifactUrn: asset?.mediaArtifact,
			partUploadRequests: [],
			multipartMetadata: null,
			requiresAuthorization: false,
			note: expect.stringContaining('straight to LinkedIn') as unknown,
		});
		const { uploadUrl, uploadHeaders: headers } = body;
		const part = { partNumber: 1, firstByte: 0, size: VIDEO.length, uploadUrl, headers };
		const [put] = await sendByCurl({ parts: [part] }, FILE);
		expect(put?.httpStatusCode).toBe(200);
		expect(linkedIn.assets()[0]?.sha256).toBe(sha256(VIDEO));
	});

	test('a video in parts, then complete', async () => {
		const fileSize = 200 * MIB + 1;
		const { status, body } = await init({ mediaType: 'video', fileSize, filename: 'long.mp4' });
		const [asset] = linkedIn.assets();
		expect(status).toBe(200);
		expect(body).toMatchObject({
			success: true,
			uploadType: 'MULTIPART',
			assetUrn: asset?.urn,
			uploadUrl: null,
			uploadHeaders: {},
			mediaArtifactUrn: asset?.mediaArtifact,
			multipartMetadata: asset?.metadata,
			requiresAuthorization: false,
		});
		const requests = Array.isArray(body.partUploadRequests) ? body.partUploadRequests : [];
		expect(requests).toHaveLength(51);
		expect(requests.at(-1)).toEqual({
			partNumber: 51,
			url: expect.stringContaining(linkedIn.url) as unknown,
			headers: { 'Content-Type': 'application/octet-stream' },
			byteRange: { firstByte: 50 * 4 * MIB, lastByte: fileSize - 1 },
			urlExpiresAt: asset?.uploadUrlsExpireAt,
		});
	});

	test('an image goes through n8n, and the answer says so', async () => {
		const { status, body } = await init({
			mediaType: 'image',
			fileSize: PICTURE.length,
			filename: 'picture.png',
		});
		const [asset] = linkedIn.assets();
		expect(status).toBe(200);
		expect(body).toMatchObject({
			success: true,
			uploadType: 'SINGLE',
			assetUrn: asset?.urn,
			mediaUrn: asset?.urn.replace('digitalmediaAsset', 'image'),
			requiresAuthorization: true,
			note: expect.stringContaining('the same key as this call') as unknown,
		});
		const uploadUrl = new URL(String(body.uploadUrl));
		expect(uploadUrl.origin + uploadUrl.pathname).toBe(
			'https://n8n.example.com/webhook/linkedin/posts/upload/image',
		);

		const query = Object.fromEntries(uploadUrl.searchParams);
		const sent = await call('Image', { query, file: PICTURE });
		expect(sent).toEqual({
			status: 201,
			body: { success: true, assetUrn: asset?.urn, status: 'AVAILABLE' },
		});
		expect(linkedIn.assets()).toHaveLength(1);
		expect(linkedIn.assets()[0]?.sha256).toBe(sha256(PICTURE));
	});

	test.each([
		['photo.jpg', 'image'],
		['PHOTO.JPEG', 'image'],
		['logo.png', 'image'],
		['wave.gif', 'image'],
		['talk.mp4', 'video'],
	])('"default" goes by the name %s: %s', async (filename, mediaType) => {
		const { status } = await init({ mediaType: 'default', fileSize: 100_000, filename });
		expect(status).toBe(200);
		expect(linkedIn.assets()[0]).toMatchObject({ mediaType, owner: PAGE });
	});

	test('accountId names another owner', async () => {
		expect((await init({ ...SMALL, accountId: OWNER })).status).toBe(200);
		expect(linkedIn.assets()[0]?.owner).toBe(OWNER);
		expect((await init({ ...SMALL, accountId: OWNER }, '')).status).toBe(200);
	});

	test.each<[string, IDataObject, RegExp]>([
		[
			'the document’s own placeholders',
			{ mediaType: 'default', fileSize: 0, filename: 'photo.jpg' },
			/fileSize must be/,
		],
		['nothing', {}, /mediaType must be/],
		['an unknown media type', { mediaType: 'sound' }, /mediaType must be/],
		['a media type like a property', { mediaType: 'constructor' }, /mediaType must be/],
		['no file name', { filename: '' }, /filename is missing/],
		['"default" with an unknown extension', { mediaType: 'default', filename: 'a.txt' }, /ends in/],
		['size 0', { fileSize: 0 }, /fileSize must be/],
		['5 GB and a byte', { fileSize: 5_368_709_121 }, /fileSize must be/],
		['half a byte', { fileSize: 0.5 }, /fileSize must be/],
		['a size in words', { fileSize: 'large' }, /fileSize must be/],
		['an account that is no URN', { accountId: 'my page' }, /accountId must be/],
		['a URN that cannot own media', { accountId: 'urn:li:video:1' }, /accountId must be/],
	])('400: %s', async (title, wrong, says) => {
		const { status, body } = await init(title === 'nothing' ? {} : { ...SMALL, ...wrong });
		expect(status).toBe(400);
		expect(body).toEqual({ error: expect.stringMatching(says) as unknown });
		expect(linkedIn.journal).toEqual([]);
	});

	test('500: LinkedIn refuses', async () => {
		plan('assets.registerUpload', 403);
		const { status, body } = await init(SMALL);
		expect(status).toBe(500);
		expect(body).toEqual({
			error: expect.stringMatching(
				/^Could not register the upload of "talk\.mp4": LinkedIn denied access for urn:li:organization:2414183\. /,
			) as unknown,
		});
	});
});

describe('complete', () => {
	interface Sent {
		readonly mediaArtifactUrn: string;
		readonly multipartMetadata: string;
		readonly partUploadResponses: IDataObject[];
	}

	/** A small file in parts, which the webhook itself would not ask for. */
	async function sent(): Promise<Sent> {
		linkedIn.configure({ partBytes: 700_000 });
		const { json: upload } = await assetNode('registerUpload', {
			mediaType: 'video',
			mechanism: 'MULTIPART_UPLOAD',
			fileSizeBytes: VIDEO.length,
		}).allow('addresses');
		const answered = await sendByCurl(upload, FILE);
		return {
			mediaArtifactUrn: linkedIn.assets()[0]?.mediaArtifact ?? '',
			multipartMetadata: linkedIn.assets()[0]?.metadata ?? '',
			partUploadResponses: answered.map((answer) => ({ ...answer })),
		};
	}

	test('links the parts that curl has sent', async () => {
		const body = await sent();
		const { status, body: answer } = await call('Complete', { body: { ...body } });
		const [asset] = linkedIn.assets();
		expect(status).toBe(200);
		expect(answer).toEqual({ success: true, assetUrn: asset?.urn, status: 'AVAILABLE' });
		expect(asset?.sha256).toBe(sha256(VIDEO));
	});

	test.each<[string, (body: Sent) => object, RegExp]>([
		['no artifact', () => ({ mediaArtifactUrn: '' }), /mediaArtifactUrn is missing/],
		['no metadata', () => ({ multipartMetadata: null }), /multipartMetadata is missing/],
		['no list', () => ({ partUploadResponses: 'all' }), /must be a list/],
		[
			'a part missing',
			({ partUploadResponses: list }) => ({
				partUploadResponses: list.filter(({ partNumber }) => partNumber !== 2),
			}),
			/^Uploaded Parts: part 2 is missing/,
		],
		[
			'a part that was refused',
			({ partUploadResponses: list }) => ({
				partUploadResponses: list.map((part) => ({ ...part, httpStatusCode: 403 })),
			}),
			/has status 403/,
		],
		[
			'the last part missing, which LinkedIn alone knows',
			({ partUploadResponses: list }) => ({
				partUploadResponses: list.filter(({ partNumber }) => partNumber !== 3),
			}),
			/LinkedIn said/,
		],
		['another artifact', () => ({ mediaArtifactUrn: 'urn:li:video:1' }), /Media Artifact/],
	])('400: %s', async (_, spoil, says) => {
		const body = await sent();
		const { status, body: answer } = await call('Complete', { body: { ...body, ...spoil(body) } });
		expect(answer).toEqual({ error: expect.stringMatching(says) as unknown });
		expect(status).toBe(400);
	});

	test('500: LinkedIn fails', async () => {
		const body = await sent();
		plan('assets.completeMultiPartUpload', 503, { call: [1, 2] });
		const { status } = await call('Complete', { body: { ...body } });
		expect(status).toBe(500);
	});
});

describe('image', () => {
	async function session(): Promise<Record<string, unknown>> {
		const { body } = await init({
			mediaType: 'image',
			fileSize: PICTURE.length,
			filename: 'p.png',
		});
		const text = new URL(String(body.uploadUrl)).searchParams.get('session') ?? '';
		return JSON.parse(text) as Record<string, unknown>;
	}

	const moved = (given: Record<string, unknown>, uploadUrl: string): string => {
		const parts = given.parts as object[];
		return JSON.stringify({ ...given, parts: parts.map((part) => ({ ...part, uploadUrl })) });
	};

	test.each<[string, Buffer | undefined, string]>([
		['no bytes', undefined, 'the image is missing'],
		['another file than was announced', fixture('thumbnail.jpg'), 'was registered for'],
		['no image', Buffer.from('hello'), 'is not a JPG, PNG or GIF'],
	])('400: %s', async (_, file, says) => {
		const query = { session: JSON.stringify(await session()) };
		const { status, body } = await call('Image', { query, ...(file && { file }) });
		expect([status, body.error]).toEqual([400, expect.stringContaining(says)]);
	});

	test.each([
		['nothing', () => ''],
		['a text', () => 'hello'],
		[
			'a video’s',
			(given: Record<string, unknown>) => JSON.stringify({ ...given, mediaType: 'video' }),
		],
		[
			'an address of LinkedIn that takes no uploads',
			(given: Record<string, unknown>) => moved(given, `${linkedIn.url}/rest/posts`),
		],
	])('400: a session that is not init’s: %s', async (_, spoil) => {
		const query = { session: spoil(await session()) };
		const before = linkedIn.journal.length;
		const { status, body } = await call('Image', { query, file: PICTURE });
		expect([status, body.error]).toEqual([400, 'this is not the uploadUrl that init gave']);
		expect(linkedIn.journal).toHaveLength(before);
	});

	test('the token goes to LinkedIn only', async () => {
		const given = await session();
		const before = linkedIn.journal.length;
		const query = { session: moved(given, 'https://example.com/dms-uploads/x') };
		const { status, body } = await call('Image', { query, file: PICTURE });
		expect(status).toBe(500);
		expect(body.error).toContain('which is not LinkedIn');
		expect(linkedIn.journal).toHaveLength(before);
	});
});
