import { fixture } from '../fixtures/make';
import type { Fault } from '../simulator';
import type { PlanShape } from '../simulator';
import type { RunNodeResult } from './harness';
import {
	byUrn,
	calls,
	expectClean,
	item,
	openLab,
	PAGE,
	requests,
	sessionOf,
	sha256,
	talk,
	told,
	type Lab,
	type LabRun,
} from './lab';

const VIDEO = fixture('talk.mp4');

let lab: Lab;
beforeAll(async () => {
	lab = await openLab();
});
beforeEach(async () => {
	await lab.simulator.reset();
	// Many parts of a small file.
	lab.simulator.configure({ partBytes: 400_000 });
});
afterAll(() => lab.close());

async function upload(options: LabRun = {}): Promise<RunNodeResult> {
	const result = await lab.run({ items: [item({ data: talk() })], ...options });
	expectClean(lab, result);
	return result;
}

const withSupplements: LabRun = {
	parameters: {
		captionsSource: 'binaryData',
		thumbnailSource: 'binaryData',
	},
	items: [
		item({
			data: talk(),
			captions: { content: fixture('talk.srt'), fileName: 'talk.srt' },
			thumbnail: { content: fixture('thumbnail.jpg'), fileName: 'thumbnail.jpg' },
		}),
	],
};

const status = (code: number, more: Partial<Extract<Fault, { kind: 'status' }>> = {}): Fault => ({
	kind: 'status',
	status: code,
	...more,
});

describe('initialize', () => {
	test.each<[string, Fault, RegExp[]]>([
		[
			'429',
			status(429, { retryAfter: 7 }),
			[/rate limit is reached/, /wait 7 seconds/, /midnight UTC/],
		],
		['500', status(500), [/LinkedIn had a failure of its own/]],
		[
			'400 INVALID_URN_ID',
			status(400, {
				body: { status: 400, code: 'INVALID_URN_ID', message: 'This URN Id is invalid' },
			}),
			[/an id that LinkedIn does not know/, /This URN Id is invalid/],
		],
		[
			'no answer',
			{ kind: 'resetBeforeBody' },
			[/LinkedIn gave no answer/, /could have been carried out twice/],
		],
		['an answer that is lost', { kind: 'resetAfterCarriedOut' }, [/LinkedIn gave no answer/]],
		['broken JSON', { kind: 'malformedJson' }, [/answer cannot be used/, /the JSON is broken/]],
		['an HTML page', { kind: 'html' }, [/answer cannot be used/]],
		['an empty body', { kind: 'emptyBody' }, [/answer cannot be used/]],
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
		lab.simulator.plan({ on: 'videos.initializeUpload', fault });
		const result = await upload();
		expect(calls(lab.simulator)).toEqual(['videos.initializeUpload']);
		for (const words of says) expect(told(result)).toMatch(words);
		expect(told(result)).toContain('Could not start the upload of "talk.mp4"');
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
		lab.simulator.configure({ planShape });
		const result = await upload();
		expect(calls(lab.simulator)).toEqual(['videos.initializeUpload']);
		expect(told(result)).toMatch(says);
		expect(told(result)).toContain(lab.simulator.videos()[0]?.urn);
	});

	test.each(['captions', 'thumbnail'] as const)(
		'no address for the %s that were asked for: no byte is sent',
		async (what) => {
			lab.simulator.configure({ readings: { [`${what}Url`]: 'omitted' } });
			const result = await upload(withSupplements);
			expect(calls(lab.simulator)).toEqual(['videos.initializeUpload']);
			expect(told(result)).toContain(`LinkedIn gave no address for the ${what} of "talk.mp4"`);
			expect(sessionOf(result).urn).toBe(lab.simulator.videos()[0]?.urn);
		},
	);
});

