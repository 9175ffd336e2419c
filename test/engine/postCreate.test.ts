import fc from 'fast-check';

import { fixture } from '../fixtures/make';
import { pageTree, pdf } from '../unit/files/documentFixtures';
import {
	ACCOUNT,
	byUrn,
	calls,
	expectClean,
	item,
	openLab,
	OWNER,
	PAGE,
	requests,
	sha256,
	told,
	type Lab,
} from './lab';
import { createPost, imageOf, imagesOf, picture, talk, videoOf } from './postSupport';

let lab: Lab;
beforeAll(async () => {
	lab = await openLab();
});
beforeEach(() => lab.simulator.reset());
afterAll(() => lab.close());

const report = { content: pdf(pageTree(3)), fileName: 'Annual report.pdf' };

describe('media that are on LinkedIn', () => {
	test('an image with alt text: one read, one post, its URN and address', async () => {
		const image = imageOf(lab, OWNER);
		const result = await createPost(lab, {
			parameters: { mediaUrn: image, altText: 'A dog', title: 'Rex' },
		});
		expectClean(lab, result);
		const [post] = lab.simulator.posts();
		expect(result.items[0]?.json).toStrictEqual({
			urn: post?.urn,
			url: `https://www.linkedin.com/feed/update/${post?.urn ?? ''}`,
			media: [image],
			retries: 0,
			warnings: [],
		});
		expect(post).toMatchObject({
			author: OWNER,
			text: 'Hello',
			visibility: 'PUBLIC',
			feedDistribution: 'MAIN_FEED',
			lifecycleState: 'PUBLISHED',
			content: { media: { id: image, altText: 'A dog', title: 'Rex' } },
			isReshareDisabledByAuthor: false,
			visible: true,
		});
		expect(calls(lab.simulator)).toEqual(['images.get', 'posts.create']);
	});

	test.each([
		['text', (urns: string[]) => urns.join(', ')],
		['lines', (urns: string[]) => urns.join('\n')],
		['a list', (urns: string[]) => `={{ ${JSON.stringify(urns)} }}`],
	])('several images as %s, in their order, each with its alt text', async (_, write) => {
		const images = imagesOf(lab, OWNER, 3).reverse();
		const result = await createPost(lab, {
			parameters: { contentType: 'multiImage', mediaUrns: write(images), altText: 'One\n\nThree' },
		});
		expectClean(lab, result);
		expect(lab.simulator.posts()[0]?.content).toEqual({
			multiImage: {
				images: [
					{ id: images[0], altText: 'One' },
					{ id: images[1] },
					{ id: images[2], altText: 'Three' },
				],
			},
		});
		expect(result.items[0]?.json.media).toEqual(images);
	});

	test.each([2, 20])('%d images are taken', async (count) => {
		const images = imagesOf(lab, PAGE, count);
		const result = await createPost(lab, {
			parameters: {
				author: byUrn(PAGE),
				contentType: 'multiImage',
				mediaUrns: images.join(','),
			},
		});
		expectClean(lab, result);
		expect(lab.simulator.posts()[0]?.media).toEqual(images);
	});

	test('a page’s video with its title, for members only, that nobody may reshare', async () => {
		const video = videoOf(lab, PAGE);
		const result = await createPost(lab, {
			parameters: {
				author: byUrn(PAGE),
				contentType: 'video',
				mediaUrn: video,
				title: 'Talk',
				visibility: 'LOGGED_IN',
				options: { isReshareDisabledByAuthor: true },
			},
		});
		expectClean(lab, result);
		const [post] = lab.simulator.posts();
		expect(post).toMatchObject({
			author: PAGE,
			content: { media: { id: video, title: 'Talk' } },
			visibility: 'LOGGED_IN',
			isReshareDisabledByAuthor: true,
		});
		expect(result.items[0]?.json.url).toContain('urn:li:ugcPost:');
	});

	test('an article with a thumbnail, and one without', async () => {
		const image = imageOf(lab, OWNER);
		const article = {
			contentType: 'article',
			articleUrl: 'https://example.com/news?a=1',
			title: 'News',
			articleDescription: 'What is new',
		};
		const result = await createPost(lab, { parameters: { ...article, mediaUrn: image } });
		expectClean(lab, result);
		const bare = await createPost(lab, { parameters: { ...article, articleDescription: '' } });
		expectClean(lab, bare);
		expect(lab.simulator.posts().map(({ content }) => content)).toEqual([
			{
				article: {
					source: 'https://example.com/news?a=1',
					title: 'News',
					description: 'What is new',
					thumbnail: image,
				},
			},
			{ article: { source: 'https://example.com/news?a=1', title: 'News' } },
		]);
		expect(bare.items[0]?.json.media).toEqual([]);
	});

	test('a draft, where LinkedIn takes drafts', async () => {
		lab.simulator.configure({ readings: { draftOnCreate: 'accepted' } });
		const result = await createPost(lab, {
			parameters: { mediaUrn: imageOf(lab, OWNER), options: { lifecycleState: 'DRAFT' } },
		});
		expectClean(lab, result);
		expect(lab.simulator.posts()[0]).toMatchObject({ lifecycleState: 'DRAFT', visible: false });
	});

	test('a sponsored post of a page names its ad account, and stands in no feed', async () => {
		const result = await createPost(lab, {
			parameters: {
				author: byUrn(PAGE),
				mediaUrn: imageOf(lab, PAGE),
				options: { adAccount: byUrn('123456789') },
			},
		});
		expectClean(lab, result);
		expect(lab.simulator.posts()[0]).toMatchObject({
			feedDistribution: 'NONE',
			adContext: { dscAdAccount: ACCOUNT, dscStatus: 'ACTIVE' },
		});
	});
});

