import { toPostRequest } from '../../../linkedin/posts/content';
import { ACCOUNT, PAGE, PERSON } from '../api/support';
import { DOCUMENT, IMAGE, IMAGE_DRAFT, VIDEO } from './support';

/** As it goes over the wire. */
const wire = (...args: Parameters<typeof toPostRequest>): unknown =>
	JSON.parse(JSON.stringify(toPostRequest(...args).body));

test('an image post, whole', () => {
	expect(
		wire({ ...IMAGE_DRAFT, commentary: 'Look (here)', altTexts: [' A dog '], title: ' Rex ' }, [
			IMAGE,
		]),
	).toEqual({
		author: PERSON,
		commentary: 'Look \\(here\\)',
		visibility: 'PUBLIC',
		distribution: {
			feedDistribution: 'MAIN_FEED',
			targetEntities: [],
			thirdPartyDistributionChannels: [],
		},
		content: { media: { id: IMAGE, title: 'Rex', altText: 'A dog' } },
		lifecycleState: 'PUBLISHED',
		isReshareDisabledByAuthor: false,
	});
});

test('several images, in their order, each with its own alt text', () => {
	const images = ['urn:li:image:c', 'urn:li:image:a', 'urn:li:image:b'];
	expect(
		wire({ ...IMAGE_DRAFT, contentType: 'multiImage', altTexts: ['C', '', 'B'] }, images),
	).toMatchObject({
		content: {
			multiImage: {
				images: [
					{ id: 'urn:li:image:c', altText: 'C' },
					{ id: 'urn:li:image:a' },
					{ id: 'urn:li:image:b', altText: 'B' },
				],
			},
		},
	});
});

test.each([
	['video', VIDEO],
	['document', DOCUMENT],
] as const)('a %s with its title', (contentType, urn) => {
	expect(wire({ ...IMAGE_DRAFT, contentType, title: 'Report' }, [urn])).toMatchObject({
		content: { media: { id: urn, title: 'Report' } },
	});
});

test('an article, with and without thumbnail and description', () => {
	const source = 'https://example.com/news';
	const article = { ...IMAGE_DRAFT, contentType: 'article' as const, title: 'News' };
	expect(
		wire({ ...article, article: { source, description: 'What is new' } }, [IMAGE]),
	).toMatchObject({
		content: { article: { source, title: 'News', description: 'What is new', thumbnail: IMAGE } },
	});
	expect(wire({ ...article, article: { source, description: '' } }, [])).toMatchObject({
		content: { article: { source, title: 'News' } },
	});
	expect(
		JSON.stringify(wire({ ...article, article: { source, description: '' } }, [])),
	).not.toMatch(/thumbnail|description/);
});

test('a sponsored post names its ad account, and not the kind of ad', () => {
	const request = toPostRequest(
		{
			...IMAGE_DRAFT,
			author: PAGE,
			adAccount: ACCOUNT,
			feedDistribution: 'NONE',
			isReshareDisabledByAuthor: true,
		},
		[IMAGE],
	);
	expect(request).toMatchObject({ author: PAGE, adAccount: ACCOUNT });
	expect(request.body).toMatchObject({
		distribution: { feedDistribution: 'NONE' },
		lifecycleState: 'PUBLISHED',
		isReshareDisabledByAuthor: true,
	});
	expect(request.body.adContext).toStrictEqual({ dscAdAccount: ACCOUNT, dscStatus: 'ACTIVE' });
});

test('an ordinary post has no word of ads', () => {
	expect(wire(IMAGE_DRAFT, [IMAGE])).not.toHaveProperty('adContext');
});
