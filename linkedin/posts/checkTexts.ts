import { plural } from '../files/format';
import { Problem } from '../problem';
import type { PostDraft } from './draft';
import { characters } from './littleText';

/** Posts API page, altText: at most this many characters (fewer than 120 are recommended). */
const MAX_ALT_TEXT = 4086;

/** LinkedIn's ad specifications. */
const MAX_ARTICLE_TITLE = 400;

/** Posts API page, schema: `description`. */
const MAX_ARTICLE_DESCRIPTION = 4086;

/** @throws Problem if there are more texts than media, or one is too long */
export function checkAltTexts({ altTexts }: PostDraft, mediaCount: number): void {
	if (altTexts.length > mediaCount) {
		throw new Problem(
			`Alt Text has ${altTexts.length} ${plural('text', altTexts.length)}, but the post has ${mediaCount} ${plural('image', mediaCount)}`,
			{ description: 'Enter one alt text per image, each on its own line.' },
		);
	}
	for (const [index, altText] of altTexts.entries()) {
		const length = characters(altText);
		if (length <= MAX_ALT_TEXT) continue;
		const which = altTexts.length > 1 ? ` ${index + 1}` : '';
		throw new Problem(
			`Alt Text${which} has ${length} characters; LinkedIn allows up to ${MAX_ALT_TEXT}`,
			{
				description:
					'Shorten it. Screen readers read it aloud: fewer than 120 characters work best.',
			},
		);
	}
}

/**
 * Articles and documents need a title (Posts API page, schema); only that of an article has a
 * limit. @throws Problem
 */
export function checkTitle({ contentType, title }: PostDraft): void {
	if (contentType !== 'article' && contentType !== 'document') return;
	if (title.trim() === '') {
		throw new Problem(`The ${contentType} has no title`, {
			description:
				contentType === 'article'
					? 'LinkedIn doesn’t fetch the title from the page. Fill in "Title", or turn on "Fill From Page" if the page has one.'
					: 'On LinkedIn, a document needs a title. Fill in "Title".',
		});
	}
	const length = characters(title.trim());
	if (contentType === 'article' && length > MAX_ARTICLE_TITLE) {
		throw new Problem(
			`Title has ${length} characters; LinkedIn allows up to ${MAX_ARTICLE_TITLE} for an article`,
			{ description: 'Shorten it. LinkedIn shows about the first 70 characters.' },
		);
	}
}

/** @throws Problem */
export function checkArticleDescription({ contentType, article }: PostDraft): void {
	const length = characters(article?.description.trim() ?? '');
	if (contentType !== 'article' || length <= MAX_ARTICLE_DESCRIPTION) return;
	throw new Problem(
		`Article Description has ${length} characters; LinkedIn allows up to ${MAX_ARTICLE_DESCRIPTION}`,
		{ description: 'Shorten it.' },
	);
}