describe('rights', () => {
	test.each<[string, string, readonly string[], RegExp[]]>([
		[
			'a page without its scope',
			PAGE,
			['w_member_social'],
			[/w_organization_social/, /LinkedIn App "Company Pages" or /],
		],
		[
			'a page of others',
			'urn:li:organization:999',
			['w_organization_social'],
			[/administrator or a direct sponsored content poster/],
		],
		[
			'another member',
			'urn:li:person:m3mbEr_2',
			['w_member_social'],
			[/the very member who connected/],
		],
		[
			'a member without the scope',
			'urn:li:person:m3mbEr_1',
			['openid', 'profile'],
			[/w_member_social/, /LinkedIn App "Post as Yourself" or /],
		],
	])('403 for %s names what is missing', async (_, owner, scopes, says) => {
		const result = await upload({
			parameters: { owner: byUrn(owner) },
			credential: lab.credential({ scopes }),
		});
		expect(calls(lab.simulator)).toEqual(['videos.initializeUpload']);
		expect(result.error).toMatchObject({ name: 'NodeApiError', httpCode: '403' });
		for (const words of says) expect(told(result)).toMatch(words);
		expect(told(result)).toContain(owner);
	});

	test('403 for a media library names the account and the role', async () => {
		const result = await upload({
			parameters: {
				libraryEntry: { associatedAccount: byUrn('urn:li:sponsoredAccount:521498108') },
			},
		});
		expect(told(result)).toContain('urn:li:sponsoredAccount:521498108');
		expect(told(result)).toMatch(/role in that ad account/);
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
		['an answer that is lost', { kind: 'resetAfterCarriedOut' }],
	])('%s on a part: it is sent again', async (_, fault) => {
		lab.simulator.plan({ on: 'videos.part', part: 2, fault });
		const result = await upload();
		expect(result.error).toBeUndefined();
		expect(result.items[0]?.json.retries).toBe(1);
		const [video] = lab.simulator.videos();
		expect(video?.sha256).toBe(sha256(VIDEO));
		expect(video?.finalizeCalls).toBe(1);
	});

	test.each<[string, Fault, RegExp]>([
		['no ETag', { kind: 'etag', form: 'none' }, /answer has no ETag/],
		['an empty ETag', { kind: 'etag', form: 'empty' }, /answer has no ETag/],
		['400', status(400), /the request is wrong/],
		['401', status(401), /upload URL has expired/],
		['403', status(403), /upload URL has expired/],
		['410', status(410), /upload URL has expired/],
		[
			'400 EXPIRED_UPLOAD_URL',
			status(400, { body: { status: 400, code: 'EXPIRED_UPLOAD_URL' } }),
			/upload URL has expired/,
		],
		[
			'a redirect',
			{ kind: 'redirect', location: 'http://127.0.0.1:9/x' },
			/redirect, which is never followed/,
		],
	])('%s on a part: nothing is finalized, and the session is kept', async (_, fault, says) => {
		lab.simulator.plan({ on: 'videos.part', part: 2, fault });
		const result = await upload({ parameters: { options: { partConcurrency: 1 } } });
		expect(told(result)).toMatch(says);
		expect(told(result)).toMatch(/part 2 of \d+ of "talk.mp4"/);
		expect(calls(lab.simulator)).toEqual(['videos.initializeUpload', 'videos.part', 'videos.part']);
		const [video] = lab.simulator.videos();
		expect(video?.status).toBe('WAITING_UPLOAD');
		expect(sessionOf(result)).toMatchObject({
			urn: video?.urn,
			owner: video?.owner,
			fileName: 'talk.mp4',
			fileSizeBytes: VIDEO.length,
			uploadToken: video?.uploadToken,
			expiresAt: video?.uploadUrlsExpireAt,
			captions: 'none',
			thumbnail: 'none',
			finalized: false,
			parts: video?.parts.map((part) => ({
				partNumber: part.number,
				firstByte: part.firstByte,
				lastByte: part.lastByte,
				...(part.number === 1 ? { etag: part.id } : {}),
			})),
		});
	});

	test('the first failure stops the other lanes', async () => {
		lab.simulator.configure({ partBytes: 100_000 });
		lab.simulator.plan({ on: 'videos.part', part: 3, fault: status(400) });
		const result = await upload({ parameters: { options: { partConcurrency: 4 } } });
		expect(told(result)).toContain('part 3 of');
		expect(requests(lab.simulator, 'videos.part').length).toBeLessThan(10);
		expect(requests(lab.simulator, 'videos.finalizeUpload')).toEqual([]);
	});

	test('and does not wait for one that LinkedIn told to come back later', async () => {
		lab.simulator.plan({ on: 'videos.part', part: 1, fault: status(503, { retryAfter: 300 }) });
		lab.simulator.plan({ on: 'videos.part', part: 2, fault: status(400) });
		const result = await upload({ parameters: { options: { partConcurrency: 2 } } });
		expect(told(result)).toContain('part 2 of');
	});

	test('Max Retries bounds the tries', async () => {
		lab.simulator.plan({
			on: 'videos.part',
			part: 1,
			call: [1, 2, 3],
			fault: status(503, { retryAfter: 0 }),
		});
		const result = await upload({ parameters: { options: { maxRetries: 2, partConcurrency: 1 } } });
		expect(told(result)).toContain('part 1 of');
		expect(result.error).toMatchObject({ httpCode: '503' });
		const tries = requests(lab.simulator, 'videos.part').filter(({ part }) => part === 1);
		expect(tries).toHaveLength(3);
	});

	test('URLs that expire between the parts are told by their own date', async () => {
		lab.simulator.configure({ uploadUrlMs: 0 });
		const result = await upload();
		expect(told(result)).toContain('upload URL has expired');
		expect(told(result)).toContain('there is no need to connect again');
		expect(calls(lab.simulator)).toEqual(['videos.initializeUpload']);
	});
});

