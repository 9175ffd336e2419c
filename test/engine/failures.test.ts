import { fixture } from '../fixtures/make';
import type { Fault, PlanShape } from '../simulator';
import {
	ACCOUNT_OF_OTHERS,
	byUrn,
	HICCUP,
	LOST_ANSWER,
	OWNER,
	PAGE,
	scene,
	sha256,
	status,
	talk,
	talkWithSupplements,
	withSupplements,
} from './scene';

const VIDEO = fixture('talk.mp4');

// Many parts of a small file.
const { calls, linkedIn, plan, requests, ...scenery } = scene({
	linkedIn: { partBytes: 400_000 },
});
const upload = () => scenery.upload(talk());
const uploadAll = () => scenery.upload(talkWithSupplements).with(withSupplements);
const WAIT = { waitSeconds: 600 };

describe('initialize', () => {
	test.each<[string, Fault, RegExp[]]>([
		[
			'429 for longer than is waited',
			status(429, { retryAfter: 301 }),
			[/rate limit was reached/, /wait 301 seconds/, /midnight UTC/],
		],
		['500', status(500), [/LinkedIn returned a server error/]],
		[
			'400 INVALID_URN_ID',
			status(400, {
				body: { status: 400, code: 'INVALID_URN_ID', message: 'This URN Id is invalid' },
			}),
			[/an ID that LinkedIn doesn’t know/, /This URN Id is invalid/],
		],
		[
			'no answer',
			{ kind: 'resetBeforeBody' },
			[/LinkedIn didn’t respond/, /could take effect twice/],
		],
		['an answer that is lost', LOST_ANSWER, [/LinkedIn didn’t respond/]],
		['broken JSON', { kind: 'malformedJson' }, [/response can’t be used/, /the JSON is broken/]],
		['an HTML page', { kind: 'html' }, [/response can’t be used/]],
		['an empty body', { kind: 'emptyBody' }, [/response can’t be used/]],
		[
			'no instructions',
			{ kind: 'missingFields', fields: ['value.uploadInstructions'] },
			[/value\.uploadInstructions is missing/, /urn:li:video:/],
		],
		['no video', { kind: 'missingFields', fields: ['value.video'] }, [/value\.video is missing/]],
		[
			'a redirect',
			{ kind: 'redirect', location: 'http://127.0.0.1:9/' },
			[/redirect, which is never followed/],
		],
	])('%s is told, and it is sent only once', async (_, fault, says) => {
		plan('videos.initializeUpload', fault);
		await upload().fails(...says, 'Could not start the upload of "talk.mp4"');
		expect(calls()).toEqual(['videos.initializeUpload']);
	});

	test.each<[PlanShape, RegExp]>([
		['gap', /part \d starts at \d+, expected \d+/],
		['overlap', /part \d starts at \d+, expected \d+/],
		['wrongStart', /part 1 starts at \d+, expected 0/],
		['tooShort', /the parts end at byte \d+, but the file has \d+ bytes/],
		['unsorted', /part \d starts at \d+, expected \d+/],
		['noParts', /uploadInstructions is empty/],
		['noInstructions', /uploadInstructions is missing/],
	])('a plan with %s is refused before a byte is sent', async (planShape, says) => {
		linkedIn.configure({ planShape });
		const { told } = await upload().fails(says);
		expect(calls()).toEqual(['videos.initializeUpload']);
		expect(told).toContain(linkedIn.videos()[0]?.urn);
	});

	test.each(['captions', 'thumbnail'] as const)(
		'no address for the %s that were asked for: no byte is sent',
		async (what) => {
			linkedIn.configure({ readings: { [`${what}Url`]: 'omitted' } });
			const { session } = await uploadAll().fails(
				`LinkedIn returned no upload URL for the ${what} of "talk.mp4"`,
			);
			expect(calls()).toEqual(['videos.initializeUpload']);
			expect(session.urn).toBe(linkedIn.videos()[0]?.urn);
		},
	);
});

describe('rights', () => {
	test.each<[string, string, readonly string[], RegExp[]]>([
		[
			'a page without its scope',
			PAGE,
			['w_member_social'],
			[/w_organization_social/, /LinkedIn App is "Company Pages" or /],
		],
		[
			'a page of others',
			'urn:li:organization:999',
			['w_organization_social'],
			[/administrator or a direct sponsored content poster/],
		],
		['another member', 'urn:li:person:m3mbEr_2', ['w_member_social'], [/the member who connected/]],
		[
			'a member without the scope',
			OWNER,
			['openid', 'profile'],
			[/w_member_social/, /LinkedIn App is "Post as Yourself" or /],
		],
	])('403 for %s names what is missing', async (_, owner, scopes, says) => {
		const { error } = await upload()
			.as(owner)
			.scopes(...scopes)
			.fails(...says, owner);
		expect(calls()).toEqual(['videos.initializeUpload']);
		expect(error).toMatchObject({ name: 'NodeApiError', httpCode: '403' });
	});

	test('403 for a media library names the account and the role', async () => {
		await upload()
			.with({ libraryEntry: { associatedAccount: byUrn(ACCOUNT_OF_OTHERS) } })
			.fails(ACCOUNT_OF_OTHERS, /role in that ad account/);
	});
});