describe('files that are uploaded first', () => {
	test('an image from a binary field', async () => {
		const result = await createPost(lab, {
			parameters: { mediaSource: 'binaryData', binaryPropertyName: 'photo' },
			items: [item({ photo: picture() })],
		});
		expectClean(lab, result);
		const [image] = lab.simulator.images();
		expect(image).toMatchObject({ owner: OWNER, sha256: sha256(picture().content) });
		expect(lab.simulator.posts()[0]?.media).toEqual([image?.urn]);
		expect(calls(lab.simulator)).toEqual([
			'images.initializeUpload',
			'images.upload',
			'images.get',
			'posts.create',
		]);
	});

	test('several images from fields named in one text', async () => {
		const result = await createPost(lab, {
			parameters: {
				contentType: 'multiImage',
				mediaSource: 'binaryData',
				binaryPropertyNames: 'one, two',
			},
			items: [
				item({
					two: { content: fixture('thumbnail.jpg'), fileName: 'two.jpg' },
					one: picture('one.png'),
				}),
			],
		});
		expectClean(lab, result);
		const hashes = lab.simulator.posts()[0]?.media.map((urn) => lab.simulator.image(urn).sha256);
		expect(hashes).toEqual([sha256(picture().content), sha256(fixture('thumbnail.jpg'))]);
	});

	test('a page’s video with captions and thumbnail, posted when it is processed', async () => {
		lab.simulator.nextVideo({ kind: 'afterReads', reads: 1 });
		const result = await createPost(lab, {
			parameters: {
				author: byUrn(PAGE),
				contentType: 'video',
				mediaSource: 'binaryData',
				title: 'Talk',
				captionsSource: 'text',
				captionsText: fixture('talk.srt').toString(),
				thumbnailSource: 'binaryData',
			},
			items: [item({ data: talk(), thumbnail: fixture('thumbnail.jpg') })],
		});
		expectClean(lab, result);
		const [video] = lab.simulator.videos();
		expect(video).toMatchObject({
			owner: PAGE,
			sha256: sha256(fixture('talk.mp4')),
			captions: { text: fixture('talk.srt').toString() },
			thumbnail: { sha256: sha256(fixture('thumbnail.jpg')) },
		});
		expect(lab.simulator.posts()[0]).toMatchObject({ media: [video?.urn], visible: true });
		expect(calls(lab.simulator).slice(-3)).toEqual(['videos.get', 'videos.get', 'posts.create']);
	});

	test('a document goes by its file’s name where there is no title', async () => {
		const result = await createPost(lab, {
			parameters: { contentType: 'document', mediaSource: 'binaryData' },
			items: [item({ data: report })],
		});
		expectClean(lab, result);
		const [document] = lab.simulator.documents();
		expect(document?.sha256).toBe(sha256(report.content));
		expect(lab.simulator.posts()[0]?.content).toEqual({
			media: { id: document?.urn, title: 'Annual report.pdf' },
		});
	});

	test('what there is to say about a file stands in the item', async () => {
		const content = pdf('1 0 obj\n<< /Type /Catalog >>\nendobj\n');
		const result = await createPost(lab, {
			parameters: { contentType: 'document', mediaSource: 'binaryData' },
			items: [item({ data: { content, fileName: 'packed.pdf' } })],
		});
		expectClean(lab, result);
		expect(result.items[0]?.json.warnings).toEqual([
			expect.stringContaining('"packed.pdf" could not be counted'),
		]);
	});

	test('an article’s thumbnail', async () => {
		const result = await createPost(lab, {
			parameters: {
				contentType: 'article',
				articleUrl: 'https://example.com/news',
				title: 'News',
				mediaSource: 'binaryData',
			},
			items: [item({ data: picture() })],
		});
		expectClean(lab, result);
		expect(lab.simulator.posts()[0]?.media).toEqual([lab.simulator.images()[0]?.urn]);
	});
});

