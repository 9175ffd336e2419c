import fc from 'fast-check';
import type { INodeParameters } from 'n8n-workflow';

import { fixture } from '../fixtures/make';
import { often } from '../long/sampled';
import { pageTree, pdf } from '../unit/files/documentFixtures';
import { posting } from './postSupport';
import {
	ACCOUNT,
	byExpression,
	byUrn,
	file,
	item,
	OWNER,
	PAGE,
	scene,
	sha256,
	talk,
} from './scene';

const stage = scene();
const { calls, files, linkedIn, post, requests } = stage;
const { create, createFromFiles, imageOf, imagesOf, videoOf } = posting(stage);

const report = { content: pdf(pageTree(3)), fileName: 'Annual report.pdf' };
const SRT = fixture('talk.srt').toString();
const posted = () => linkedIn.posts()[0];

describe('media that are on LinkedIn', () => {
	test('an image with alt text: one read, one post, its URN and address', async () => {
		const image = imageOf(OWNER);
		const { json } = await create({ mediaUrn: image, altText: 'A dog', title: 'Rex' });
		expect(json).toStrictEqual({
			urn: posted()?.urn,
			url: `https://www.linkedin.com/feed/update/${posted()?.urn ?? ''}`,
			status: 'PUBLISHED',
			author: OWNER,
			text: 'Hello',
			media: [image],
			retries: 0,
			calls: 2,
			warnings: [],
		});
		expect(posted()).toMatchObject({
			author: OWNER,
			text: 'Hello',
			visibility: 'PUBLIC',
			feedDistribution: 'MAIN_FEED',
			lifecycleState: 'PUBLISHED',
			content: { media: { id: image, altText: 'A dog', title: 'Rex' } },
			isReshareDisabledByAuthor: false,
			visible: true,
		});
		expect(calls()).toEqual(['images.get', 'posts.create']);
	});

	test.each([
		['text', (urns: string[]) => urns.join(', ')],
		['lines', (urns: string[]) => urns.join('\n')],
		['a list', (urns: string[]) => `={{ ${JSON.stringify(urns)} }}`],
	])('several images as %s, in their order, each with its alt text', async (_, write) => {
		const images = imagesOf(OWNER, 3).reverse();
		const { json } = await create({
			contentType: 'multiImage',
			mediaUrns: write(images),
			altText: 'One\n\nThree',
		});
		expect(posted()?.content).toEqual({
			multiImage: {
				images: [
					{ id: images[0], altText: 'One' },
					{ id: images[1] },
					{ id: images[2], altText: 'Three' },
				],
			},
		});
		expect(json.media).toEqual(images);
	});

	test.each([2, 20])('%d images are taken', async (count) => {
		const images = imagesOf(PAGE, count);
		await create({ contentType: 'multiImage', mediaUrns: images.join(',') }).as(PAGE);
		expect(posted()?.media).toEqual(images);
	});

	test('a page’s video with its title, for members only, that nobody may reshare', async () => {
		const video = videoOf(PAGE);
		const { json } = await create({ contentType: 'video', mediaUrn: video, title: 'Talk' })
			.as(PAGE)
			.with({ visibility: 'LOGGED_IN' })
			.options({ isReshareDisabledByAuthor: true });
		expect(posted()).toMatchObject({
			author: PAGE,
			content: { media: { id: video, title: 'Talk' } },
			visibility: 'LOGGED_IN',
			isReshareDisabledByAuthor: true,
		});
		expect(json.url).toContain('urn:li:ugcPost:');
	});

	test('an article with a thumbnail, and one without', async () => {
		const image = imageOf(OWNER);
		const source = 'https://example.com/news?a=1';
		const article = {
			contentType: 'article',
			articleUrl: source,
			title: 'News',
			fillFromPage: false,
		};
		await create({ ...article, articleDescription: 'What is new', mediaUrn: image });
		const { json } = await create({ ...article, articleDescription: '' });
		expect(linkedIn.posts().map(({ content }) => content)).toEqual([
			{ article: { source, title: 'News', description: 'What is new', thumbnail: image } },
			{ article: { source, title: 'News' } },
		]);
		expect(json.media).toEqual([]);
	});

	test('a sponsored post of a page names its ad account, and stands in no feed', async () => {
		await create({ mediaUrn: imageOf(PAGE) })
			.as(PAGE)
			.options({ adAccount: byUrn('123456789') });
		expect(posted()).toMatchObject({
			feedDistribution: 'NONE',
			adContext: { dscAdAccount: ACCOUNT, dscStatus: 'ACTIVE' },
		});
	});
});

