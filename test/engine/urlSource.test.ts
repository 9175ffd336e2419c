import { largeVideo, sha256Of, startFileServer, type FileServer } from '../fileServer';
import { enlargeMp4, fixture } from '../fixtures/make';
import { withTransfer } from '../unit/files/detaching';
import { PART, scene, sha256 } from './scene';

// Memory of chunks is freed here as on the newest Node: whoever needs one later finds it empty.
withTransfer();

const { files, image, linkedIn, requests, video } = scene();

const SIZE = 3 * PART + 54_321;
const LARGE = largeVideo(SIZE);

const upload = (url: string) => video('upload').from(url);
const received = () => linkedIn.videos()[0];

describe('a video from a URL whose server answers ranges', () => {
	test('goes range by range into its parts; nothing is read twice, nothing before it is needed', async () => {
		const url = files.add('/talk.mp4', { content: LARGE });
		const { json } = await upload(url).options({ partConcurrency: 3 });
		expect(received()).toMatchObject({ status: 'AVAILABLE', sha256: sha256Of(LARGE) });
		expect(json).toMatchObject({ urn: received()?.urn, fileSizeBytes: SIZE });
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
		const bytes = enlargeMp4(fixture('moov-at-end.mp4'), 2 * PART);
		const { json } = await upload(files.add('/end.mp4', bytes));
		expect(received()?.sha256).toBe(sha256(bytes));
		expect(json.warnings).toEqual([]);
	});

	test('is refused by what is in it before the first call to LinkedIn', async () => {
		const url = files.add('/short.mp4', enlargeMp4(fixture('short-2s.mp4'), 2 * PART));
		await upload(url).failsAtOnce('The video "short.mp4" is 2.0 seconds long');
		expect(files.requests.reduce((sum, { sentBytes }) => sum + sentBytes, 0)).toBeLessThan(PART);
	});

	test('survives a server that is busy, drops connections and ends early', async () => {
		const url = files.add('/lossy.mp4', {
			content: LARGE,
			instead: (request) =>
				request === 1
					? { status: 503, headers: { 'Retry-After': '0' } }
					: request === 3
						? { cutAfter: 1_000_000 }
						: request === 5
							? { cutAfter: 0 }
							: undefined,
		});
		const { json } = await upload(url).options({ partConcurrency: 2 });
		expect(received()?.sha256).toBe(sha256Of(LARGE));
		expect(json.retries).toBe(3);
	});

	test.each<[string, Exclude<Parameters<FileServer['add']>[1], Buffer>, string]>([
		[
			'a different ETag',
			{ content: LARGE, etag: (request) => `"${request > 2 ? 'new' : 'old'}"` },
			'changed during the upload',
		],
		[
			'another range than asked for',
			{
				content: LARGE,
				instead: (request) => (request === 3 ? { contentRange: `bytes 5-99/${SIZE}` } : undefined),
			},
			'was returned with a different range',
		],
		[
			'another length',
			{
				content: LARGE,
				instead: (request, range) =>
					request === 3
						? { contentRange: `${(range ?? '').replace('=', ' ')}/${SIZE + 1}` }
						: undefined,
			},
			`has ${SIZE + 1} bytes now`,
		],
	])('that turns out to be %s ends the upload; nothing is finalized', async (_, file, words) => {
		const url = files.add('/changing.mp4', file);
		const { session } = await upload(url).options({ partConcurrency: 1 }).fails(words);
		expect(requests('videos.finalizeUpload')).toEqual([]);
		expect(session).toMatchObject({ finalized: false });
	});
});

describe('a video from a URL whose server answers no ranges', () => {
	test('is streamed once, in order, and looked into on the way', async () => {
		const url = files.add('/stream.mp4', { content: LARGE, ranges: false });
		await upload(url).options({ partConcurrency: 4 });
		expect(received()?.sha256).toBe(sha256Of(LARGE));
		expect(files.requests).toHaveLength(1);
	});

	test('whose header lies far behind goes up unseen, with a warning, and is not sent twice', async () => {
		const bytes = fixture('moov-at-end.mp4');
		const firstBox = bytes.readUInt32BE(0);
		const between = enlargeMp4(bytes.subarray(0, firstBox), firstBox + 3 * PART);
		const far = Buffer.concat([between, bytes.subarray(firstBox)]);
		const { json } = await upload(files.add('/far.mp4', { content: far, ranges: false }));
		expect(json.warnings).toEqual([
			expect.stringContaining('The length of the video "far.mp4" could not be read'),
		]);
		expect(received()?.sha256).toBe(sha256(far));
	});

	test('that breaks off ends the upload with its session; a resume sends the rest', async () => {
		const url = files.add('/breaks.mp4', {
			content: LARGE,
			ranges: false,
			instead: (request) => (request === 1 ? { cutAfter: 2 * PART + 99 } : undefined),
		});
		const { session } = await upload(url)
			.options({ partConcurrency: 1 })
			.fails('could not be read');
		expect(requests('videos.part')).toHaveLength(2);
		await video('resumeUpload', { uploadSession: JSON.stringify(session) }).from(url);
		expect(requests('videos.part')).toHaveLength(4);
		expect(linkedIn.videos()).toHaveLength(1);
		expect(received()?.sha256).toBe(sha256Of(LARGE));
	});

	test('of a length that it does not say is refused before the first call', async () => {
		const url = files.add('/chunked.mp4', { content: LARGE, ranges: false, length: false });
		await upload(url).failsAtOnce('doesn’t report the size of the file');
	});
});

