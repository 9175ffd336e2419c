import { checkDraft as check } from '../../../linkedin/posts/checkDraft';
import type { PostDraft } from '../../../linkedin/posts/draft';
import { Problem } from '../../../linkedin/problem';
import { ACCOUNT, failureOf, PAGE, PERSON } from '../api/support';
import { IMAGE_DRAFT } from './support';

const checkDraft = (given: PostDraft, count: number): void => {
	check(given, { count, what: 'Media URN', items: 1 });
};
const draft = (changes: Partial<PostDraft>): PostDraft => ({ ...IMAGE_DRAFT, ...changes });
const article = { source: 'https://example.com/news', description: '' };
const SPONSORED: Partial<PostDraft> = {
	author: PAGE,
	adAccount: ACCOUNT,
	feedDistribution: 'NONE',
};

describe('what LinkedIn takes', () => {
	test.each<[string, Partial<PostDraft>, number]>([
		['an image', {}, 1],
		['an image with the longest alt text', { altTexts: ['x'.repeat(4086)] }, 1],
		['2 images', { contentType: 'multiImage' }, 2],
		[
			'20 images, each with its alt text',
			{ contentType: 'multiImage', altTexts: Array.from({ length: 20 }, () => '🚀'.repeat(4086)) },
			20,
		],
		['a video without a title', { contentType: 'video' }, 1],
		['a document with a title', { contentType: 'document', title: 'x'.repeat(1000) }, 1],
		['an article', { contentType: 'article', title: 'News', article }, 0],
		['an article with thumbnail', { contentType: 'article', title: ' x'.repeat(200), article }, 1],
		['a text of 3,000 characters', { commentary: '('.repeat(3000) }, 1],
		['no text', { commentary: '' }, 1],
		['connections of a member', { visibility: 'CONNECTIONS' }, 1],
		['a sponsored post', SPONSORED, 1],
	])('%s', (_, changes, mediaCount) => {
		expect(() => {
			checkDraft(draft(changes), mediaCount);
		}).not.toThrow();
	});
});

describe('what LinkedIn would refuse, told with what to do', () => {
	test.each<[string, Partial<PostDraft>, number, RegExp, RegExp]>([
		[
			'no image',
			{},
			0,
			/^Media URN is empty: an image post needs exactly 1 image, but none was given$/,
			/Fill in/,
		],
		['2 images as one', {}, 2, /needs exactly 1 image, but 2 were given$/, /"Several Images"/],
		[
			'1 image of several',
			{ contentType: 'multiImage' },
			1,
			/needs 2 to 20 images, but only 1 was given$/,
			/"Image"/,
		],
		[
			'21 images',
			{ contentType: 'multiImage' },
			21,
			/needs 2 to 20 images, but 21 were given$/,
			/Check "Media URN"/,
		],
		['2 videos', { contentType: 'video' }, 2, /exactly 1 video, but 2 were given/, /Check/],
		[
			'no document',
			{ contentType: 'document', title: 'x' },
			0,
			/exactly 1 document, but none was given/,
			/Check "Media URN"|Fill in/,
		],
		[
			'2 thumbnails',
			{ contentType: 'article', title: 'x', article },
			2,
			/can have only 1 thumbnail, but 2 were given/,
			/Check "Media URN"|Fill in/,
		],
		[
			'a text of 3,001',
			{ commentary: 'x'.repeat(3001) },
			1,
			/3001 characters; LinkedIn allows up to 3000/,
			/Shorten/,
		],
		[
			'an alt text of 4,087',
			{ altTexts: ['x'.repeat(4087)] },
			1,
			/^Alt Text has 4087 characters; LinkedIn allows up to 4086$/,
			/120/,
		],
		[
			'the second alt text of 4,087',
			{ contentType: 'multiImage', altTexts: ['x', 'x'.repeat(4087)] },
			2,
			/^Alt Text 2 has 4087/,
			/120/,
		],
		[
			'more alt texts than images',
			{ altTexts: ['x', 'y'] },
			1,
			/^Alt Text has 2 texts, but the post has 1 image$/,
			/one alt text per image/,
		],
		[
			'a document without a title',
			{ contentType: 'document', title: ' ' },
			1,
			/^The document has no title$/,
			/"Title"/,
		],
		[
			'an article without a title',
			{ contentType: 'article', article },
			0,
			/^The article has no title$/,
			/"Title"/,
		],
		[
			'an article’s title of 401',
			{ contentType: 'article', title: 'x'.repeat(401), article },
			0,
			/^Title has 401 characters; LinkedIn allows up to 400/,
			/Shorten/,
		],
		[
			'an article of nowhere',
			{ contentType: 'article', title: 'x' },
			0,
			/^Article URL is empty$/,
			/https:\/\//,
		],
		[
			'a sponsored post in the feed',
			{ ...SPONSORED, feedDistribution: 'MAIN_FEED' },
			1,
			/can’t be shown in the feed/,
			/"None"/,
		],
		['a post in no feed', { feedDistribution: 'NONE' }, 1, /needs an ad account/, /"Ad Account"/],
		[
			'a member’s sponsored post',
			{ ...SPONSORED, author: PERSON },
			1,
			/by a page, not a member/,
			/page as the author/,
		],
		[
			'a sponsored post for members',
			{ ...SPONSORED, visibility: 'LOGGED_IN' },
			1,
			/"Visibility" is LOGGED_IN/,
			/"Public"/,
		],
		[
			'a sponsored post of 2 images',
			{ ...SPONSORED, contentType: 'multiImage' },
			2,
			/doesn’t allow sponsored posts with several images/,
			/one image/,
		],
		[
			'connections of a page',
			{ author: PAGE, visibility: 'CONNECTIONS' },
			1,
			/Visibility is "Connections", but the author is a page/,
			/"Public"/,
		],
	])('%s', async (_, changes, mediaCount, message, description) => {
		const problem = await failureOf(Problem, () => {
			checkDraft(draft(changes), mediaCount);
		});
		expect(problem.message).toMatch(message);
		expect(problem.description).toMatch(description);
	});

	test.each(['example.com', 'ftp://example.com', 'javascript:alert(1)', 'https://', 'https://a b'])(
		'the article %s',
		async (source) => {
			const problem = await failureOf(Problem, () => {
				checkDraft(
					draft({ contentType: 'article', title: 'x', article: { source, description: '' } }),
					0,
				);
			});
			expect(problem.message).toBe(`Article URL "${source}" is not a valid URL`);
		},
	);
});