describe('parts', () => {
	test.each<[string, Fault]>([
		['408', status(408)],
		['429 with Retry-After', status(429, { retryAfter: 0 })],
		['500', status(500)],
		['503', status(503)],
		['a reset before the body', { kind: 'resetBeforeBody' }],
		['a reset in the body', { kind: 'resetMidBody' }],
		['an answer that is lost', LOST_ANSWER],
	])('%s on a part: it is sent again', async (_, fault) => {
		plan('videos.part', fault, { part: 2 });
		const { json } = await upload();
		expect(json.retries).toBe(1);
		const [video] = linkedIn.videos();
		expect(video?.sha256).toBe(sha256(VIDEO));
		expect(video?.finalizeCalls).toBe(1);
	});

	test.each<[string, Fault, RegExp]>([
		['no ETag', { kind: 'etag', form: 'none' }, /response has no ETag/],
		['an empty ETag', { kind: 'etag', form: 'empty' }, /response has no ETag/],
		['400', status(400), /rejected the request/],
		['401', status(401), /upload URL was refused[^]*LinkedIn, or a proxy/],
		['403', status(403), /upload URL was refused[^]*LinkedIn, or a proxy/],
		['410', status(410), /upload URL was refused[^]*LinkedIn, or a proxy/],
		['407', status(407), /the proxy between n8n and LinkedIn requires a login/],
		[
			'a proxy’s page',
			status(403, { body: '<h1>Blocked</h1>', headers: { 'content-type': 'text/html' } }),
			/upload URL was refused/,
		],
		[
			'400 EXPIRED_UPLOAD_URL',
			status(400, { body: { status: 400, code: 'EXPIRED_UPLOAD_URL' } }),
			/upload URL has expired/,
		],
		[
			'EXPIRED_UPLOAD_URL as a message',
			status(400, { body: { status: 400, message: 'EXPIRED_UPLOAD_URL' } }),
			/upload URL has expired/,
		],
		[
			'a redirect',
			{ kind: 'redirect', location: 'http://127.0.0.1:9/x' },
			/redirect, which is never followed/,
		],
	])('%s on a part: nothing is finalized, and the session is kept', async (_, fault, says) => {
		plan('videos.part', fault, { part: 2 });
		const { session } = await upload()
			.options({ partConcurrency: 1 })
			.fails(says, /part 2 of \d+ of "talk.mp4"/);
		expect(calls()).toEqual(['videos.initializeUpload', 'videos.part', 'videos.part']);
		const [video] = linkedIn.videos();
		expect(video?.status).toBe('WAITING_UPLOAD');
		expect(session).toMatchObject({
			urn: video?.urn,
			owner: video?.owner,
			fileName: 'talk.mp4',
			fileSizeBytes: VIDEO.length,
			uploadToken: video?.uploadToken,
			expiresAt: video?.uploadUrlsExpireAt,
			captions: 'none',
			thumbnail: 'none',
			finalized: false,
			parts: video?.parts.map(({ number, firstByte, lastByte, id }) => ({
				partNumber: number,
				firstByte,
				lastByte,
				...(number === 1 ? { etag: id } : {}),
			})),
		});
	});

	test('the first failure stops the other lanes', async () => {
		linkedIn.configure({ partBytes: 100_000 });
		plan('videos.part', 400, { part: 3 });
		await upload().options({ partConcurrency: 4 }).fails('part 3 of');
		expect(requests('videos.part').length).toBeLessThan(10);
		expect(requests('videos.finalizeUpload')).toEqual([]);
	});

	test('and does not wait for one that LinkedIn told to come back later', async () => {
		plan('videos.part', status(503, { retryAfter: 300 }), { part: 1 });
		plan('videos.part', 400, { part: 2 });
		await upload().options({ partConcurrency: 2 }).fails('part 2 of');
	});

	test('Max Retries bounds the tries', async () => {
		plan('videos.part', HICCUP, { part: 1, call: [1, 2, 3] });
		const { error } = await upload()
			.options({ maxRetries: 2, partConcurrency: 1 })
			.fails('part 1 of');
		expect(error).toMatchObject({ httpCode: '503' });
		expect(requests('videos.part').filter(({ part }) => part === 1)).toHaveLength(3);
	});

	test.each(['401', '400'] as const)('an expired URL (%s) is told as such', async (expiredUrl) => {
		linkedIn.configure({ uploadUrlMs: 0, readings: { expiredUrl } });
		await upload()
			.options({ partConcurrency: 1 })
			.fails('upload URL has expired', 'You don’t need to reconnect');
		expect(calls()).toEqual(['videos.initializeUpload', 'videos.part']);
	});

	test('a worker’s clock that is hours ahead vetoes nothing', async () => {
		linkedIn.configure({ uploadUrlMs: 3_600_000 });
		const ahead = jest.spyOn(Date, 'now');
		const step = upload().during(async (until) => {
			await until(() => requests('videos.initializeUpload').length === 1);
			// The simulator lives in the same process: its clock goes back by as much.
			ahead.mockImplementation(() => new Date().getTime() + 7_200_000);
			linkedIn.clock.advance(-7_200_000);
		});
		const { json } = await step;
		ahead.mockRestore();
		expect(json.status).toBe('AVAILABLE');
	});
});

