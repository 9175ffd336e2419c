import { fixture } from '../fixtures/make';
import { directUpload, PICTURE } from './directUploadSupport';
import { sha256 } from './scene';

const { beginImage, call, init, linkedIn, plan, requests, rows, sendParts } = directUpload();

const UNKNOWN = {
	status: 404,
	body: { error: expect.stringContaining('it is unknown, was used, or has expired') as unknown },
};

test('an image goes on to LinkedIn, once', async () => {
	const headers = await beginImage();
	expect(await call('Image', { headers, file: PICTURE })).toEqual({
		status: 201,
		body: { success: true, assetUrn: linkedIn.assets()[0]?.urn, status: 'AVAILABLE' },
	});
	expect(linkedIn.assets()[0]?.sha256).toBe(sha256(PICTURE));
	expect(rows()).toEqual([]);
	expect(await call('Image', { headers, file: PICTURE })).toEqual(UNKNOWN);
	expect(requests('assets.upload')).toHaveLength(1);
});

test('the document’s own request, which knows no size, can be gone on with', async () => {
	// connectsafely-upload-init, "Example".
	const { status, body } = await init({ mediaType: 'default', fileSize: 0, filename: 'photo.jpg' });
	expect(status).toBe(200);
	expect(body).toMatchObject({ success: true, uploadType: 'SINGLE', requiresAuthorization: true });
	const headers = { 'x-upload-id': String(body.uploadId) };
	const large = Buffer.alloc(1_000_001, 1);
	expect(await call('Image', { headers, file: large })).toEqual({
		status: 413,
		body: { error: 'the body has 1000001 bytes, but an image must have from 1 to 1000000' },
	});
	expect(await call('Image', { headers, file: PICTURE })).toMatchObject({ status: 201 });
	expect(linkedIn.assets()).toMatchObject([{ sha256: sha256(PICTURE) }]);
});

test('an id that was forged, or has expired, or is a video’s, sends nothing', async () => {
	const { uploadId } = await sendParts();
	await beginImage();
	const send = (id: string) => call('Image', { headers: { 'x-upload-id': id }, file: PICTURE });
	const before = linkedIn.journal.length;
	expect(await send('0'.repeat(48))).toEqual(UNKNOWN);
	expect(await send(uploadId)).toEqual(UNKNOWN);
	const [, row] = rows();
	if (row) row.expiresAt = Date.now() - 1;
	expect(await send(String(row?.uploadId))).toEqual(UNKNOWN);
	expect(linkedIn.journal).toHaveLength(before);
});

/** A session as nobody but an attacker would write it. */
const forged = (url: string) => ({
	...{ urn: 'urn:li:digitalmediaAsset:C5500AQG7r2u00ByWjw', owner: 'urn:li:person:x' },
	...{ fileName: 'a.gif', fileSizeBytes: PICTURE.length, mediaType: 'image' },
	...{ recipes: ['urn:li:digitalmediaRecipe:feedshare-image'], apiPath: 'rest', finalized: false },
	mediaArtifact:
		'urn:li:digitalmediaMediaArtifact:(urn:li:digitalmediaAsset:C5500AQG7r2u00ByWjw,urn:li:digitalmediaMediaArtifactClass:feedshare-uploadedImage)',
	parts: [
		{
			...{ partNumber: 1, firstByte: 0, lastByte: null },
			uploadUrl: url,
			headers: {
				'Content-Type': 'multipart/mixed; boundary=tail',
				'X-HTTP-Method-Override': 'POST',
			},
		},
	],
	decoy: '"uploadUrl":"https://api.linkedin.com/dms-uploads/x"',
});

/** A GIF that is one, and goes on as a request of several parts. */
const withTail = (): Buffer =>
	Buffer.concat([
		fixture('animation.gif'),
		Buffer.from(
			'\r\n--tail\r\nContent-Type: application/json\r\n\r\n{"author":"x"}\r\n--tail--\r\n',
		),
	]);

