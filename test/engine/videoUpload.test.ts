import { enlargeMp4, fixture } from '../fixtures/make';
import {
	ACCOUNT,
	byUrn,
	file,
	item,
	OWNER,
	PAGE,
	PART,
	scene,
	sha256,
	talk,
	talkWithSupplements,
	withSupplements,
} from './scene';

const SMALL = fixture('talk.mp4');
const SRT = fixture('talk.srt').toString();

const { calls, linkedIn, plan, requests, upload } = scene();

describe('the parts of a video', () => {
	test.each([
		['two parts and one byte', 2 * PART + 1, [PART, PART, 1]],
		['exactly two parts', 2 * PART, [PART, PART]],
		['one part', SMALL.length, [SMALL.length]],
	])('%s arrive exactly', async (_, size, partSizes) => {
		const video = enlargeMp4(SMALL, size);
		const { json } = await upload(talk(video));
		const [uploaded] = linkedIn.videos();
		expect(uploaded?.sha256).toBe(sha256(video));
		expect(uploaded?.parts.map((part) => part.size)).toEqual(partSizes);
		expect(json).toMatchObject({
			urn: uploaded?.urn,
			fileSizeBytes: size,
			uploadedParts: partSizes.length,
			retries: 0,
			calls: 3,
			warnings: [],
		});
	});

	test('a plan whose last byte lies beyond the end of the file is clipped there', async () => {
		linkedIn.configure({ readings: { lastByte: 'beyondEnd' } });
		await upload(talk());
		expect(linkedIn.videos()[0]?.sha256).toBe(sha256(SMALL));
	});

	test('the server’s plan is followed, whatever its part size', async () => {
		linkedIn.configure({ partBytes: 100_000 });
		const { json } = await upload(talk());
		expect(linkedIn.videos()[0]?.sha256).toBe(sha256(SMALL));
		expect(json.uploadedParts).toBe(Math.ceil(SMALL.length / 100_000));
	});

	test.each(['path', 'quoted'] as const)(
		'ids of parts that come as ETag in the form "%s" go to finalize bare and in the plan’s order',
		async (etag) => {
			linkedIn.configure({ readings: { etag }, partBytes: 100_000 });
			// The first part's answer is the last to come.
			plan('videos.part', { kind: 'delay', ms: 200 }, { part: 1 });
			await upload(talk()).options({ partConcurrency: 4 });
			const [video] = linkedIn.videos();
			const finished = requests('videos.part').map(({ part }) => part);
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
		linkedIn.configure({ partBytes: 100_000, delays: { perRequestMs: 20 } });
		await upload(talk()).options({ partConcurrency });
		const parts = requests('videos.part');
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
		linkedIn.configure({ processing: { kind: 'afterReads', reads: 2 } });
		const attribution = { templateName: 'Sunshine', linkbackContext: 'https://example.com/t' };
		const { json } = await upload(talkWithSupplements)
			.as(PAGE)
			.with(withSupplements)
			.with({ libraryEntry: { associatedAccount: byUrn(ACCOUNT), assetName: 'My talk' } })
			.options({ waitSeconds: 600, ...attribution });
		expect(calls()).toEqual([
			'videos.initializeUpload',
			'videos.part',
			'videos.captions',
			'videos.thumbnail',
			'videos.finalizeUpload',
			'videos.get',
			'videos.get',
			'videos.get',
		]);
		const [video] = linkedIn.videos();
		expect(video?.initializeRequest).toEqual({
			initializeUploadRequest: {
				owner: PAGE,
				fileSizeBytes: SMALL.length,
				uploadCaptions: true,
				uploadThumbnail: true,
				mediaLibraryMetadata: { associatedAccount: ACCOUNT, assetName: 'My talk' },
				...attribution,
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
		expect(video?.captions?.text).toBe(SRT);
		expect(video?.thumbnail?.sha256).toBe(sha256(fixture('thumbnail.jpg')));
		expect(json).toMatchObject({
			owner: PAGE,
			status: 'AVAILABLE',
			captions: 'uploaded',
			thumbnail: 'uploaded',
			media: { id: video?.urn, mediaLibraryMetadata: { assetName: 'My talk' } },
		});
	});

	test('headers: versioned and authorized on the API, bare on upload URLs', async () => {
		await upload(talk()).with({ captionsSource: 'text', captionsText: SRT });
		const [initialize] = requests('videos.initializeUpload');
		expect(initialize?.headers).toMatchObject({
			'linkedin-version': '202609',
			'x-restli-protocol-version': '2.0.0',
			'x-restli-method': 'action',
			'content-type': 'application/json',
		});
		expect(initialize?.hasAuthorization).toBe(true);
		const [part] = requests('videos.part');
		expect(part?.hasAuthorization).toBe(false);
		expect(part?.headers).toMatchObject({
			'content-type': 'application/octet-stream',
			'content-length': String(SMALL.length),
		});
		expect(part?.headers).not.toHaveProperty('linkedin-version');
		const [captions] = requests('videos.captions');
		expect(captions?.hasAuthorization).toBe(false);
		expect(captions?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
		expect(captions?.headers['content-length']).toBe(String(captions?.bytesReceived));
	});

	test.each(['empty', 'opaque'] as const)(
		'an upload token that is %s goes back as it came',
		async (uploadToken) => {
			linkedIn.configure({ readings: { uploadToken } });
			const { json } = await upload(talk());
			const [video] = linkedIn.videos();
			expect(requests('videos.finalizeUpload')[0]?.requestBody).toMatchObject({
				finalizeUploadRequest: { uploadToken: video?.uploadToken },
			});
			expect(json.status).not.toBe('WAITING_UPLOAD');
		},
	);

	test('may be archived in the library from the start', async () => {
		const entry = { associatedAccount: byUrn(ACCOUNT), mediaLibraryStatus: 'ARCHIVED' };
		await upload(talk()).with({ libraryEntry: entry });
		expect(linkedIn.videos().map(({ libraryMetadata }) => libraryMetadata)).toEqual([
			{ associatedAccount: ACCOUNT, assetName: 'talk.mp4', mediaLibraryStatus: 'ARCHIVED' },
		]);
	});

	test('the library entry is called like the file when no name is given', async () => {
		await upload(talk()).with({ libraryEntry: { associatedAccount: byUrn('123456789') } });
		expect(linkedIn.videos()[0]?.libraryMetadata).toMatchObject({
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
		await upload(item({ data: talk(), subtitles: file('talk.vtt') })).with(parameters);
		const captions = linkedIn.videos()[0]?.captions;
		expect(captions?.text).toMatch(/^1\r?\n00:00:\d\d,\d{3} --> 00:00:\d\d,\d{3}\r?\n/);
		expect(captions?.text).not.toContain('WEBVTT');
		expect(captions?.fileName).toMatch(/\.srt$/);
	});
});

describe('waiting', () => {
	test('without it the item comes out with the status that LinkedIn has now', async () => {
		linkedIn.configure({ processing: { kind: 'manual' } });
		const { json } = await upload(talk());
		expect(json).toMatchObject({ status: 'PROCESSING', captions: 'none', thumbnail: 'none' });
		expect(requests('videos.get')).toHaveLength(1);
	});

	test('a timeout is no failure: the status it has, and a hint', async () => {
		linkedIn.configure({ processing: { kind: 'manual' } });
		const options = { waitSeconds: 1 };
		const { json, hints } = await upload(talk()).options(options);
		expect(json.status).toBe('PROCESSING');
		expect(hints[0]).toContain('still PROCESSING after 1 second.');
	});

	test('a token that may not read ends as UNKNOWN with a hint', async () => {
		linkedIn.configure({ readings: { memberReadsVideo: 'refused' } });
		const { json, hints } = await upload(talk())
			.scopes('w_member_social')
			.options({ waitSeconds: 600 });
		expect(json).toMatchObject({ owner: OWNER, status: 'UNKNOWN' });
		expect(hints[0]).toContain('its status could not be read');
	});
});
