import { largeVideo, sha256Of, startFileServer, type FileServer } from '../fileServer';
import { enlargeMp4, fixture } from '../fixtures/make';
import {
	errorIn,
	expectClean,
	openLab,
	PART,
	requests,
	sessionOf,
	sha256,
	told,
	type Lab,
} from './lab';

let lab: Lab;
let files: FileServer;

beforeAll(async () => {
	lab = await openLab();
	files = await startFileServer();
});

afterAll(async () => {
	await files.close();
	await lab.close();
});

beforeEach(async () => {
	await lab.simulator.reset();
	files.requests.length = 0;
});

const SIZE = 3 * PART + 54_321;

/** Runs a video upload from an address. */
function upload(url: string, parameters = {}, options = {}) {
	return lab.run({ parameters: { source: 'url', url, options, ...parameters } });
}

describe('a video from a URL whose server answers ranges', () => {
	test('goes range by range into its parts; nothing is read twice, nothing before it is needed', async () => {
		const video = largeVideo(SIZE);
		const url = files.add('/talk.mp4', { content: video });
		const result = await upload(url, {}, { partConcurrency: 3 });
		expectClean(lab, result);
		expect(result.error).toBeUndefined();
		const [received] = lab.simulator.videos();
		expect(received).toMatchObject({ status: 'AVAILABLE', sha256: sha256Of(video) });
		expect(result.items[0]?.json).toMatchObject({ urn: received?.urn, fileSizeBytes: SIZE });
		// The first bytes tell what the file is; then every part is one range.
		const ranges = files.requests.map(({ range }) => range);
		expect(ranges[0]).toBe('bytes=0-262143');
		expect(ranges.slice(1).sort()).toEqual(
			[
				`bytes=0-${PART - 1}`,
				`bytes=${PART}-${2 * PART - 1}`,
				`bytes=${2 * PART}-${3 * PART - 1}`,
				`bytes=${3 * PART}-${SIZE - 1}`,
			].sort(),
		);
		expect(files.requests.every(({ method }) => method === 'GET')).toBe(true);
	});

	test('is looked into by reading only its headers, wherever they stand', async () => {
		// The movie header of this one stands at the end.
		const video = enlargeMp4(fixture('moov-at-end.mp4'), 2 * PART);
		const url = files.add('/end.mp4', video);
		const result = await upload(url);
		expectClean(lab, result);
		expect(lab.simulator.videos()[0]?.sha256).toBe(sha256(video));
		expect(result.items[0]?.json.warnings).toEqual([]);
	});

	test('is refused by what is in it before the first call to LinkedIn', async () => {
		const url = files.add('/short.mp4', enlargeMp4(fixture('short-2s.mp4'), 2 * PART));
		const result = await upload(url);
		expect(told(result)).toContain('The video "short.mp4" is 2.0 seconds long');
		expect(lab.simulator.journal).toEqual([]);
		expect(files.requests.reduce((sum, { sentBytes }) => sum + sentBytes, 0)).toBeLessThan(PART);
	});

	test('survives a server that is busy, drops connections and ends early', async () => {
		const video = largeVideo(SIZE);
		const url = files.add('/lossy.mp4', {
			content: video,
			instead: (request) =>
				request === 1
					? { status: 503, headers: { 'Retry-After': '0' } }
					: request === 3
						? { cutAfter: 1_000_000 }
						: request === 5
							? { cutAfter: 0 }
							: undefined,
		});
		const result = await upload(url, {}, { partConcurrency: 2 });
		expectClean(lab, result);
		expect(lab.simulator.videos()[0]?.sha256).toBe(sha256Of(video));
		expect(result.items[0]?.json.retries).toBe(3);
	});

	test.each<[string, Parameters<FileServer['add']>[1], string]>([
		[
			'another ETag',
			{ content: largeVideo(SIZE), etag: (request) => `"${request > 2 ? 'new' : 'old'}"` },
			'is another one now',
		],
		[
			'another range than asked for',
			{
				content: largeVideo(SIZE),
				instead: (request) => (request === 3 ? { contentRange: `bytes 5-99/${SIZE}` } : undefined),
			},
			'came with another range',
		],
		[
			'another length',
			{
				content: largeVideo(SIZE),
				instead: (request, range) =>
					request === 3
						? { contentRange: `${(range ?? '').replace('=', ' ')}/${SIZE + 1}` }
						: undefined,
			},
			`has ${SIZE + 1} bytes now`,
		],
	])('that turns out to be %s ends the upload; nothing is finalized', async (_, file, words) => {
		const url = files.add('/changing.mp4', file);
		const result = await upload(url, {}, { partConcurrency: 1 });
		expectClean(lab, result);
		expect(told(result)).toContain(words);
		expect(requests(lab.simulator, 'videos.finalizeUpload')).toEqual([]);
		expect(sessionOf(result)).toMatchObject({ finalized: false });
	});
});

