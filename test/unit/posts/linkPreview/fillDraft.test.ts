import fc from 'fast-check';

import { cutAtWord } from '../../../../linkedin/posts/linkPreview/cutAtWord';
import { fillDraft, withThumbnailText } from '../../../../linkedin/posts/linkPreview/fillDraft';
import { IMAGE_DRAFT } from '../support';

const source = 'https://example.com/news';
const article = (title: string, description: string) => ({
	...IMAGE_DRAFT,
	contentType: 'article' as const,
	title,
	article: { source, description },
});
const PAGE = { title: 'Of the page', description: 'Said there' };

describe('what the form says counts', () => {
	test.each([
		['', '', 'Of the page', 'Said there'],
		[' \n', 'Mine', 'Of the page', 'Mine'],
		['Mine', '', 'Mine', 'Said there'],
	])('title "%s", description "%s"', (title, description, shownTitle, shown) => {
		const { draft, warnings } = fillDraft(article(title, description), PAGE);
		expect(draft).toMatchObject({ title: shownTitle, article: { source, description: shown } });
		expect(warnings).toEqual([]);
	});
});

test('what is too long for LinkedIn is cut at a word, and told', () => {
	const { draft, warnings } = fillDraft(article('', ''), {
		title: 'word '.repeat(100).trim(),
		description: 'x'.repeat(5000),
	});
	expect(draft.title).toBe(`${'word '.repeat(79).trim()}…`);
	expect(draft.article?.description).toBe(`${'x'.repeat(4084)}…`);
	expect(warnings).toEqual([
		'The title of the page has 499 characters, and LinkedIn allows 399. It was shortened.',
		'The description of the page has 5000 characters, and LinkedIn allows 4085. It was shortened.',
	]);
});

test('the picture’s text is the thumbnail’s', () => {
	const picture = { url: 'https://example.com/a.png', altText: 'A dog' };
	expect(withThumbnailText(article('', ''), { ...PAGE, picture })).toMatchObject({
		article: { thumbnailAltText: 'A dog' },
	});
	expect(withThumbnailText(article('', ''), PAGE).article).not.toHaveProperty('thumbnailAltText');
});

test('a text that is cut has at most so many characters, and is made of whole ones', () => {
	fc.assert(
		fc.property(
			fc.string({ unit: 'grapheme', maxLength: 80 }),
			fc.integer({ min: 5, max: 60 }),
			(text, most) => {
				const cut = cutAtWord(text, most);
				expect(cut.length).toBeLessThanOrEqual(most);
				expect(cut).not.toMatch(/\p{Surrogate}/u);
				if (text.length <= most) expect(cut).toBe(text);
				else expect(cut.endsWith('…')).toBe(true);
			},
		),
	);
});

test.each([
	['one two three', 13, 'one two three'],
	['aaaaaaaa bbb ccc', 14, 'aaaaaaaa bbb…'],
	['aaaaaaaa bbb ccc', 13, 'aaaaaaaa bbb…'],
	['aaaaaaaa, – bbbbb', 13, 'aaaaaaaa…'],
	['日本語日本語日本語', 5, '日本語日…'],
	['abc😀😀', 5, 'abc…'],
])('"%s" in %d characters', (text, most, cut) => {
	expect(cutAtWord(text, most)).toBe(cut);
});