describe('the text', () => {
	test('arrives as typed', async () => {
		const commentary = 'Look (here) #1 @you \\o/ {hashtag} [a](b) <c> *d* _e_ ~f~ |g|';
		const result = await createPost(lab, {
			parameters: { mediaUrn: imageOf(lab, OWNER), commentary },
		});
		expectClean(lab, result);
		expect(lab.simulator.posts()[0]).toMatchObject({
			text: commentary,
			lostText: '',
			mentions: [],
			hashtags: [],
		});
	});

	test('any text at all arrives as typed', async () => {
		const reserved = Array.from('\\|{}@[]()<>#*_~#@[(');
		await fc.assert(
			fc.asyncProperty(
				fc.oneof(
					fc.string({ unit: 'binary', maxLength: 60 }),
					fc.string({
						unit: fc.constantFrom(...reserved, 'a', '1', ' ', '\n', '🚀'),
						maxLength: 60,
					}),
				),
				async (typed) => {
					fc.pre(typed.trim() !== '' && !typed.startsWith('='));
					await lab.simulator.reset();
					const result = await createPost(lab, {
						parameters: { mediaUrn: imageOf(lab, OWNER), commentary: typed },
					});
					expect(result.error).toBeUndefined();
					const [post] = lab.simulator.posts();
					expect(post?.text).toBe(typed);
					expect(post?.lostText).toBe('');
				},
			),
			{ numRuns: 60 },
		);
	});

	test('mentions and hashtags are real where they are written as LinkedIn does', async () => {
		const result = await createPost(lab, {
			parameters: {
				mediaUrn: imageOf(lab, OWNER),
				commentary:
					'With @[Page with an admin](urn:li:organization:2414183) and @[Ben](urn:li:person:m3mbEr_2): {hashtag|#|coffee_2} {hashtag|\\#|日本} #no',
			},
		});
		expectClean(lab, result);
		expect(lab.simulator.posts()[0]).toMatchObject({
			text: 'With Page with an admin and Ben: #coffee_2 #日本 #no',
			mentions: [
				{ name: 'Page with an admin', urn: 'urn:li:organization:2414183' },
				{ name: 'Ben', urn: 'urn:li:person:m3mbEr_2' },
			],
			hashtags: ['coffee_2', '日本'],
			lostText: '',
		});
	});

	test('may be empty, and may have 3,000 characters of any kind', async () => {
		for (const commentary of ['', '🚀'.repeat(1500) + '('.repeat(1500)]) {
			const result = await createPost(lab, {
				parameters: { mediaUrn: imageOf(lab, OWNER), commentary },
			});
			expectClean(lab, result);
			expect(lab.simulator.posts().at(-1)?.text).toBe(commentary);
		}
	});
});

