import type { INodeParameters } from 'n8n-workflow';

import { posting } from './postSupport';
import { ACCOUNT, byUrn, file, item, OWNER, PAGE, postUrn, scene, sha256 } from './scene';

const stage = scene();
const { calls, files, linkedIn, post } = stage;
const { imageOf, imagesOf } = posting(stage);

const posted = () => linkedIn.posts()[0];
const asAd = { adAccount: byUrn('123456789') };
const of = (contentType: string, form: INodeParameters = {}) =>
	post('create', { contentType, ...form });

describe('a text', () => {
	test('is a post of its own: one call', async () => {
		const { json } = await of('text', { commentary: 'Hello (all) #news' });
		expect(json).toStrictEqual({
			urn: posted()?.urn,
			url: `https://www.linkedin.com/feed/update/${posted()?.urn ?? ''}`,
			status: 'PUBLISHED',
			author: OWNER,
			text: 'Hello (all) #news',
			media: [],
			retries: 0,
			calls: 1,
			warnings: [],
		});
		expect(posted()).toMatchObject({ text: 'Hello (all) #news', visible: true });
		expect(posted()?.content).toBeUndefined();
		expect(calls()).toEqual(['posts.create']);
	});

	test.each(['', '  \n', '={{ $json.missing }}'])(
		'%j is none: told before the first call',
		async (text) => {
			await of('text', { commentary: text }).failsAtOnce('Text is empty: a text post needs a text');
		},
	);

	test('files of the item are left alone', async () => {
		await of('text', { commentary: 'Hello' }).of(file('picture.png'));
		expect(calls()).toEqual(['posts.create']);
	});
});

describe('a reshare', () => {
	const original = async () => (await of('text', { commentary: 'First' })).json.urn as string;

	test.each([
		['by its URN', (urn: string) => urn],
		['by its address', (urn: string) => `https://www.linkedin.com/feed/update/${urn}/`],
		[
			'by the address in the code to embed it',
			(urn: string) => `https://www.linkedin.com/embed/feed/update/${urn}?collapsed=1`,
		],
	])('%s, with a text', async (_, write) => {
		const urn = await original();
		const parentPost = postUrn(write(urn));
		const { json } = await of('reshare', { commentary: 'Worth reading', parentPost }).as(PAGE);
		expect(json).toMatchObject({ author: PAGE, text: 'Worth reading', media: [], calls: 1 });
		const [, reshare] = linkedIn.posts();
		expect(reshare).toMatchObject({
			text: 'Worth reading',
			reshareContext: { parent: urn, root: urn },
		});
		expect(reshare?.createRequest).not.toHaveProperty('content');
	});

	test('without a text', async () => {
		const parentPost = postUrn(await original());
		const { json } = await of('reshare', { commentary: '', parentPost }).as(PAGE);
		expect(json).toMatchObject({ text: '', media: [] });
	});

	test.each([
		['', 'Post to Reshare is empty'],
		['urn:li:activity:7785000000000000000', 'contains an activity ID'],
		['https://www.linkedin.com/posts/ada_talk-activity-7785000000000000000-abcd', 'activity ID'],
		['urn:li:image:abc', 'Post to Reshare'],
	])('%j is no post: told before the first call', async (parent, words) => {
		await of('reshare', { parentPost: postUrn(parent) }).failsAtOnce(words);
	});

	test('of a post whose author allows none: LinkedIn’s refusal, and what to look at', async () => {
		await of('text', { commentary: 'Mine alone' }).options({ isReshareDisabledByAuthor: true });
		const parentPost = postUrn(posted()?.urn ?? '');
		await of('reshare', { commentary: 'x', parentPost })
			.as(PAGE)
			.fails('its author allows reshares');
		expect(linkedIn.posts()).toHaveLength(1);
	});

	test('of a post that is not there', async () => {
		const parentPost = postUrn('urn:li:share:7000000000000000001');
		await of('reshare', { commentary: 'x', parentPost }).fails('still exists');
	});
});

describe('cards of an ad', () => {
	const card = (image: string, index: number) => ({
		urn: image,
		title: `Card ${index + 1}`,
		landingPage: `https://example.com/${index + 1}`,
	});

	test('images on LinkedIn, each with its title and landing page', async () => {
		const images = imagesOf(PAGE, 2);
		const { json } = await of('cards', {
			commentary: 'Look',
			mediaSource: 'urn',
			cards: { card: images.map(card) },
		})
			.as(PAGE)
			.options(asAd);
		expect(json).toMatchObject({ media: images });
		expect(posted()).toMatchObject({
			feedDistribution: 'NONE',
			adContext: { dscAdAccount: ACCOUNT, dscStatus: 'ACTIVE' },
			content: {
				carousel: {
					cards: [
						{ media: { id: images[0], title: 'Card 1' }, landingPage: 'https://example.com/1' },
						{ media: { id: images[1], title: 'Card 2' }, landingPage: 'https://example.com/2' },
					],
				},
			},
		});
	});

	test('images from binary fields and from URLs are uploaded first', async () => {
		const photo = file('picture.png');
		const other = file('thumbnail.jpg');
		const rest = { title: 'Offer', landingPage: 'https://example.com/offer' };
		await of('cards', {
			commentary: 'Look',
			cards: {
				card: [
					{ binaryPropertyName: 'one', ...rest },
					{ binaryPropertyName: 'two', ...rest },
				],
			},
		})
			.of(item({ one: photo, two: other }))
			.as(PAGE)
			.options(asAd);
		expect(linkedIn.images().map(({ sha256: hash }) => hash)).toEqual(
			[photo, other].map(({ content }) => sha256(content)),
		);
		const urls = ['/1.png', '/2.png'].map((path) => files.add(path, { content: photo.content }));
		await of('cards', {
			commentary: 'Look again',
			mediaSource: 'url',
			cards: { card: urls.map((url) => ({ url, ...rest })) },
		})
			.as(PAGE)
			.options(asAd);
		expect(linkedIn.posts()).toHaveLength(2);
		expect(linkedIn.images()).toHaveLength(4);
	});

	test.each([
		['no ad account', [0, 1], {}, 'needs an ad account'],
		['one card', [0], asAd, 'needs 2 to 10 images, but only 1 was given'],
		['eleven cards', Array.from({ length: 11 }, (_, index) => index), asAd, 'but 11 were given'],
	])('%s: told before the first call', async (_, places, options, words) => {
		const cards = { card: places.map((index) => card('urn:li:image:abc', index)) };
		await of('cards', { commentary: 'x', mediaSource: 'urn', cards })
			.as(PAGE)
			.options(options)
			.failsAtOnce(words);
	});

	test.each([
		[{ title: ' ' }, 'Cards, entry 2: Title is empty'],
		[{ landingPage: '' }, 'Cards, entry 2: Landing Page is empty'],
		[{ landingPage: 'x.com' }, 'Cards, entry 2: Landing Page "x.com" is not a valid URL'],
	])('a card with %j: told before the first call', async (wrong, words) => {
		const one = card('urn:li:image:a', 0);
		const two = card('urn:li:image:b', 1);
		await of('cards', {
			commentary: 'x',
			mediaSource: 'urn',
			cards: { card: [one, { ...two, ...wrong }] },
		})
			.as(PAGE)
			.options(asAd)
			.failsAtOnce(words);
	});
});

