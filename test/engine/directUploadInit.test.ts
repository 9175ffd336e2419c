import { fixturePath } from '../fixtures/make';
import { directUpload, PICTURE, VIDEO } from './directUploadSupport';
import { PAGE, sha256 } from './scene';
import { sendByCurl } from './thirdParty';

const FILE = fixturePath('talk.mp4');
const MIB = 1024 * 1024;

const { init, linkedIn, rows } = directUpload();
const SMALL = { mediaType: 'video', fileSize: 100_000, filename: 'talk.mp4' };

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
		uploadId: null,
		uploadUrl: expect.stringContaining(linkedIn.url) as unknown,
		uploadHeaders: {
			'Content-Type': 'application/octet-stream',
			'media-type-family': 'VIDEO',
		},
		partUploadRequests: [],
		expiresAt: expect.any(Number) as unknown,
		requiresAuthorization: false,
		note: expect.stringContaining('straight to LinkedIn') as unknown,
	});
	expect(rows()).toEqual([]);
	const { uploadUrl, uploadHeaders: headers } = body;
	const part = { partNumber: 1, firstByte: 0, size: VIDEO.length, uploadUrl, headers };
	const [put] = await sendByCurl({ parts: [part] }, FILE);
	expect(put?.httpStatusCode).toBe(200);
	expect(linkedIn.assets()[0]?.sha256).toBe(sha256(VIDEO));
});

test('a video in parts: addresses and an id, and nothing else that complete needs', async () => {
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
		uploadId: expect.stringMatching(/^[\da-f]{48}$/) as unknown,
		requiresAuthorization: false,
	});
	expect(asset?.metadata).toBeTruthy();
	expect(JSON.stringify(body)).not.toContain(asset?.metadata);
	expect(JSON.stringify(body)).not.toContain(asset?.mediaArtifact);
	// What is remembered holds no address: the caller has them.
	expect(JSON.stringify(rows())).not.toContain('http');
	expect(rows()).toMatchObject([{ uploadId: body.uploadId, kind: 'parts', expected: 51 }]);
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

test('an image goes through n8n: the caller gets no address of LinkedIn’s', async () => {
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
		uploadUrl: 'https://n8n.example.com/webhook/linkedin/posts/upload/image',
		uploadHeaders: {
			'Content-Type': 'application/octet-stream',
			'X-Upload-Id': body.uploadId,
		},
		requiresAuthorization: true,
		note: expect.stringContaining('the same key as this call') as unknown,
	});
	expect(body.uploadId).toMatch(/^[\da-f]{48}$/);
	expect(JSON.stringify(body)).not.toContain(linkedIn.url);
});

test('ids do not resemble each other, whatever Math.random gives', async () => {
	const picture = { mediaType: 'image', fileSize: 9, filename: 'a.png' };
	jest.spyOn(Math, 'random').mockReturnValueOnce(0).mockReturnValueOnce(0);
	const ids = [await init(picture), await init(picture)].map(({ body }) => String(body.uploadId));
	expect(ids[0]?.slice(0, 8)).not.toBe(ids[1]?.slice(0, 8));
	expect(ids[0]?.slice(-8)).not.toBe(ids[1]?.slice(-8));
});

test.each([
	['the setting', 1, 3_600_000],
	['LinkedIn, whose addresses expire earlier', 100_000, undefined],
])('an upload expires by %s', async (_, uploadHours, within) => {
	const began = Date.now();
	const fileSize = 200 * MIB + 1;
	const { body } = await init({ ...SMALL, fileSize }, { uploadHours });
	const [row] = rows();
	const expected =
		within === undefined ? linkedIn.assets()[0]?.uploadUrlsExpireAt : Number(row?.expiresAt);
	expect([row?.expiresAt, body.expiresAt]).toEqual([expected, expected]);
	if (within === undefined) return;
	expect(Number(expected)).toBeGreaterThanOrEqual(began + within);
	expect(Number(expected)).toBeLessThanOrEqual(Date.now() + within);
});

test('what has expired is forgotten at the next call', async () => {
	const picture = { mediaType: 'image', fileSize: 9, filename: 'a.png' };
	const ids = [await init(picture), await init(picture)].map(({ body }) => body.uploadId);
	for (const row of rows()) row.expiresAt = Date.now() - 1;
	const [row] = rows();
	if (row) row.expiresAt = Date.now() + 60_000;
	const third = await init(picture);
	expect(rows().map(({ uploadId }) => uploadId)).toEqual([ids[0], third.body.uploadId]);
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

test.each([PAGE, '2414183', 2414183, '', null])(
	'accountId %p is the owner that was selected, or nothing',
	async (accountId) => {
		expect((await init({ ...SMALL, accountId })).status).toBe(200);
		expect(linkedIn.assets()[0]?.owner).toBe(PAGE);
	},
);
