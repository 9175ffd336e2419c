import { enlargeMp4, fixture } from '../fixtures/make';
import {
	ACCOUNT,
	byUrn,
	calls,
	expectClean,
	item,
	openLab,
	OWNER,
	PAGE,
	PART,
	requests,
	sha256,
	talk,
	type Lab,
} from './lab';

const SMALL = fixture('talk.mp4');

let lab: Lab;
beforeAll(async () => {
	lab = await openLab();
});
beforeEach(() => lab.simulator.reset());
afterAll(() => lab.close());

describe('the parts of a video', () => {
	test.each([
		['two parts and one byte', 2 * PART + 1, [PART, PART, 1]],
		['exactly two parts', 2 * PART, [PART, PART]],
		['one part', SMALL.length, [SMALL.length]],
	])('%s arrive exactly', async (_, size, partSizes) => {
		const video = enlargeMp4(SMALL, size);
		const result = await lab.run({ items: [item({ data: talk(video) })] });
		expectClean(lab, result);
		const [uploaded] = lab.simulator.videos();
		expect(uploaded?.sha256).toBe(sha256(video));
		expect(uploaded?.parts.map((part) => part.size)).toEqual(partSizes);
		expect(result.items[0]?.json).toMatchObject({
			urn: uploaded?.urn,
			fileSizeBytes: size,
			uploadedParts: partSizes.length,
			retries: 0,
			warnings: [],
		});
	});

	test('a plan whose last byte lies beyond the end of the file is clipped there', async () => {
		lab.simulator.configure({ readings: { lastByte: 'beyondEnd' } });
		const result = await lab.run({ items: [item({ data: talk() })] });
		expectClean(lab, result);
		expect(lab.simulator.videos()[0]?.sha256).toBe(sha256(SMALL));
	});

	test('the server’s plan is followed, whatever its part size', async () => {
		lab.simulator.configure({ partBytes: 100_000 });
		const result = await lab.run({ items: [item({ data: talk() })] });
		expectClean(lab, result);
		expect(lab.simulator.videos()[0]?.sha256).toBe(sha256(SMALL));
		expect(result.items[0]?.json.uploadedParts).toBe(Math.ceil(SMALL.length / 100_000));
	});

	test.each(['path', 'quoted'] as const)(
		'ids of parts that come as ETag in the form "%s" go to finalize bare and in the plan’s order',
		async (etag) => {
			lab.simulator.configure({ readings: { etag }, partBytes: 100_000 });
			// The first part's answer is the last to come.
			lab.simulator.plan({ on: 'videos.part', part: 1, fault: { kind: 'delay', ms: 200 } });
			const result = await lab.run({
				items: [item({ data: talk() })],
				parameters: { options: { partConcurrency: 4 } },
			});
			expectClean(lab, result);
			const [video] = lab.simulator.videos();
			const finished = requests(lab.simulator, 'videos.part').map(({ part }) => part);
			expect(finished).toHaveLength(video?.parts.length ?? 0);
			expect(video?.partIds).toEqual(video?.parts.map(({ id }) => id));
			expect(video?.partIds?.join()).not.toContain('"');
		},
	);

	test.each([
		[2, 2],
		// Automatic: 4 with kept connections, 8 with n8n's helper (bytePlane.test.ts tells which).
		[0, 8],
	])('Part Concurrency %d: several at once, at most %d', async (partConcurrency, most) => {
		lab.simulator.configure({ partBytes: 100_000, delays: { perRequestMs: 20 } });
		await lab.run({
			items: [item({ data: talk() })],
			parameters: { options: { partConcurrency } },
		});
		const parts = requests(lab.simulator, 'videos.part');
		const atOnce = parts.map(
			(one) =>
				parts.filter(
					(other) => other.startedAt <= one.startedAt && (other.finishedAt ?? 0) > one.startedAt,
				).length,
		);
		expect(Math.max(...atOnce)).toBeGreaterThan(1);
		expect(Math.max(...atOnce)).toBeLessThanOrEqual(most);
		expect(parts.length).toBeGreaterThan(4);
	});
});