describe('a video from a URL whose server answers no ranges', () => {
	test('is streamed once, in order, and looked into on the way', async () => {
		const video = largeVideo(SIZE);
		const url = files.add('/stream.mp4', { content: video, ranges: false });
		const result = await upload(url, {}, { partConcurrency: 4 });
		expectClean(lab, result);
		expect(lab.simulator.videos()[0]?.sha256).toBe(sha256Of(video));
		expect(files.requests).toHaveLength(1);
	});

	test('whose header lies far behind goes up unseen, with a warning, and is not sent twice', async () => {
		const video = fixture('moov-at-end.mp4');
		const firstBox = video.readUInt32BE(0);
		const between = enlargeMp4(video.subarray(0, firstBox), firstBox + 3 * PART);
		const far = Buffer.concat([between, video.subarray(firstBox)]);
		const url = files.add('/far.mp4', { content: far, ranges: false });
		const result = await upload(url);
		expect(result.error).toBeUndefined();
		expectClean(lab, result);
		expect(result.items[0]?.json.warnings).toEqual([
			expect.stringContaining('The length of the video "far.mp4" could not be read'),
		]);
		expect(lab.simulator.videos()[0]?.sha256).toBe(sha256(far));
	});

	test('that breaks off ends the upload with its session; a resume sends the rest', async () => {
		const video = largeVideo(SIZE);
		const url = files.add('/breaks.mp4', {
			content: video,
			ranges: false,
			instead: (request) => (request === 1 ? { cutAfter: 2 * PART + 99 } : undefined),
		});
		const failed = await upload(url, {}, { partConcurrency: 1 });
		expectClean(lab, failed);
		expect(told(failed)).toContain('could not be read');
		const session = sessionOf(failed);
		const sent = requests(lab.simulator, 'videos.part').length;
		expect(sent).toBe(2);
		const resumed = await upload(url, {
			operation: 'resumeUpload',
			uploadSession: JSON.stringify(session),
		});
		expectClean(lab, resumed);
		expect(requests(lab.simulator, 'videos.part')).toHaveLength(4);
		expect(lab.simulator.videos()).toHaveLength(1);
		expect(lab.simulator.videos()[0]?.sha256).toBe(sha256Of(video));
	});

	test('of a length that it does not say is refused before the first call', async () => {
		const url = files.add('/chunked.mp4', {
			content: largeVideo(SIZE),
			ranges: false,
			length: false,
		});
		const result = await upload(url);
		expect(told(result)).toContain('does not say how large the file is');
		expect(lab.simulator.journal).toEqual([]);
	});
});