describe('files that are uploaded first', () => {
	test('an image from a binary field', async () => {
		const photo = file('picture.png');
		await createFromFiles({ binaryPropertyName: 'photo' }).of(item({ photo }));
		const [image] = linkedIn.images();
		expect(image).toMatchObject({ owner: OWNER, sha256: sha256(photo.content) });
		expect(posted()?.media).toEqual([image?.urn]);
		expect(calls()).toEqual([
			'images.initializeUpload',
			'images.upload',
			'images.get',
			'posts.create',
		]);
	});

	test('the form asks for nothing but the file: an image in the field "data"', async () => {
		await post('create', { commentary: 'Hello' }).of(file('picture.png'));
		expect(posted()?.media).toEqual([linkedIn.images()[0]?.urn]);
	});

	test('an article needs no file, whatever the item has', async () => {
		const article = {
			contentType: 'article',
			articleUrl: 'https://example.com/news',
			fillFromPage: false,
		};
		await post('create', { ...article, title: 'News' }).of(item({}));
		expect(posted()?.content).toEqual({
			article: { source: 'https://example.com/news', title: 'News' },
		});
	});

	test('two images as rows, each with its alt text', async () => {
		const [one, two] = [file('picture.png'), file('thumbnail.jpg')];
		await post('create', {
			commentary: 'Hello',
			contentType: 'multiImage',
			images: {
				image: [
					{ binaryPropertyName: 'Two', altText: 'The second, first' },
					{ binaryPropertyName: 'One', altText: '' },
				],
			},
		}).of(item({ One: one, Two: two }));
		const [first = '', second = ''] = posted()?.media ?? [];
		expect([first, second].map((urn) => linkedIn.image(urn).sha256)).toEqual([
			sha256(two.content),
			sha256(one.content),
		]);
		expect(posted()?.content).toEqual({
			multiImage: {
				images: [{ id: first, altText: 'The second, first' }, { id: second }],
			},
		});
	});

	test('rows of addresses; an empty one is an image that there is not this time', async () => {
		const urls = ['picture.png', 'thumbnail.jpg'].map((name) =>
			files.add(`/${name}`, fixture(name)),
		);
		await createFromFiles({
			contentType: 'multiImage',
			mediaSource: 'url',
			images: {
				image: [
					{ url: urls[0], altText: 'One' },
					{ url: '={{ $json.none }}', altText: 'None' },
					{ url: urls[1], altText: 'Two' },
				],
			},
		});
		expect(posted()?.content).toMatchObject({
			multiImage: { images: [{ altText: 'One' }, { altText: 'Two' }] },
		});
	});

	test('rows of URNs, and a list after them', async () => {
		const urns = imagesOf(OWNER, 4);
		await create({
			contentType: 'multiImage',
			images: { image: [{ urn: urns[0], altText: 'One' }, { urn: urns[1] }] },
			mediaUrns: urns.slice(2).join('\n'),
			altText: 'Three\nFour',
		});
		const texts = ['One', undefined, 'Three', 'Four'];
		expect(posted()?.content).toEqual({
			multiImage: { images: urns.map((id, index) => ({ id, altText: texts[index] })) },
		});
	});

	test('what is wrong in a row is said of that row', async () => {
		await create({
			contentType: 'multiImage',
			images: { image: [{ urn: imageOf(OWNER) }, { urn: 'urn:li:video:a' }] },
		}).failsAtOnce('Images, entry 2: Image URN');
	});

	test.each([
		['lines', (urls: string[]) => urls.join('\n')],
		['commas', (urls: string[]) => urls.join(', ')],
		['commas at the ends of lines', (urls: string[]) => urls.join(',\n')],
	])('several images from addresses split by %s, commas in them stay', async (_, write) => {
		const urls = ['/a,b.png', '/c.png'].map((path) => files.add(path, fixture('picture.png')));
		await createFromFiles({
			contentType: 'multiImage',
			mediaSource: 'url',
			mediaUrls: write(urls),
		});
		expect(files.requests.map(({ path }) => path)).toEqual(
			expect.arrayContaining(['/a,b.png', '/c.png']),
		);
		expect(posted()?.media).toHaveLength(2);
	});

	test('several images from fields named in one text', async () => {
		const [one, two] = [file('picture.png'), file('thumbnail.jpg')];
		await createFromFiles({ contentType: 'multiImage', binaryPropertyNames: 'one, two' }).of(
			item({ two, one }),
		);
		const hashes = posted()?.media.map((urn) => linkedIn.image(urn).sha256);
		expect(hashes).toEqual([sha256(one.content), sha256(two.content)]);
	});

	test('a page’s video with captions and thumbnail, posted when it is processed', async () => {
		linkedIn.nextVideo({ kind: 'afterReads', reads: 1 });
		const thumbnail = fixture('thumbnail.jpg');
		await createFromFiles({ contentType: 'video', title: 'Talk' })
			.as(PAGE)
			.with({ captionsSource: 'text', captionsText: SRT, thumbnailSource: 'binaryData' })
			.of(item({ data: talk(), thumbnail }));
		const [video] = linkedIn.videos();
		expect(video).toMatchObject({
			owner: PAGE,
			sha256: sha256(fixture('talk.mp4')),
			captions: { text: SRT },
			thumbnail: { sha256: sha256(thumbnail) },
		});
		expect(posted()).toMatchObject({ media: [video?.urn], visible: true });
		expect(calls().slice(-3)).toEqual(['videos.get', 'videos.get', 'posts.create']);
	});

	test('a document goes by its file’s name where there is no title', async () => {
		await createFromFiles({ contentType: 'document' }).of(report);
		const [document] = linkedIn.documents();
		expect(document?.sha256).toBe(sha256(report.content));
		expect(posted()?.content).toEqual({
			media: { id: document?.urn, title: 'Annual report' },
		});
	});

	test('what there is to say about a file stands in the item', async () => {
		const content = pdf('1 0 obj\n<< /Type /Catalog >>\nendobj\n');
		const packed = { content, fileName: 'packed.pdf' };
		const { json } = await createFromFiles({ contentType: 'document' }).of(packed);
		expect(json.warnings).toEqual([expect.stringContaining('"packed.pdf" could not be counted')]);
	});

	test('an article’s thumbnail', async () => {
		const article = {
			contentType: 'article',
			articleUrl: 'https://example.com/news',
			fillFromPage: false,
		};
		await createFromFiles({ ...article, title: 'News' }).of(file('picture.png'));
		expect(posted()?.media).toEqual([linkedIn.images()[0]?.urn]);
	});
});

