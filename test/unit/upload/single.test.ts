import type { ClientOptions } from '../../../linkedin/api/client';
import { LinkedInError } from '../../../linkedin/api/error';
import type { SendAuthorized } from '../../../linkedin/api/http';
import { DOCUMENTS, IMAGES } from '../../../linkedin/media/collections';
import type { UploadStart } from '../../../linkedin/upload/initialize';
import { initializeSingle, sendSingle } from '../../../linkedin/upload/single';
import { UploadFailure } from '../../../linkedin/upload/uploadFailure';
import { ACCOUNT, answer, failureOf, NOW, PERSON, play, type Step } from '../api/support';
import { HOUR, UPLOADS, uploadLab } from './support';

const IMAGE = 'urn:li:image:C4E10AQFn10iWtKexVA';
const URL_OF_IMAGE = `${UPLOADS}/image?sig=s`;
const started = (changes: Record<string, unknown> = {}) =>
	answer(200, {
		value: {
			image: IMAGE,
			uploadUrl: URL_OF_IMAGE,
			uploadUrlExpiresAt: NOW + HOUR,
			...changes,
		},
	});
const SESSION = {
	urn: IMAGE,
	owner: PERSON,
	fileName: 'photo.png',
	fileSizeBytes: 3,
	uploadUrl: URL_OF_IMAGE,
	expiresAt: NOW + HOUR,
	uploaded: true,
};
const REFRESH = { token: { hasRefreshToken: true } };
const BYTES = Buffer.from('png');
const upload: UploadStart = { owner: PERSON, fileName: 'photo.png', fileSizeBytes: 3 };

function uploading(
	steps: readonly Step[],
	options: Partial<ClientOptions> & { signal?: AbortSignal } = {},
	what = upload,
) {
	const { requests, send } = play(steps);
	const renewals: Array<boolean | undefined> = [];
	const authorized: SendAuthorized = (request, { refresh } = {}) => {
		renewals.push(refresh);
		return send(request);
	};
	const lab = uploadLab({ send: authorized, ...options });
	const run = async () => {
		const session = await initializeSingle(lab.context, IMAGES, what);
		return sendSingle(lab.context, IMAGES, session, BYTES);
	};
	return { ...lab, requests, renewals, run };
}

test('an image is announced, then sent in one piece with the token', async () => {
	const { run, requests, renewals, sent } = uploading([started(), answer(201)]);
	expect(await run()).toEqual(SESSION);
	expect(requests[0]?.url).toBe('https://api.linkedin.com/rest/images?action=initializeUpload');
	expect(JSON.parse(String(requests[0]?.body))).toEqual({
		initializeUploadRequest: { owner: PERSON },
	});
	expect(requests[1]).toMatchObject({
		method: 'PUT',
		url: URL_OF_IMAGE,
		headers: { 'Content-Type': 'application/octet-stream', 'Content-Length': '3' },
		body: BYTES,
		timeoutMs: 300_001,
	});
	expect(requests).toHaveLength(2);
	// The PUT hands a 401 back first: its URL could have expired.
	expect(renewals).toStrictEqual([undefined, false]);
	expect(sent).toEqual([]);
});

test('a media library entry goes along', async () => {
	const library = { associatedAccount: ACCOUNT, assetName: 'Photo' };
	const { run, requests } = uploading([started(), answer(201)], {}, { ...upload, library });
	await run();
	expect(JSON.parse(String(requests[0]?.body))).toEqual({
		initializeUploadRequest: { owner: PERSON, mediaLibraryMetadata: library },
	});
});