describe('an address', () => {
	test.each([
		['', 'URL is empty'],
		['example.com/talk.mp4', 'URL is not an address of the web'],
		['ftp://example.com/talk.mp4', 'URL is not an address of the web'],
		['https://user:secret@example.com/talk.mp4', 'URL has a user name or password'],
	])('%s is refused', async (url, words) => {
		const result = await upload(url);
		expect(told(result)).toContain(words);
		expect(told(result)).not.toContain('secret');
		expect(lab.simulator.journal).toEqual([]);
	});

	test('of a web page is no file', async () => {
		const url = files.add('/share', {
			content: Buffer.from('<!doctype html><title>Shared</title>'),
			contentType: 'text/html; charset=utf-8',
		});
		const result = await upload(url, {}, { checkFile: false });
		expect(told(result)).toContain('gives a web page, not a file');
		expect(lab.simulator.journal).toEqual([]);
	});

	test('that is gone, with its signature kept secret', async () => {
		const result = await upload(`${files.url}/gone.mp4?signature=very-secret`);
		expect(told(result)).toContain('there is no such file (status 404)');
		expect(result.visible.replaceAll(/"url":"[^"]*"/g, '')).not.toContain('very-secret&');
		expect(told(result)).not.toContain('very-secret');
		expect(lab.simulator.journal).toEqual([]);
	});

	test('that is protected is read with its headers, which go to no other place', async () => {
		const video = largeVideo(SIZE);
		const other = await startFileServer();
		try {
			const target = other.add('/real.mp4', { content: video });
			const url = files.add('/protected.mp4', {
				content: video,
				requires: { header: 'Authorization', value: 'Bearer for-the-file' },
				instead: () => ({ status: 302, headers: { Location: target } }),
			});
			const sourceHeaders = { header: [{ name: 'Authorization', value: 'Bearer for-the-file' }] };
			const result = await upload(url, { sourceHeaders });
			expectClean(lab, result);
			expect(lab.simulator.videos()[0]?.sha256).toBe(sha256Of(video));
			expect(files.requests.map(({ headers }) => headers.authorization)).toEqual([
				'Bearer for-the-file',
			]);
			expect(other.requests.length).toBeGreaterThan(4);
			expect(other.requests.filter(({ headers }) => headers.authorization)).toEqual([]);
			const toLinkedIn = requests(lab.simulator, 'videos.part');
			expect(JSON.stringify(toLinkedIn)).not.toContain('for-the-file');
		} finally {
			await other.close();
		}
	});

	test('that leads in circles', async () => {
		const url = files.add('/circle.mp4', {
			content: Buffer.from('x'),
			instead: () => ({ status: 302, headers: { Location: '/circle.mp4' } }),
		});
		const result = await upload(url);
		expect(told(result)).toContain('leads on and on');
		expect(files.requests).toHaveLength(6);
	});
});

describe('what goes with a video', () => {
	test('comes from URLs too', async () => {
		const url = files.add('/all.mp4', { content: largeVideo(SIZE) });
		const captionsUrl = files.add('/talk.vtt', {
			content: fixture('talk.vtt'),
			contentType: 'text/vtt',
		});
		const thumbnailUrl = files.add('/talk.jpg', {
			content: fixture('thumbnail.jpg'),
			contentType: 'image/jpeg',
			ranges: false,
		});
		const result = await upload(url, {
			captionsSource: 'url',
			captionsUrl,
			thumbnailSource: 'url',
			thumbnailUrl,
		});
		expectClean(lab, result);
		const [received] = lab.simulator.videos();
		expect(received?.captions?.text).toContain('-->');
		expect(received?.thumbnail?.sha256).toBe(sha256(fixture('thumbnail.jpg')));
		expect(result.items[0]?.json).toMatchObject({ captions: 'uploaded', thumbnail: 'uploaded' });
	});
});

test('an image comes from a URL, in one request where it is small', async () => {
	const url = files.add('/picture.png', {
		content: fixture('picture.png'),
		contentType: 'image/png',
		headers: { 'Content-Disposition': `inline; filename="Spring picture.png"` },
	});
	const result = await lab.run({
		parameters: {
			resource: 'image',
			operation: 'upload',
			source: 'url',
			url,
			libraryEntry: { associatedAccount: '123456789' },
		},
	});
	expectClean(lab, result);
	expect(lab.simulator.images()[0]?.sha256).toBe(sha256(fixture('picture.png')));
	expect(JSON.stringify(requests(lab.simulator, 'images.initializeUpload'))).toContain(
		'Spring picture.png',
	);
	expect(files.requests).toHaveLength(1);
});

test('one bad address among several items fails its own item only', async () => {
	const good = files.add('/good.mp4', { content: largeVideo(SIZE) });
	const result = await lab.run({
		onError: 'continueErrorOutput',
		parameters: { source: 'url', url: '={{ $json.url }}', options: { itemConcurrency: 3 } },
		items: [good, `${files.url}/none.mp4`, good].map((url) => ({ json: { url } })),
	});
	expectClean(lab, result);
	expect(result.items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 2 }]);
	expect(errorIn(result.errorItems[0])).toMatchObject({
		message: expect.stringContaining('there is no such file') as string,
		status: 404,
	});
});