describe('the text', () => {
	const write = (commentary: string) => create({ mediaUrn: imageOf(OWNER), commentary });

	test('arrives as typed', async () => {
		const text = 'Look (here) #1 @you \\o/ {hashtag} [a](b) <c> *d* _e_ ~f~ |g|';
		await write(text);
		expect(posted()).toMatchObject({ text, lostText: '', mentions: [], hashtags: [] });
	});

	test('any text at all arrives as typed', async () => {
		const reserved = Array.from('\\|{}@[]()<>#*_~#@[(');
		const unit = fc.constantFrom(...reserved, 'a', '1', ' ', '\n', '🚀');
		await fc.assert(
			fc.asyncProperty(
				fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ unit, maxLength: 60 })),
				async (typed) => {
					fc.pre(typed.trim() !== '' && !typed.startsWith('='));
					await linkedIn.reset();
					await write(typed);
					expect(posted()?.text).toBe(typed);
					expect(posted()?.lostText).toBe('');
				},
			),
			{ numRuns: often(20, 300) },
		);
	});

	test('mentions and hashtags are real where they are written as LinkedIn does', async () => {
		await write(
			'With @[Page with an admin](urn:li:organization:2414183) and @[Ben](urn:li:person:m3mbEr_2): {hashtag|#|coffee_2} {hashtag|\\#|日本} #yes C#no',
		);
		expect(posted()).toMatchObject({
			text: 'With Page with an admin and Ben: #coffee_2 #日本 #yes C#no',
			mentions: [
				{ name: 'Page with an admin', urn: PAGE },
				{ name: 'Ben', urn: 'urn:li:person:m3mbEr_2' },
			],
			hashtags: ['coffee_2', '日本', 'yes'],
			lostText: '',
		});
	});

	test.each([
		['be empty', ''],
		['have 3,000 characters of any kind', '🚀'.repeat(1500) + '('.repeat(1500)],
	])('may %s', async (_, text) => {
		await write(text);
		expect(posted()?.text).toBe(text);
	});
});