describe('captions and thumbnail that fail', () => {
	test.each(['captions', 'thumbnail'] as const)('%s: the upload fails by default', async (what) => {
		lab.simulator.plan({ on: `videos.${what}`, fault: status(400) });
		const result = await upload(withSupplements);
		expect(told(result)).toContain(`Could not upload the ${what} of "talk.mp4"`);
		expect(requests(lab.simulator, 'videos.finalizeUpload')).toEqual([]);
		expect(sessionOf(result)[what]).toBe('due');
	});

	test.each(['captions', 'thumbnail'] as const)('%s: or it goes on without them', async (what) => {
		lab.simulator.plan({ on: `videos.${what}`, fault: status(400) });
		const result = await upload({
			...withSupplements,
			parameters: { ...withSupplements.parameters, options: { onSupplementFailure: 'continue' } },
		});
		expect(result.error).toBeUndefined();
		expect(result.items[0]?.json).toMatchObject({
			captions: 'uploaded',
			thumbnail: 'uploaded',
			[what]: 'failed',
		});
		expect(result.hints[0]?.message).toContain(`goes without its ${what}`);
		expect(lab.simulator.videos()[0]?.sha256).toBe(sha256(VIDEO));
	});

	test('captions go once, a thumbnail may go again', async () => {
		lab.simulator.plan({ on: 'videos.thumbnail', fault: status(503, { retryAfter: 0 }) });
		const good = await upload(withSupplements);
		expect(good.items[0]?.json.thumbnail).toBe('uploaded');
		lab.simulator.plan({ on: 'videos.captions', fault: status(503, { retryAfter: 0 }) });
		const bad = await upload(withSupplements);
		expect(told(bad)).toContain('captions');
		expect(requests(lab.simulator, 'videos.captions')).toHaveLength(2);
	});
});