describe('captions and thumbnail that fail', () => {
	test.each(['captions', 'thumbnail'] as const)('%s: the upload fails by default', async (what) => {
		plan(`videos.${what}`, 400);
		const { session } = await uploadAll().fails(`Could not upload the ${what} of "talk.mp4"`);
		expect(requests('videos.finalizeUpload')).toEqual([]);
		expect(session[what]).toBe('due');
	});

	test.each(['captions', 'thumbnail'] as const)('%s: or it goes on without them', async (what) => {
		plan(`videos.${what}`, 400);
		const { json, hints } = await uploadAll().options({ onSupplementFailure: 'continue' });
		expect(json).toMatchObject({ captions: 'uploaded', thumbnail: 'uploaded', [what]: 'failed' });
		expect(hints[0]).toContain(`Continuing without ${what}`);
		expect(linkedIn.videos()[0]?.sha256).toBe(sha256(VIDEO));
	});

	test('captions go once, a thumbnail may go again', async () => {
		plan('videos.thumbnail', HICCUP);
		const { json } = await uploadAll();
		expect(json.thumbnail).toBe('uploaded');
		plan('videos.captions', HICCUP);
		await uploadAll().fails('captions');
		expect(requests('videos.captions')).toHaveLength(2);
	});
});

describe('finalize', () => {
	test('an answer that is lost: the video’s state decides, and it is not sent again', async () => {
		linkedIn.configure({ processing: { kind: 'manual' } });
		plan('videos.finalizeUpload', LOST_ANSWER);
		const { json, hints } = await upload();
		expect(json.status).toBe('PROCESSING');
		expect(linkedIn.videos()[0]?.finalizeCalls).toBe(1);
		expect(hints[0]).toContain('it succeeded');
	});

	test.each<[string, Fault]>([
		['no answer', { kind: 'resetBeforeBody' }],
		['500', status(500)],
	])('%s while LinkedIn still waits for it: it is sent once more', async (_, fault) => {
		plan('videos.finalizeUpload', fault);
		await upload();
		const sent = requests('videos.finalizeUpload').map(({ carriedOut }) => carriedOut);
		expect(sent).toEqual([false, true]);
		expect(linkedIn.videos()[0]?.sha256).toBe(sha256(VIDEO));
	});

	test('no answer and no right to read: it is not sent again, and the error says to look', async () => {
		linkedIn.configure({ readings: { memberReadsVideo: 'refused' } });
		plan('videos.finalizeUpload', LOST_ANSWER);
		const { told, session } = await upload()
			.scopes('w_member_social')
			.fails('It’s unclear whether the upload was completed');
		expect(told).toContain(linkedIn.videos()[0]?.urn);
		expect(requests('videos.finalizeUpload')).toHaveLength(1);
		expect(session.urn).toBe(linkedIn.videos()[0]?.urn);
	});

	test('a refusal is an error with the session', async () => {
		plan('videos.finalizeUpload', 400);
		const { session } = await upload().fails('Could not finalize the upload of "talk.mp4"');
		expect(requests('videos.finalizeUpload')).toHaveLength(1);
		expect(session.finalized).toBe(false);
	});
});

describe('processing', () => {
	test.each([600, 0])(
		'PROCESSING_FAILED is an error with LinkedIn’s reason (waiting %d seconds)',
		async (waitSeconds) => {
			linkedIn.nextVideo({ kind: 'immediate', failure: 'Unsupported codec' });
			const { told, session } = await upload()
				.options({ waitSeconds })
				.fails('could not process the video "talk.mp4"', 'Unsupported codec');
			expect(told).toContain(linkedIn.videos()[0]?.urn);
			expect(session).toMatchObject({ urn: linkedIn.videos()[0]?.urn, finalized: true });
		},
	);

	test('a status that cannot be read for a while: the wait goes on', async () => {
		plan('videos.get', HICCUP, { call: [1, 2] });
		const { json, hints } = await upload().options(WAIT);
		expect(json).toMatchObject({ status: 'AVAILABLE', retries: 2 });
		expect(hints).toEqual([]);
	});

	test('a status that cannot be read at all does not fail the upload', async () => {
		plan('videos.get', 503, { call: 'every' });
		const { json, hints } = await upload().options({ waitSeconds: 1 });
		expect(json.status).toBe('UNKNOWN');
		expect(hints[0]).toContain('was uploaded, but its status could not be read');
	});

	test('without waiting it is read once, and nobody is bothered when that fails', async () => {
		plan('videos.get', status(429, { retryAfter: 200 }));
		const { json, hints } = await upload();
		expect(json.status).toBe('UNKNOWN');
		expect(hints).toEqual([]);
		expect(requests('videos.get')).toHaveLength(1);
	});
});