describe('what LinkedIn would refuse is told before the first call', () => {
	test.each([
		[
			'a text of 3,001',
			{ commentary: 'x'.repeat(3001), mediaUrn: 'urn:li:image:a' },
			/3001 characters/,
		],
		[
			'an alt text of 4,087',
			{ altText: 'x'.repeat(4087), mediaUrn: 'urn:li:image:a' },
			/4087 characters/,
		],
		['no image', {}, /exactly 1 image; given are none/],
		[
			'1 image of several',
			{ contentType: 'multiImage', mediaUrns: 'urn:li:image:a' },
			/2 to 20 images; given is 1/,
		],
		[
			'21 images',
			{
				contentType: 'multiImage',
				mediaUrns: Array.from({ length: 21 }, (_, n) => `urn:li:image:a${n}`).join(),
			},
			/2 to 20 images; given are 21/,
		],
		['a video as an image', { mediaUrn: 'urn:li:video:a' }, /a URN of the kind "video"/],
		[
			'an author that is none',
			{ author: byUrn(ACCOUNT), mediaUrn: 'urn:li:image:a' },
			/^Author .* of the kind "sponsoredAccount"/,
		],
		[
			'a document without a title',
			{ contentType: 'document', mediaUrn: 'urn:li:document:a' },
			/has no title/,
		],
		[
			'an article without an address',
			{ contentType: 'article', title: 'x' },
			/Article URL "" is not a web address/,
		],
		[
			'a member’s sponsored post',
			{ mediaUrn: 'urn:li:image:a', options: { adAccount: byUrn(ACCOUNT) } },
			/not a member’s/,
		],
		[
			'a post in no feed',
			{ mediaUrn: 'urn:li:image:a', options: { feedDistribution: 'NONE' } },
			/needs an ad account/,
		],
		[
			'an ad account that is none',
			{ mediaUrn: 'urn:li:image:a', options: { adAccount: byUrn('x') } },
			/Ad Account "x" is not/,
		],
		[
			'an ad account that is empty: the post would be public',
			{ mediaUrn: 'urn:li:image:a', options: { adAccount: byUrn('={{ $json.none }}') } },
			/Ad Account is empty/,
		],
		[
			'a visibility whose expression gives nothing',
			{ mediaUrn: 'urn:li:image:a', visibility: '={{ $json.none }}' },
			/Visibility is empty/,
		],
		[
			'a state whose expression gives nothing',
			{ mediaUrn: 'urn:li:image:a', options: { lifecycleState: '={{ $json.none }}' } },
			/Lifecycle State is empty/,
		],
		['unknown content', { contentType: 'poll', mediaUrn: 'urn:li:image:a' }, /Content is "poll"/],
		[
			'an unknown source',
			{ mediaSource: 'disk' },
			/Media Source is "disk", not "binaryData" or "url" or "urn"/,
		],
		[
			'an unknown visibility',
			{ visibility: 'FRIENDS', mediaUrn: 'urn:li:image:a' },
			/Visibility is "FRIENDS"/,
		],
	])('%s', async (_, parameters, says) => {
		const result = await createPost(lab, { parameters });
		expectClean(lab, result);
		expect(told(result)).toMatch(says);
		expect(lab.simulator.journal).toEqual([]);
	});

	test.each([
		['a missing field', {}, {}, /no binary field "data"/],
		['a file of the wrong kind', {}, { data: talk() }, /not a JPG, PNG or GIF/],
		[
			'too many of them, before any is looked for',
			{
				contentType: 'multiImage',
				binaryPropertyNames: Array.from({ length: 21 }, (_, n) => `image${n}`).join(),
			},
			{},
			/2 to 20 images; given are 21/,
		],
		[
			'the second of two files',
			{ contentType: 'multiImage', binaryPropertyNames: 'one,two' },
			{ one: picture(), two: Buffer.from('no image') },
			/"two.bin" is not a JPG, PNG or GIF/,
		],
		[
			'a document with too many pages',
			{ contentType: 'document' },
			{ data: { content: pdf(pageTree(301)), fileName: 'long.pdf' } },
			/"long.pdf" has 301 pages/,
		],
	])('%s', async (_, parameters, files, says) => {
		const result = await createPost(lab, {
			parameters: { mediaSource: 'binaryData', ...parameters },
			items: [item(files)],
		});
		expectClean(lab, result);
		expect(told(result)).toMatch(says);
		expect(lab.simulator.journal).toEqual([]);
	});
});

describe('several items', () => {
	test('each is paired with its own; one that fails goes to the error branch', async () => {
		const images = imagesOf(lab, OWNER, 2);
		const result = await createPost(lab, {
			onError: 'continueErrorOutput',
			parameters: { mediaUrn: '={{ $json.image }}', commentary: '={{ $json.text }}' },
			items: [
				{ json: { image: images[0], text: 'First' } },
				{ json: { image: 'urn:li:image:unknown', text: 'Second' } },
				{ json: { image: images[1], text: 'Third' } },
			],
		});
		expectClean(lab, result);
		expect(result.items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 2 }]);
		expect(lab.simulator.posts().map(({ text }) => text)).toEqual(['First', 'Third']);
		expect(result.errorItems).toHaveLength(1);
		expect(result.errorItems[0]?.pairedItem).toEqual({ item: 1 });
		expect(JSON.stringify(result.errorItems[0]?.json)).toContain(
			'LinkedIn does not find the image urn:li:image:unknown; nothing was posted',
		);
	});
});

test('requests to the posts have the version and the method of Rest.li', async () => {
	await createPost(lab, { parameters: { mediaUrn: imageOf(lab, OWNER) } });
	expect(requests(lab.simulator, 'posts.create')[0]?.headers).toMatchObject({
		'x-restli-method': 'create',
		'linkedin-version': '202607',
		'x-restli-protocol-version': '2.0.0',
	});
});