describe('an address', () => {
	test.each([
		['', 'URL is empty'],
		['example.com/talk.mp4', 'URL must start with https:// or http://'],
		['ftp://example.com/talk.mp4', 'URL must start with https:// or http://'],
		['https://user:secret@example.com/talk.mp4', 'URL contains a user name or password'],
	])('%s is refused', async (url, words) => {
		const { told } = await upload(url).failsAtOnce(words);
		expect(told).not.toContain('secret');
	});

	test('of a web page is no file', async () => {
		const url = files.add('/share', {
			content: Buffer.from('<!doctype html><title>Shared</title>'),
			contentType: 'text/html; charset=utf-8',
		});
		await upload(url)
			.options({ checkFile: false })
			.failsAtOnce('returns a web page instead of a file');
	});

	test('that is gone, with its signature kept secret', async () => {
		const { told, visible } = await upload(
			`${files.url}/gone.mp4?signature=very-secret`,
		).failsAtOnce('the file doesn’t exist (status 404)');
		expect(visible().replaceAll(/"url":"[^"]*"/g, '')).not.toContain('very-secret&');
		expect(told).not.toContain('very-secret');
	});

	test('that is protected is read with its headers, which go to no other place', async () => {
		const other = await startFileServer();
		try {
			const target = other.add('/real.mp4', { content: LARGE });
			const url = files.add('/protected.mp4', {
				content: LARGE,
				requires: { header: 'Authorization', value: 'Bearer for-the-file' },
				instead: () => ({ status: 302, headers: { Location: target } }),
			});
			const header = [{ name: 'Authorization', value: 'Bearer for-the-file' }];
			await upload(url).with({ sourceHeaders: { header } });
			expect(received()?.sha256).toBe(sha256Of(LARGE));
			expect(files.requests.map(({ headers }) => headers.authorization)).toEqual([
				'Bearer for-the-file',
			]);
			expect(other.requests.length).toBeGreaterThan(4);
			expect(other.requests.filter(({ headers }) => headers.authorization)).toEqual([]);
			expect(JSON.stringify(requests('videos.part'))).not.toContain('for-the-file');
		} finally {
			await other.close();
		}
	});

	test('that leads in circles', async () => {
		const url = files.add('/circle.mp4', {
			content: Buffer.from('x'),
			instead: () => ({ status: 302, headers: { Location: '/circle.mp4' } }),
		});
		await upload(url).fails('redirects in an endless loop');
		expect(files.requests).toHaveLength(6);
	});
});

test('what goes with a video comes from URLs too', async () => {
	const captionsUrl = files.add('/talk.vtt', {
		content: fixture('talk.vtt'),
		contentType: 'text/vtt',
	});
	const thumbnailUrl = files.add('/talk.jpg', {
		content: fixture('thumbnail.jpg'),
		contentType: 'image/jpeg',
		ranges: false,
	});
	const { json } = await upload(files.add('/all.mp4', { content: LARGE }))
		.with({ captionsSource: 'url', captionsUrl })
		.with({ thumbnailSource: 'url', thumbnailUrl });
	expect(received()?.captions?.text).toContain('-->');
	expect(received()?.thumbnail?.sha256).toBe(sha256(fixture('thumbnail.jpg')));
	expect(json).toMatchObject({ captions: 'uploaded', thumbnail: 'uploaded' });
});

test('an image comes from a URL, in one request where it is small', async () => {
	const url = files.add('/picture.png', {
		content: fixture('picture.png'),
		contentType: 'image/png',
		headers: { 'Content-Disposition': `inline; filename="Spring picture.png"` },
	});
	await image('upload')
		.from(url)
		.with({ libraryEntry: { associatedAccount: '123456789' } });
	expect(linkedIn.images()[0]?.sha256).toBe(sha256(fixture('picture.png')));
	expect(JSON.stringify(requests('images.initializeUpload'))).toContain('Spring picture.png');
	expect(files.requests).toHaveLength(1);
});

test('one bad address among several items fails its own item only', async () => {
	const good = files.add('/good.mp4', { content: LARGE });
	const { pairs, failed } = await upload('={{ $json.url }}')
		.of(...[good, `${files.url}/none.mp4`, good].map((url) => ({ json: { url } })))
		.options({ itemConcurrency: 3 })
		.onError('continueErrorOutput');
	expect(pairs).toEqual([{ item: 0 }, { item: 2 }]);
	expect(failed).toMatchObject({
		message: expect.stringContaining('the file doesn’t exist') as string,
		status: 404,
	});
});
