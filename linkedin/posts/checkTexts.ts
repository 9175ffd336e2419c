import { plural } from '../files/format';
import { Problem } from '../problem';
import type { PostDraft } from './draft';
import { characters } from './littleText';

/** Posts API page, altText: at most so many characters (less than 120 are advised). */
const MAX_ALT_TEXT = 4086;

/** LinkedIn's ad specifications. */
const MAX_ARTICLE_TITLE = 400;

/** @throws Problem for more texts than media, and for one that is too long */
export function checkAltTexts({ altTexts }: PostDraft, mediaCount: number): void {
	if (altTexts.length > mediaCount) {
		throw new Problem(
			`There are ${altTexts.length} alt texts for ${mediaCount} ${plural('image', mediaCount)}`,
			{ description: 'Give one alt text for each image, each in a line of its own.' },
		);
	}
	for (const [index, altText] of altTexts.entries()) {
		const length = characters(altText);
		if (length <= MAX_ALT_TEXT) continue;
		const which = altTexts.length > 1 ? ` ${index + 1}` : '';
		throw new Problem(
			`Alt Text${which} has ${length} characters; LinkedIn takes at most ${MAX_ALT_TEXT}`,
			{ description: 'Screen readers read it aloud: less than 120 characters serve best.' },
		);
	}
}

/** Articles and documents need a title (Posts API page, schema); only the article's has a limit. @throws Problem */
export function checkTitle({ contentType, title }: PostDraft): void {
	if (contentType !== 'article' && contentType !== 'document') return;
	if (title.trim() === '') {
		throw new Problem(`The ${contentType} has no title`, {
			description: 'LinkedIn does not read one from it: fill in "Title".',
		});
	}
	const length = characters(title.trim());
	if (contentType === 'article' && length > MAX_ARTICLE_TITLE) {
		throw new Problem(
			`Title has ${length} characters; LinkedIn takes at most ${MAX_ARTICLE_TITLE} for an article`,
			{ description: 'Shorten it. LinkedIn shows about the first 70.' },
		);
	}
}