describe('what ads and pages have besides', () => {
	test('a button and where it leads', async () => {
		await of('image', { mediaSource: 'urn', mediaUrn: imageOf(PAGE), commentary: 'x' })
			.as(PAGE)
			.options({ ...asAd, callToAction: 'SIGN_UP', landingPage: ' https://example.com/offer ' });
		expect(posted()).toMatchObject({
			contentCallToActionLabel: 'SIGN_UP',
			contentLandingPage: 'https://example.com/offer',
		});
	});

	test('a button that leads nowhere is a warning', async () => {
		linkedIn.configure({ readings: { labelWithoutLandingPage: 'accepted' } });
		const { json } = await of('text', { commentary: 'x' })
			.as(PAGE)
			.options({
				...asAd,
				callToAction: 'SIGN_UP',
			});
		expect(json.warnings).toEqual([
			'"Call to Action" is set without "Landing Page": LinkedIn may refuse the post, or show no button.',
		]);
	});

	test('a landing page that is no address: told before the first call', async () => {
		await of('text', { commentary: 'x' })
			.options({ landingPage: 'example' })
			.failsAtOnce('Landing Page "example" is not a valid URL');
	});

	const audience = [{ geoLocations: ['urn:li:geo:103644278'], staffCountRanges: ['SIZE_1'] }];

	test.each([
		['a list', `={{ ${JSON.stringify(audience)} }}`],
		['its JSON', JSON.stringify(audience)],
		['one audience', JSON.stringify(audience[0])],
	])('an audience as %s', async (_, targetEntities) => {
		await of('text', { commentary: 'x' }).as(PAGE).options({ targetEntities });
		expect(posted()?.targetEntities).toEqual(audience);
	});

	test.each([
		['{', 'Audience is not a valid audience'],
		['["urn:li:geo:1"]', 'Audience is not a valid audience'],
		['{"geoLocations": "urn:li:geo:1"}', 'Audience is not a valid audience'],
	])('%s is no audience: told before the first call', async (targetEntities, words) => {
		await of('text', { commentary: 'x' }).as(PAGE).options({ targetEntities }).failsAtOnce(words);
	});

	test('a member’s post has no audience: told before the first call', async () => {
		await of('text', { commentary: 'x' })
			.options({ targetEntities: JSON.stringify(audience) })
			.failsAtOnce('Only a page’s post can have an audience');
	});

	test('alt texts beyond LinkedIn’s advice are a warning', async () => {
		const form = { mediaSource: 'urn', mediaUrns: imagesOf(OWNER, 3).join(), commentary: 'x' };
		const long = 'a'.repeat(121);
		const { json } = await of('multiImage', { ...form, altText: [long, 'b', long].join('\n') });
		expect(json.warnings).toEqual([
			'Alt Text 1, 3 have more than 120 characters. LinkedIn advises fewer: screen readers read all of it aloud.',
		]);
	});
});

describe('what was uploaded before a file failed', () => {
	const binaryPropertyNames = 'one, two, three';
	const three = () =>
		item({
			one: file('picture.png'),
			two: file('thumbnail.jpg'),
			three: file('picture.png'),
		});

	test('stands in the error', async () => {
		stage.plan('images.upload', 403, { call: 3 });
		const { told } = await of('multiImage', { commentary: 'x', binaryPropertyNames })
			.of(three())
			.fails('403');
		const [one, two] = linkedIn.images();
		expect(told).toContain(
			`Already uploaded: ${one?.urn ?? ''}, ${two?.urn ?? ''}. To reuse them, set Media Source to URN.`,
		);
		expect(linkedIn.posts()).toEqual([]);
	});

	test('is used by the next try', async () => {
		stage.plan('images.upload', 403, { call: 3 });
		const { json } = await of('multiImage', { commentary: 'x', binaryPropertyNames })
			.of(three())
			.tries(2);
		expect(linkedIn.posts()).toHaveLength(1);
		expect(json.media).toEqual(linkedIn.images().map(({ urn }) => urn));
		expect(linkedIn.images()).toHaveLength(3);
		expect(stage.requests('images.upload')).toHaveLength(4);
	});
});