describe('finalize', () => {
	test.each<[string, Fault]>([['an answer that is lost', { kind: 'resetAfterCarriedOut' }]])(
		'%s: the video’s state decides, and it is not sent again',
		async (_, fault) => {
			lab.simulator.configure({ processing: { kind: 'manual' } });
			lab.simulator.plan({ on: 'videos.finalizeUpload', fault });
			const result = await upload();
			expect(result.error).toBeUndefined();
			expect(result.items[0]?.json.status).toBe('PROCESSING');
			expect(lab.simulator.videos()[0]?.finalizeCalls).toBe(1);
			expect(result.hints[0]?.message).toContain('was carried out');
		},
	);

	test.each<[string, Fault]>([
		['no answer', { kind: 'resetBeforeBody' }],
		['500', status(500)],
		['429', status(429, { retryAfter: 0 })],
	])('%s while LinkedIn still waits for it: it is sent once more', async (_, fault) => {
		lab.simulator.plan({ on: 'videos.finalizeUpload', fault });
		const result = await upload();
		expect(result.error).toBeUndefined();
		expect(
			requests(lab.simulator, 'videos.finalizeUpload').map(({ carriedOut }) => carriedOut),
		).toEqual([false, true]);
		expect(lab.simulator.videos()[0]?.sha256).toBe(sha256(VIDEO));
	});

	test('no answer and no right to read: it is not sent again, and the error says to look', async () => {
		lab.simulator.configure({ readings: { memberReadsVideo: 'refused' } });
		lab.simulator.plan({ on: 'videos.finalizeUpload', fault: { kind: 'resetAfterCarriedOut' } });
		const result = await upload({ credential: lab.credential({ scopes: ['w_member_social'] }) });
		expect(told(result)).toContain('Whether it was carried out is unknown');
		expect(told(result)).toContain(lab.simulator.videos()[0]?.urn);
		expect(requests(lab.simulator, 'videos.finalizeUpload')).toHaveLength(1);
		expect(sessionOf(result).urn).toBe(lab.simulator.videos()[0]?.urn);
	});

	test('a refusal is an error with the session', async () => {
		lab.simulator.plan({ on: 'videos.finalizeUpload', fault: status(400) });
		const result = await upload();
		expect(told(result)).toContain('Could not finalize the upload of "talk.mp4"');
		expect(requests(lab.simulator, 'videos.finalizeUpload')).toHaveLength(1);
		expect(sessionOf(result).finalized).toBe(false);
	});
});

describe('processing', () => {
	test.each([true, false])(
		'PROCESSING_FAILED is an error with LinkedIn’s reason (waiting: %s)',
		async (waitUntilAvailable) => {
			lab.simulator.nextVideo({ kind: 'immediate', failure: 'Unsupported codec' });
			const result = await upload({ parameters: { options: { waitUntilAvailable } } });
			expect(told(result)).toContain('could not process the video "talk.mp4"');
			expect(told(result)).toContain('Unsupported codec');
			expect(told(result)).toContain(lab.simulator.videos()[0]?.urn);
			expect(sessionOf(result)).toMatchObject({
				urn: lab.simulator.videos()[0]?.urn,
				finalized: true,
			});
		},
	);

	test('a status that cannot be read for a while: the wait goes on', async () => {
		lab.simulator.plan({ on: 'videos.get', call: [1, 2], fault: status(503, { retryAfter: 0 }) });
		const result = await upload({ parameters: { options: { waitUntilAvailable: true } } });
		expect(result.error).toBeUndefined();
		expect(result.items[0]?.json).toMatchObject({ status: 'AVAILABLE', retries: 2 });
		expect(result.hints).toEqual([]);
	});

	test('a status that cannot be read at all does not fail the upload', async () => {
		lab.simulator.plan({ on: 'videos.get', call: 'every', fault: status(503) });
		const result = await upload({
			parameters: { options: { waitUntilAvailable: true, waitTimeout: 1 } },
		});
		expect(result.error).toBeUndefined();
		expect(result.items[0]?.json.status).toBe('UNKNOWN');
		expect(result.hints[0]?.message).toContain('was uploaded, but its status could not be read');
	});

	test('without waiting it is read once, and nobody is bothered when that fails', async () => {
		lab.simulator.plan({ on: 'videos.get', fault: status(429, { retryAfter: 200 }) });
		const result = await upload();
		expect(result.items[0]?.json.status).toBe('UNKNOWN');
		expect(result.hints).toEqual([]);
		expect(requests(lab.simulator, 'videos.get')).toHaveLength(1);
	});
});