describe('what goes to LinkedIn', () => {
	test('every call of an upload with captions, thumbnail and library entry, in order', async () => {
		lab.simulator.configure({ processing: { kind: 'afterReads', reads: 2 } });
		const result = await lab.run({
			parameters: {
				owner: byUrn(PAGE),
				captionsSource: 'binaryData',
				thumbnailSource: 'binaryData',
				libraryEntry: { associatedAccount: byUrn(ACCOUNT), assetName: 'My talk' },
				options: {
					waitUntilAvailable: true,
					templateName: 'Sunshine',
					linkbackContext: 'https://example.com/t',
				},
			},
			items: [
				item({
					data: talk(),
					captions: { content: fixture('talk.srt'), fileName: 'talk.srt' },
					thumbnail: { content: fixture('thumbnail.jpg'), fileName: 'thumbnail.jpg' },
				}),
			],
		});
		expectClean(lab, result);
		expect(calls(lab.simulator)).toEqual([
			'videos.initializeUpload',
			'videos.part',
			'videos.captions',
			'videos.thumbnail',
			'videos.finalizeUpload',
			'videos.get',
			'videos.get',
			'videos.get',
		]);
		const [video] = lab.simulator.videos();
		expect(video?.initializeRequest).toEqual({
			initializeUploadRequest: {
				owner: PAGE,
				fileSizeBytes: SMALL.length,
				uploadCaptions: true,
				uploadThumbnail: true,
				mediaLibraryMetadata: { associatedAccount: ACCOUNT, assetName: 'My talk' },
				templateName: 'Sunshine',
				linkbackContext: 'https://example.com/t',
			},
		});
		expect(video?.captions?.metadata).toEqual({
			format: 'SRT',
			formattedForEasyReader: true,
			largeText: true,
			source: 'USER_PROVIDED',
			locale: { variant: 'AMERICAN', country: 'US', language: 'EN' },
			transcriptType: 'CLOSED_CAPTION',
		});
		expect(video?.captions?.text).toBe(fixture('talk.srt').toString());
		expect(video?.thumbnail?.sha256).toBe(sha256(fixture('thumbnail.jpg')));
		expect(result.items[0]?.json).toMatchObject({
			owner: PAGE,
			status: 'AVAILABLE',
			captions: 'uploaded',
			thumbnail: 'uploaded',
			media: { id: video?.urn, mediaLibraryMetadata: { assetName: 'My talk' } },
		});
	});

	test('headers: versioned and authorized on the API, bare on upload URLs', async () => {
		await lab.run({
			parameters: { captionsSource: 'text', captionsText: fixture('talk.srt').toString() },
			items: [item({ data: talk() })],
		});
		const [initialize] = requests(lab.simulator, 'videos.initializeUpload');
		expect(initialize?.headers).toMatchObject({
			'linkedin-version': '202607',
			'x-restli-protocol-version': '2.0.0',
			'x-restli-method': 'action',
			'content-type': 'application/json',
		});
		expect(initialize?.hasAuthorization).toBe(true);
		const [part] = requests(lab.simulator, 'videos.part');
		expect(part?.hasAuthorization).toBe(false);
		expect(part?.headers).toMatchObject({
			'content-type': 'application/octet-stream',
			'content-length': String(SMALL.length),
		});
		expect(part?.headers).not.toHaveProperty('linkedin-version');
		const [captions] = requests(lab.simulator, 'videos.captions');
		expect(captions?.hasAuthorization).toBe(false);
		expect(captions?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
		expect(captions?.headers['content-length']).toBe(String(captions?.bytesReceived));
	});

	test.each(['empty', 'opaque'] as const)(
		'an upload token that is %s goes back as it came',
		async (uploadToken) => {
			lab.simulator.configure({ readings: { uploadToken } });
			const result = await lab.run({ items: [item({ data: talk() })] });
			expectClean(lab, result);
			const [video] = lab.simulator.videos();
			expect(requests(lab.simulator, 'videos.finalizeUpload')[0]?.requestBody).toMatchObject({
				finalizeUploadRequest: { uploadToken: video?.uploadToken },
			});
			expect(result.items[0]?.json.status).not.toBe('WAITING_UPLOAD');
		},
	);

	test('the library entry is called like the file when no name is given', async () => {
		await lab.run({
			parameters: { libraryEntry: { associatedAccount: byUrn('123456789') } },
			items: [item({ data: talk() })],
		});
		expect(lab.simulator.videos()[0]?.libraryMetadata).toMatchObject({
			associatedAccount: ACCOUNT,
			assetName: 'talk.mp4',
		});
	});
});

describe('captions', () => {
	test.each([
		['a binary field', { captionsSource: 'binaryData', captionsBinaryPropertyName: 'subtitles' }],
		['text', { captionsSource: 'text', captionsText: fixture('talk.vtt').toString() }],
	])('as WebVTT from %s arrive as SRT', async (_, parameters) => {
		const result = await lab.run({
			parameters,
			items: [
				item({ data: talk(), subtitles: { content: fixture('talk.vtt'), fileName: 'talk.vtt' } }),
			],
		});
		expectClean(lab, result);
		const captions = lab.simulator.videos()[0]?.captions;
		expect(captions?.text).toMatch(/^1\r?\n00:00:\d\d,\d{3} --> 00:00:\d\d,\d{3}\r?\n/);
		expect(captions?.text).not.toContain('WEBVTT');
		expect(captions?.fileName).toMatch(/\.srt$/);
	});
});

describe('waiting', () => {
	test('without it the item comes out with the status that LinkedIn has now', async () => {
		lab.simulator.configure({ processing: { kind: 'manual' } });
		const result = await lab.run({ items: [item({ data: talk() })] });
		expect(result.items[0]?.json).toMatchObject({
			status: 'PROCESSING',
			captions: 'none',
			thumbnail: 'none',
		});
		expect(requests(lab.simulator, 'videos.get')).toHaveLength(1);
	});

	test('a timeout is no failure: the status it has, and a hint', async () => {
		lab.simulator.configure({ processing: { kind: 'manual' } });
		const result = await lab.run({
			parameters: { options: { waitUntilAvailable: true, waitTimeout: 1 } },
			items: [item({ data: talk() })],
		});
		expect(result.error).toBeUndefined();
		expect(result.items[0]?.json.status).toBe('PROCESSING');
		expect(result.hints[0]?.message).toContain('still PROCESSING after 1 second.');
	});

	test('a token that may not read ends as UNKNOWN with a hint', async () => {
		lab.simulator.configure({ readings: { memberReadsVideo: 'refused' } });
		const result = await lab.run({
			credential: lab.credential({ scopes: ['w_member_social'] }),
			parameters: { options: { waitUntilAvailable: true } },
			items: [item({ data: talk() })],
		});
		expectClean(lab, result);
		expect(result.error).toBeUndefined();
		expect(result.items[0]?.json).toMatchObject({ owner: OWNER, status: 'UNKNOWN' });
		expect(result.hints[0]?.message).toContain('its status could not be read');
	});
});