test.each(['/rest/posts', '/dms-uploads/../rest/posts', '/v2/ugcPosts'])(
	'a session that the caller brings to %s is never looked at',
	async (path) => {
		const session = forged(`${linkedIn.url}${path}`);
		const text = JSON.stringify(session);
		const file = withTail();
		const query = { session: text, uploadSession: text };
		const decoys = { 'x-upload-session': text, session: text };
		expect((await call('Image', { query, headers: decoys, file })).status).toBe(400);
		expect(linkedIn.journal).toEqual([]);

		// Nor beside a genuine id: the bytes go where LinkedIn wants them, as what they were announced.
		const headers = { ...decoys, ...(await beginImage(file)) };
		expect((await call('Image', { query, headers, file })).status).toBe(201);
		const [put, ...others] = linkedIn.journal.filter(({ method }) => method !== 'GET').slice(1);
		expect(others).toEqual([]);
		expect(put).toMatchObject({ method: 'PUT', endpoint: 'assets.upload' });
		expect(put?.headers['content-type']).not.toContain('multipart');
		expect(Object.keys(put?.headers ?? {})).not.toContain('x-http-method-override');
	},
);

test.each<[number, string, Buffer | undefined, Record<string, string>, string]>([
	[400, 'no bytes', undefined, { 'content-length': '0' }, 'the image is missing'],
	[411, 'no length', PICTURE, { 'content-length': '' }, 'Content-Length is missing'],
	[
		413,
		'more than was announced',
		Buffer.alloc(PICTURE.length + 1),
		{},
		'but init was called with',
	],
	[400, 'less than was announced', PICTURE.subarray(1), {}, 'but init was called with'],
	[400, 'no image', Buffer.alloc(PICTURE.length, 'hello'), {}, 'is not a JPG, PNG or GIF'],
	[
		400,
		'a page with the beginning of a GIF',
		Buffer.concat([Buffer.from('GIF89a'), Buffer.alloc(PICTURE.length - 6, '<script>')]),
		{},
		'pixels',
	],
])('%s: %s; the upload can be tried again', async (expected, _, file, header, says) => {
	const headers = await beginImage();
	const before = linkedIn.journal.length;
	const request = { headers: { ...headers, ...header }, ...(file && { file }) };
	const { status, body } = await call('Image', request);
	expect([status, body.error]).toEqual([expected, expect.stringContaining(says)]);
	expect(body.error).not.toContain('Check File');
	expect(linkedIn.journal).toHaveLength(before);
	expect((await call('Image', { headers, file: PICTURE })).status).toBe(201);
});

test('400: no id', async () => {
	await beginImage();
	const { status, body } = await call('Image', { file: PICTURE });
	expect([status, body.error]).toEqual([400, expect.stringContaining('X-Upload-Id is missing')]);
});

test('a length that is not the body’s does not get it past the check', async () => {
	const headers = { ...(await beginImage()), 'content-length': String(PICTURE.length) };
	const { status } = await call('Image', { headers, file: fixture('thumbnail.jpg') });
	expect(status).toBe(500);
	expect(requests('assets.upload')).toEqual([]);
});

test('409: while another call sends it', async () => {
	const headers = await beginImage();
	const [row] = rows();
	Object.assign(row ?? {}, { claimedBy: 'another', claimedUntil: Date.now() + 60_000 });
	expect((await call('Image', { headers, file: PICTURE })).status).toBe(409);
	expect(requests('assets.upload')).toEqual([]);
});

test('500: LinkedIn fails, and the image can be sent again', async () => {
	const headers = await beginImage();
	plan('assets.upload', 403);
	expect(await call('Image', { headers, file: PICTURE })).toEqual({
		status: 500,
		body: { error: 'LinkedIn denied access for this owner' },
	});
	expect((await call('Image', { headers, file: PICTURE })).status).toBe(201);
});
