import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

import { largeVideo, sha256Of } from '../fileServer';
import { fixture } from '../fixtures/make';
import { SELF_SIGNED } from '../fixtures/selfSigned';
import { pageTree, pdf } from '../unit/files/documentFixtures';
import { posting } from './postSupport';
import { PART, scene, sha256 } from './scene';

const it = scene();
const { document, files, image, linkedIn, requests, video } = it;
const { create } = posting(it);

const LARGE = largeVideo(3 * PART + 54_321);
const upload = (url: string) => video('upload').from(url);
const received = () => linkedIn.videos()[0];
/** What a server sends: Node's HTTP takes a character for each byte. */
const sent = (text: string) => Buffer.from(text, 'utf8').toString('latin1');

describe('a video that its server packs', () => {
	test.each([
		['with a length', LARGE.read(0, LARGE.size), true],
		['without one', fixture('talk.mp4'), false],
	])(
		'is refused by name before the first call, with the check off: %s',
		async (_, bytes, length) => {
			const url = files.add('/packed.mp4', {
				content: gzipSync(bytes, { level: 1 }),
				headers: { 'Content-Encoding': 'gzip' },
				ranges: false,
				length,
			});
			const { told } = await upload(url)
				.options({ checkFile: false })
				.failsAtOnce('sends "packed.mp4" compressed (gzip)');
			expect(told).toContain('HTTP Request node');
		},
	);

	test('is taken as it is where the encoding is none', async () => {
		const headers = { 'Content-Encoding': 'aws-chunked' };
		await upload(files.add('/s3.mp4', { content: LARGE, headers }));
		expect(received()?.sha256).toBe(sha256Of(LARGE));
	});
});

describe('a cluster whose nodes give different ETags', () => {
	const add = () =>
		files.add('/node.mp4', {
			content: LARGE,
			headers: { 'Last-Modified': 'Fri, 20 Nov 2026 12:00:00 GMT' },
			etag: (request) => `W/"node-${request % 3}"`,
		});

	test('is told before the upload begins, and accepted with the option', async () => {
		const { told } = await upload(add())
			.options({ checkFile: false })
			.failsAtOnce('returns a different ETag for "node.mp4" with each response');
		expect(told).toContain('Accept Changing ETag');
		await upload(add()).options({ acceptChangingEtag: true });
		expect(received()?.sha256).toBe(sha256Of(LARGE));
	});
});

test('a server that refuses ranges gives the file to one plain GET', async () => {
	const url = files.add('/whole.mp4', {
		content: LARGE,
		ranges: false,
		instead: (_, range) => (range === undefined ? undefined : { status: 501 }),
	});
	const { json } = await upload(url);
	expect(received()?.sha256).toBe(sha256Of(LARGE));
	expect(files.requests.map(({ range }) => range)).toEqual(['bytes=0-262143', undefined]);
	expect(json.retries).toBe(0);
});

test('all that goes in one piece needs no length, and is asked for again where it breaks off', async () => {
	const chunked = { ranges: false, length: false } as const;
	const once = (request: number) => (request === 1 ? { cutAfter: 100 } : undefined);
	const add = (path: string, name: string) =>
		files.add(path, { content: fixture(name), contentType: 'x/y', ...chunked, instead: once });
	const { json } = await upload(files.add('/talk.mp4', { content: LARGE }))
		.with({ captionsSource: 'url', captionsUrl: add('/talk.vtt', 'talk.vtt') })
		.with({ thumbnailSource: 'url', thumbnailUrl: add('/talk.jpg', 'thumbnail.jpg') });
	expect(json).toMatchObject({ captions: 'uploaded', thumbnail: 'uploaded', retries: 2 });
	expect(received()?.thumbnail?.sha256).toBe(sha256(fixture('thumbnail.jpg')));
	await image('upload').from(add('/picture.png', 'picture.png'));
	expect(linkedIn.images()[0]?.sha256).toBe(sha256(fixture('picture.png')));
	const report = pdf(pageTree(3));
	await document('upload').from(files.add('/report.pdf', { content: report, ...chunked }));
	expect(linkedIn.documents()[0]?.sha256).toBe(sha256(report));
});

test('a document’s title is the name that its server means, without its ending', async () => {
	const mediaUrl = files.add('/download', {
		content: pdf(pageTree(3)),
		contentType: 'text/html',
		headers: { 'Content-Disposition': sent('attachment; filename="Jahresübersicht 2026.PDF"') },
	});
	await create({ contentType: 'document', mediaSource: 'url', mediaUrl });
	expect(JSON.stringify(requests('posts.create'))).toContain('Jahresübersicht 2026');
	expect(JSON.stringify(requests('posts.create'))).not.toContain('.PDF');
});

test('a redirect in raw UTF-8 is followed, and names the file', async () => {
	files.add(`/${encodeURIComponent('Übersicht')}.png`, fixture('picture.png'));
	const url = files.add('/start.png', {
		content: Buffer.from('x'),
		instead: () => ({ status: 302, headers: { Location: sent('/Übersicht.png') } }),
	});
	await image('upload')
		.from(url)
		.with({ libraryEntry: { associatedAccount: '123456789' } });
	expect(JSON.stringify(requests('images.initializeUpload'))).toContain('Übersicht.png');
});

test('a self-signed certificate is not n8n’s network policy', async () => {
	const server = createServer(SELF_SIGNED, (_request, response) => response.end('x'));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	try {
		const { told } = await upload(`https://127.0.0.1:${port}/talk.mp4?sig=secret`).failsAtOnce(
			'the certificate of its server is self-signed (DEPTH_ZERO_SELF_SIGNED_CERT)',
		);
		expect(told).toContain('"Ignore SSL Issues (Insecure)"');
		expect(told).not.toMatch(/network policy|secret/);
	} finally {
		server.close();
	}
});
