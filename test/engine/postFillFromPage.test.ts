import { gzipSync } from 'node:zlib';

import { fixture } from '../fixtures/make';
import { posting } from './postSupport';
import { file, OWNER, PAGE, scene, sha256 } from './scene';

const stage = scene();
const { calls, files, linkedIn, plan, requests } = stage;
const { create, imageOf } = posting(stage);

const IMAGE = fixture('picture.png');
const HEAD = [
	'<title>Title of HTML</title>',
	'<meta property="og:title" content="Open &amp; shut">',
	'<meta property="og:description" content="What is new">',
	'<meta property="og:image" content="/images/card.png">',
	'<meta property="og:image:alt" content="A card">',
].join('');
const html = (head = HEAD) => Buffer.from(`<!doctype html><html><head>${head}</head></html>`);
const page = (content = html(), more: object = {}) =>
	files.add('/news', { content, contentType: 'text/html; charset=utf-8', ranges: false, ...more });
const picture = (content = IMAGE, contentType = 'image/png') =>
	files.add('/images/card.png', { content, contentType, ranges: false });
const asked = () => files.requests.map(({ path }) => path);

/** An article as people leave the form: its URL, and nothing else. */
const article = (articleUrl: string, form = {}) =>
	create({ contentType: 'article', mediaSource: 'none', articleUrl, ...form });
const posted = () => linkedIn.posts().map(({ content }) => content);

test('an article shows what its page says, with the page’s picture', async () => {
	const source = page();
	picture();
	const { json } = await article(source);
	const [image] = linkedIn.images();
	expect(image).toMatchObject({ owner: OWNER, sha256: sha256(IMAGE) });
	expect(posted()).toEqual([
		{
			article: {
				source,
				title: 'Open & shut',
				description: 'What is new',
				thumbnail: image?.urn,
				thumbnailAltText: 'A card',
			},
		},
	]);
	expect(json).toMatchObject({ media: [image?.urn], warnings: [], calls: 3 });
	expect(calls()).toEqual([
		'images.initializeUpload',
		'images.upload',
		'images.get',
		'posts.create',
	]);
	expect(asked()).toEqual(['/news', '/images/card.png']);
});

test('nothing of the user goes along', async () => {
	picture();
	await article(page());
	const [first] = files.requests;
	expect(Object.keys(first?.headers ?? {}).sort()).toEqual([
		'accept',
		'accept-encoding',
		'connection',
		'host',
		'user-agent',
	]);
	expect(first).toMatchObject({ method: 'GET', headers: { 'user-agent': 'n8n' } });
});

describe('what the form says counts', () => {
	test('title and description', async () => {
		const source = page(html('<meta property="og:title" content="x">'));
		await article(source, { title: 'Mine', articleDescription: 'My words' });
		expect(posted()).toEqual([{ article: { source, title: 'Mine', description: 'My words' } }]);
	});

	test('the thumbnail: the page’s picture is not asked for', async () => {
		const thumbnail = imageOf(OWNER);
		const source = page();
		await article(source, { mediaSource: 'urn', mediaUrn: thumbnail });
		expect(posted()).toEqual([
			{
				article: { source, title: 'Open & shut', description: 'What is new', thumbnail },
			},
		]);
		expect(asked()).toEqual(['/news']);
	});

	test('all of it: the page is not asked for', async () => {
		const given = { mediaSource: 'binaryData', title: 'Mine', articleDescription: 'My words' };
		await article(page(), given).of(file('picture.png'));
		expect(asked()).toEqual([]);
	});

	test('switched off, nothing is asked for', async () => {
		const source = page();
		await article(source, { title: 'Mine', fillFromPage: false });
		expect(posted()).toEqual([{ article: { source, title: 'Mine' } }]);
		expect(asked()).toEqual([]);
	});

	test('another kind of post has no page', async () => {
		await create({ mediaUrn: imageOf(OWNER), articleUrl: page() });
		expect(asked()).toEqual([]);
	});
});

describe('a page that cannot be read is a warning', () => {
	const ONLY = 'The article shows only what you filled in.';
	const reply = (status: number, headers = {}) => ({ instead: () => ({ status, headers }) });

	test.each<[string, () => string, string]>([
		['refused', () => page(html(), reply(403)), 'its server responded with status 403'],
		['missing', () => `${files.url}/nothing`, 'its server responded with status 404'],
		['failing', () => page(html(), reply(503)), 'its server responded with status 503'],
		[
			'a PDF',
			() => page(html(), { contentType: 'application/pdf' }),
			'it is not a web page (application/pdf)',
		],
		[
			'data without a type',
			() => page(Buffer.from('{"a":1}'), { contentType: '' }),
			'it is not a web page',
		],
		['not to be reached', () => 'http://127.0.0.1:1/news', 'ECONNREFUSED'],
		[
			'in a circle',
			() => page(html(), reply(302, { Location: '/news' })),
			'redirects in an endless loop',
		],
		[
			'a login',
			() => page(html(), reply(302, { Location: '/login?next=1' })),
			'redirects to a login page',
		],
		[
			'packed wrongly',
			() => page(html(), { headers: { 'Content-Encoding': 'gzip' } }),
			'can’t be unpacked',
		],
		[
			'with a password',
			() => page().replace('//', '//me:secret@'),
			'contains a user name or password',
		],
	])('%s', async (_, add, why) => {
		files.add('/login', { content: html(), contentType: 'text/html', ranges: false });
		const source = add();
		const { json } = await article(source, { title: 'Mine' });
		expect(json.warnings).toEqual([expect.stringContaining(why)]);
		expect(json.warnings).toEqual([expect.stringContaining(ONLY)]);
		expect(JSON.stringify(json.warnings)).not.toContain('secret');
		expect(posted()).toEqual([{ article: { source, title: 'Mine' } }]);
	});

	test('without a title there is no article: told before the first call, with both ways to one', async () => {
		const { told } = await article(page(html(), reply(403))).failsAtOnce(
			'The article has no title',
			'Fill in "Title"',
			'"Fill From Page"',
			'status 403',
		);
		expect(told).not.toContain('checkFile');
	});

	test('a page without a title, the same', async () => {
		await article(page(html('<meta name=description content=x>'))).failsAtOnce('has no title');
	});

	test('what is wrong beside it is told without a look at the page', async () => {
		await article(page()).as(PAGE).with({ visibility: 'CONNECTIONS' }).failsAtOnce('Visibility');
		expect(asked()).toEqual([]);
	});
});