describe('a 401', () => {
	test('before the URL’s date lets n8n renew the token', async () => {
		const { run, renewals, requests } = uploading([started(), answer(401), answer(201)], REFRESH);
		expect(await run()).toEqual(SESSION);
		expect(renewals).toStrictEqual([undefined, false, undefined]);
		expect(requests[2]).toEqual(requests[1]);
	});

	test('that stays is about the connection', async () => {
		const { run, renewals } = uploading([started(), answer(401), answer(401)], REFRESH);
		const failure = await failureOf(UploadFailure, run);
		expect(failure.message).toContain('the LinkedIn connection has expired');
		expect(renewals).toHaveLength(3);
	});

	test('without a refresh token is the connection’s end: the image is not sent again', async () => {
		const { run, renewals } = uploading([started(), answer(401)]);
		const failure = await failureOf(UploadFailure, run);
		expect(failure.message).toBe(
			'Could not upload the image "photo.png": the LinkedIn connection has expired',
		);
		expect(renewals).toStrictEqual([undefined, false]);
	});

	test('of a URL without a date lets n8n renew the token too', async () => {
		const undated = started({ uploadUrlExpiresAt: undefined });
		const { run, renewals } = uploading([undated, answer(401), answer(201)], REFRESH);
		expect(await run()).toMatchObject({ urn: IMAGE });
		expect(renewals).toStrictEqual([undefined, false, undefined]);
	});

	test('after the URL’s date leaves the token alone', async () => {
		let now = NOW;
		const late = () => {
			now += HOUR;
			return answer(401);
		};
		const { run, renewals } = uploading([started(), late], {
			...REFRESH,
			now: () => now,
		});
		const failure = await failureOf(UploadFailure, run);
		expect(failure.reason).toMatchObject({ code: 'EXPIRED_UPLOAD_URL', status: 401 });
		expect(renewals).toStrictEqual([undefined, false]);
	});
});

test('a PUT that fails for a moment is sent again', async () => {
	const { run, client } = uploading([started(), answer(503), answer(201)]);
	expect(await run()).toEqual(SESSION);
	expect(client.retries).toBe(1);
});

test.each([201, 403])('only a 401 is sent again for a new token: %d is not', async (status) => {
	const { run, renewals } = uploading([started(), answer(status)], REFRESH);
	await run().catch(() => undefined);
	expect(renewals).toStrictEqual([undefined, false]);
});

test('a cancel ends the wait for the next try', async () => {
	const { signal } = new AbortController();
	const given: Array<AbortSignal | undefined> = [];
	const { run } = uploading([started(), answer(503), answer(201)], {
		signal,
		sleep: (_milliseconds, own) => Promise.resolve(void given.push(own)),
	});
	await run();
	expect(given).toEqual([signal]);
});

test('a refused start leaves nothing to resume', async () => {
	const { run } = uploading([answer(403)]);
	const error = await failureOf(LinkedInError, run);
	expect(error.message).toContain('Could not start the upload of "photo.png"');
});

test('a failure after the start carries the session', async () => {
	const failure = await failureOf(UploadFailure, uploading([started(), answer(413)]).run);
	expect(failure.session).toEqual({ ...SESSION, uploaded: false });
});

test('no byte and no token goes to a foreign address', async () => {
	const { run, requests } = uploading([started({ uploadUrl: 'https://evil.example/?sig=s' })]);
	const failure = await failureOf(UploadFailure, run);
	expect(failure.message).toContain('points to https://evil.example, which is not LinkedIn');
	expect(requests).toHaveLength(1);
});

test('bytes that have arrived are not sent again', async () => {
	const lab = uploadLab();
	const session = { ...SESSION, uploaded: true };
	expect(await sendSingle(lab.context, IMAGES, session, BYTES)).toBe(session);
	expect([lab.requests, lab.sent]).toEqual([[], []]);
});

test('a document is announced and named as one', async () => {
	const urn = 'urn:li:document:C4E10AQFn10iWtKexVA';
	const value = { document: urn, uploadUrl: URL_OF_IMAGE };
	const lab = uploadLab({ api: [answer(200, { value }), answer(413)] });
	const session = await initializeSingle(lab.context, DOCUMENTS, upload);
	expect(session).toMatchObject({ urn, uploaded: false });
	expect(lab.requests[0]?.url).toContain('/rest/documents?action=initializeUpload');
	const failure = await failureOf(UploadFailure, () =>
		sendSingle(lab.context, DOCUMENTS, session, BYTES),
	);
	expect(failure.message).toContain('Could not upload the document "photo.png"');
	expect(session.uploaded).toBe(false);
});
