import { fixturePath } from '../fixtures/make';
import { directUpload, VIDEO, type Completion } from './directUploadSupport';
import { sha256 } from './scene';
import { sendByCurl } from './thirdParty';

const { beginImage, call, linkedIn, plan, requests, rows, sendParts } = directUpload();

const complete = (body: unknown, headers = {}) => call('Complete', { body, headers });
const UNKNOWN = {
	status: 404,
	body: {
		error: expect.stringContaining('it is unknown, was completed, or has expired') as unknown,
	},
};

test('complete links the parts that curl has sent, once', async () => {
	const body = await sendParts((parts) => sendByCurl({ parts }, fixturePath('talk.mp4')));
	const [asset] = linkedIn.assets();
	expect(await complete(body)).toEqual({
		status: 200,
		body: { success: true, assetUrn: asset?.urn, status: 'AVAILABLE' },
	});
	expect(linkedIn.assets()[0]?.sha256).toBe(sha256(VIDEO));
	expect(rows()).toEqual([]);
	expect(await complete(body)).toEqual(UNKNOWN);
	expect(requests('assets.completeMultiPartUpload')).toHaveLength(1);
});

test.each<[string, (id: string) => string]>([
	['forged', () => '0'.repeat(48)],
	['cut short', (id) => id.slice(0, -1)],
	['in another case', (id) => id.toUpperCase()],
	['with a wildcard', (id) => `${id.slice(0, 4)}%`],
	['with an SQL’s end', (id) => `${id}' OR '1'='1`],
	['empty', () => ''],
])('complete: an id that is %s is unknown', async (_, forge) => {
	const { uploadId, ...body } = await sendParts();
	expect(await complete({ ...body, uploadId: forge(uploadId) })).toEqual(UNKNOWN);
	expect(requests('assets.completeMultiPartUpload')).toEqual([]);
	expect(rows()).toHaveLength(1);
});

test('complete: an id that has expired is unknown', async () => {
	const body = await sendParts();
	for (const row of rows()) row.expiresAt = Date.now() - 1;
	expect(await complete(body)).toEqual(UNKNOWN);
	expect(requests('assets.completeMultiPartUpload')).toEqual([]);
});

test('complete: the id of an image is unknown', async () => {
	const id = await beginImage();
	const body = { uploadId: id['x-upload-id'], partUploadResponses: [{}] };
	expect(await complete(body)).toEqual(UNKNOWN);
});

test('complete: nothing else in the body is looked at', async () => {
	const other = await sendParts();
	const [row] = rows();
	const body = await sendParts();
	const mine = linkedIn.assets().at(-1)?.urn;
	const { mediaArtifact, metadata } = JSON.parse(String(row?.upload)) as Record<string, unknown>;
	const session = {
		urn: 'urn:li:digitalmediaAsset:x',
		parts: [{ uploadUrl: `${linkedIn.url}/rest/posts` }],
	};
	const decoys = {
		...{ mediaArtifactUrn: mediaArtifact, multipartMetadata: metadata, metadata, mediaArtifact },
		...{ upload: row?.upload, kind: 'parts', claimedBy: '', expected: 0 },
		...{ session, uploadSession: session, expiresAt: 9e15, apiPath: '/rest/posts' },
	};
	const { status, body: answer } = await complete({ ...decoys, ...body });
	expect([status, answer.assetUrn]).toEqual([200, mine]);
	expect(rows().map(({ uploadId }) => uploadId)).toEqual([other.uploadId]);
	expect(requests('assets.completeMultiPartUpload')).toHaveLength(1);
});

test('complete: while another call does it, 409', async () => {
	const body = await sendParts();
	const [row] = rows();
	Object.assign(row ?? {}, { claimedBy: 'another', claimedUntil: Date.now() + 60_000 });
	expect((await complete(body)).status).toBe(409);
	expect(requests('assets.completeMultiPartUpload')).toEqual([]);
	// A call that died has claimed it for some minutes only.
	Object.assign(row ?? {}, { claimedUntil: Date.now() - 1 });
	expect((await complete(body)).status).toBe(200);
});

test('complete: what failed may be tried again', async () => {
	const body = await sendParts();
	const secret = { message: 'internal-host.example said so' };
	const fails = { kind: 'status', status: 503, body: secret } as const;
	plan('assets.completeMultiPartUpload', fails, { call: [1, 2] });
	expect(await complete(body)).toEqual({
		status: 500,
		body: { error: expect.stringMatching(/^it failed at LinkedIn or in this workflow/) as unknown },
	});
	expect(rows()).toMatchObject([{ uploadId: body.uploadId, claimedUntil: 0 }]);
	expect((await complete(body)).status).toBe(200);
});

test.each<[string, (body: Completion) => unknown, RegExp]>([
	['no id', (body) => ({ ...body, uploadId: undefined }), /^uploadId is missing/],
	['an id that is no text', (body) => ({ ...body, uploadId: { $ne: '' } }), /^uploadId is missing/],
	['no list', (body) => ({ ...body, partUploadResponses: 'all' }), /must be a list/],
	['an empty list', (body) => ({ ...body, partUploadResponses: [] }), /must be a list/],
	[
		'a list of junk',
		(body) => ({ ...body, partUploadResponses: [null, 7, {}] }),
		/^Uploaded Parts/,
	],
	['a text', () => 'hello', /^uploadId is missing/],
	['a list as body', (body) => [body], /^uploadId is missing/],
	['null', () => null, /^uploadId is missing/],
	[
		'a part missing',
		({ partUploadResponses: list, ...body }) => ({ ...body, partUploadResponses: list.slice(1) }),
		/^partUploadResponses has 2 entries, but the upload has 3 parts$/,
	],
	[
		'a part twice',
		({ partUploadResponses: [one, two], ...body }) => ({
			...body,
			partUploadResponses: [one, two, two],
		}),
		/^Uploaded Parts/,
	],
	[
		'a part that was refused',
		({ partUploadResponses: list, ...body }) => ({
			...body,
			partUploadResponses: list.map((part) => ({ ...part, httpStatusCode: 403 })),
		}),
		/has status 403/,
	],
	[
		'ETags that LinkedIn does not know',
		({ partUploadResponses: list, ...body }) => ({
			...body,
			partUploadResponses: list.map((part, index) => ({ ...part, headers: { ETag: `x${index}` } })),
		}),
		/LinkedIn said/,
	],
])('complete, 400: %s', async (_, spoil, says) => {
	const body = await sendParts();
	const { status, body: answer } = await complete(spoil(body));
	expect(answer).toEqual({ error: expect.stringMatching(says) as unknown });
	expect(status).toBe(400);
	expect((await complete(body)).status).toBe(200);
});

test.each([
	['by its length', { uploadId: 'x', partUploadResponses: [] }, { 'content-length': '2097153' }],
	['by its contents', { uploadId: 'x', partUploadResponses: ['a'.repeat(2_097_152)] }, {}],
])('complete, 413: a large body, %s', async (_, body, headers) => {
	expect(await complete(body, headers)).toEqual({
		status: 413,
		body: { error: 'the body is larger than 2097152 bytes' },
	});
});