describe('a picture that cannot be had is a warning', () => {
	const without = async (why: string) => {
		const source = page();
		const { json } = await article(source);
		const words = [
			expect.stringMatching(
				/^The picture of the page was not used, and the article has no thumbnail\. /,
			),
		];
		expect(json.warnings).toEqual(words);
		expect(json.warnings).toEqual([expect.stringContaining(why)]);
		expect(posted()).toEqual([
			{ article: { source, title: 'Open & shut', description: 'What is new' } },
		]);
	};

	test('missing', async () => {
		files.add('/images/card.png', { content: IMAGE, instead: () => ({ status: 404 }) });
		await without('the file doesn’t exist (status 404)');
		expect(calls()).toEqual(['posts.create']);
	});

	test('a page', async () => {
		picture(html(), 'text/html');
		await without('returns a web page instead of a file');
	});

	test('of a type that LinkedIn does not take, whatever Check File says', async () => {
		picture(Buffer.from('RIFF\x24\0\0\0WEBPVP8 '.padEnd(100, '\0'), 'latin1'), 'image/webp');
		const source = page();
		const { json } = await article(source).options({ checkFile: false });
		expect(json.warnings).toEqual([expect.stringContaining('WebP')]);
		expect(linkedIn.images()).toEqual([]);
	});

	test('too large', async () => {
		const size = 16 * 1024 * 1024 + 1;
		const read = (_: number, length: number) => Buffer.alloc(length);
		files.add('/images/card.png', { content: { size, read }, contentType: 'image/png' });
		await without('is larger than the limit of 16,777,216 bytes');
		expect(files.requests[1]?.sentBytes).toBeLessThan(size / 2);
		expect(linkedIn.images()).toEqual([]);
	});

	test('refused by LinkedIn', async () => {
		picture();
		plan('images.initializeUpload', 403);
		await without('');
	});

	test('failed in its processing', async () => {
		picture();
		linkedIn.nextImage({ kind: 'immediate', failure: 'bad pixels' });
		await without('LinkedIn could not process the image');
	});

	test('none in the page is told too', async () => {
		const { json } = await article(page(html('<title>x</title>')));
		expect(json.warnings).toEqual([
			'The page names no picture (og:image). The article has no thumbnail.',
		]);
	});
});

test('the end of redirects is where relative pictures begin', async () => {
	files.add('/short', {
		content: html(),
		instead: () => ({ status: 301, headers: { Location: '/en/news' } }),
	});
	files.add('/en/news', {
		content: html('<title>x</title><meta property=og:image content=card.png>'),
		contentType: 'text/html',
		ranges: false,
	});
	files.add('/en/card.png', { content: IMAGE, contentType: 'image/png', ranges: false });
	const source = `${files.url}/short`;
	await article(source);
	expect(linkedIn.images()[0]?.sha256).toBe(sha256(IMAGE));
	expect(posted()).toMatchObject([{ article: { source, title: 'x' } }]);
	expect(asked()).toEqual(['/short', '/en/news', '/en/card.png']);
});

test('a page that comes packed, in the charset that it says', async () => {
	const content = gzipSync(
		Buffer.from('<meta charset=iso-8859-1><title>Caf\xe9</title>', 'latin1'),
	);
	const headers = { 'Content-Encoding': 'gzip' };
	await article(page(content, { headers, contentType: 'text/html' }));
	expect(posted()).toMatchObject([{ article: { title: 'Café' } }]);
});

test('a page that breaks off behind its head counts', async () => {
	picture();
	const content = Buffer.concat([html(), Buffer.alloc(100_000, ' ')]);
	const { json } = await article(page(content, { instead: () => ({ cutAfter: 10_000 }) }));
	expect(json.warnings).toEqual([]);
	expect(posted()).toMatchObject([{ article: { title: 'Open & shut' } }]);
});

test('Retry On Fail reads the page once, and uploads its picture once', async () => {
	picture();
	plan('posts.create', 429);
	await article(page()).tries(3).options({ maxRetries: 0 });
	expect(linkedIn.posts()).toHaveLength(1);
	expect(requests('images.initializeUpload')).toHaveLength(1);
	expect(requests('images.upload')).toHaveLength(1);
	expect(asked().filter((path) => path === '/news')).toHaveLength(1);
});

test('every item has its own page', async () => {
	const urls = [1, 2, 3].map((number) =>
		files.add(`/${number}`, {
			content: html(`<title>Number ${number}</title>`),
			contentType: 'text/html',
			ranges: false,
		}),
	);
	await article('={{ $json.url }}', { commentary: '={{ $json.url }}' })
		.of(...urls.map((url) => ({ json: { url } })))
		.options({ itemConcurrency: 3 });
	const titles = linkedIn.posts().map(({ content }) => JSON.stringify(content));
	expect(titles.filter((text) => /Number [123]/.test(text))).toHaveLength(3);
});