describe('what LinkedIn would refuse is told before the first call', () => {
	const mediaUrn = 'urn:li:image:a';
	const images = (count: number) =>
		Array.from({ length: count }, (_, n) => `${mediaUrn}${n}`).join();

	test.each<[string, INodeParameters, RegExp]>([
		['a text of 3,001', { commentary: 'x'.repeat(3001), mediaUrn }, /3001 characters/],
		['an alt text of 4,087', { altText: 'x'.repeat(4087), mediaUrn }, /4087 characters/],
		['no image', {}, /exactly 1 image, but none was given/],
		[
			'1 image of several',
			{ contentType: 'multiImage', mediaUrns: mediaUrn },
			/2 to 20 images, but only 1 was given/,
		],
		[
			'21 images',
			{ contentType: 'multiImage', mediaUrns: images(21) },
			/2 to 20 images, but 21 were given/,
		],
		['a video as an image', { mediaUrn: 'urn:li:video:a' }, /a URN of type "video"/],
		[
			'an author that is none',
			{ author: byExpression(ACCOUNT), mediaUrn },
			/^Author .* of type "sponsoredAccount"/,
		],
		[
			'a document without a title',
			{ contentType: 'document', mediaUrn: 'urn:li:document:a' },
			/has no title/,
		],
		[
			'an article without an address',
			{ contentType: 'article', title: 'x' },
			/Article URL is empty/,
		],
		[
			'a member’s sponsored post',
			{ mediaUrn, options: { adAccount: byUrn(ACCOUNT) } },
			/by a page, not a member/,
		],
		[
			'a post in no feed',
			{ mediaUrn, options: { feedDistribution: 'NONE' } },
			/needs an ad account/,
		],
		[
			'an ad account that is none',
			{ mediaUrn, options: { adAccount: byUrn('x') } },
			/Ad Account "x" is not/,
		],
		[
			'an ad account that is empty: the post would be public',
			{ mediaUrn, options: { adAccount: byUrn('={{ $json.none }}') } },
			/Ad Account is empty/,
		],
		[
			'a visibility whose expression gives nothing',
			{ mediaUrn, visibility: '={{ $json.none }}' },
			/Visibility is empty/,
		],
		[
			'a state whose expression gives nothing',
			{ mediaUrn, options: { lifecycleState: '={{ $json.none }}' } },
			/Lifecycle State is empty/,
		],
		['unknown content', { contentType: 'poll', mediaUrn }, /Content is "poll"/],
		[
			'an unknown source',
			{ mediaSource: 'disk' },
			/Media Source is "disk", not "binaryData" or "url" or "urn"/,
		],
		['an unknown visibility', { visibility: 'FRIENDS', mediaUrn }, /Visibility is "FRIENDS"/],
	])('%s', async (_, form, says) => {
		await create(form).failsAtOnce(says);
	});

	test.each<[string, INodeParameters, Parameters<typeof item>[0], RegExp]>([
		['a missing field', {}, {}, /no binary field "data"/],
		['a file of the wrong kind', {}, { data: talk() }, /not a JPG, PNG or GIF/],
		[
			'too many of them, before any is looked for',
			{ contentType: 'multiImage', binaryPropertyNames: images(21) },
			{},
			/2 to 20 images, but 21 were given/,
		],
		[
			'the second of two files',
			{ contentType: 'multiImage', binaryPropertyNames: 'one,two' },
			{ one: file('picture.png'), two: Buffer.from('no image') },
			/"two.bin" is not a JPG, PNG or GIF/,
		],
		[
			'a document with too many pages',
			{ contentType: 'document' },
			{ data: { content: pdf(pageTree(301)), fileName: 'long.pdf' } },
			/"long.pdf" has 301 pages/,
		],
	])('%s', async (_, form, files, says) => {
		await createFromFiles(form).of(item(files)).failsAtOnce(says);
	});
});

test('of several items each is paired with its own; one that fails goes to the error branch', async () => {
	const images = imagesOf(OWNER, 2);
	const { pairs, errorItems } = await create({
		mediaUrn: '={{ $json.image }}',
		commentary: '={{ $json.text }}',
	})
		.of(
			{ json: { image: images[0], text: 'First' } },
			{ json: { image: 'urn:li:image:unknown', text: 'Second' } },
			{ json: { image: images[1], text: 'Third' } },
		)
		.onError('continueErrorOutput');
	expect(pairs).toEqual([{ item: 0 }, { item: 2 }]);
	expect(linkedIn.posts().map(({ text }) => text)).toEqual(['First', 'Third']);
	expect(errorItems).toHaveLength(1);
	expect(errorItems[0]?.pairedItem).toEqual({ item: 1 });
	expect(JSON.stringify(errorItems[0]?.json)).toContain(
		'LinkedIn can’t find the image urn:li:image:unknown; nothing was posted',
	);
});

test('requests to the posts have the version and the method of Rest.li', async () => {
	await create({ mediaUrn: imageOf(OWNER) });
	expect(requests('posts.create')[0]?.headers).toMatchObject({
		'x-restli-method': 'create',
		'linkedin-version': '202609',
		'x-restli-protocol-version': '2.0.0',
	});
});
