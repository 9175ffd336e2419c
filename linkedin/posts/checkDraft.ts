import { Problem } from '../problem';
import { CONTENT_TYPES, type ContentTypeName } from './contentTypes';
import type { PostDraft } from './draft';
import { characters, toCommentary } from './littleText';
import { checkSponsored } from './sponsored';

/** Posts API page, altText: at most so many characters (less than 120 are advised). */
export const MAX_ALT_TEXT = 4086;

/** LinkedIn's ad specifications. */
const MAX_ARTICLE_TITLE = 400;

/**
 * What LinkedIn would refuse, found before anything is uploaded or posted.
 *
 * @param mediaCount how many media there will be
 * @throws Problem
 */
export function checkDraft(draft: PostDraft, mediaCount: number): void {
	checkMediaCount(draft.contentType, mediaCount);
	toCommentary(draft.commentary);
	checkAltTexts(draft, mediaCount);
	checkTitle(draft);
	checkArticle(draft);
	checkSponsored(draft);
	if (draft.visibility === 'CONNECTIONS' && draft.author.startsWith('urn:li:organization:')) {
		throw new Problem(`A page (${draft.author}) has no connections to show a post to`, {
			description: 'Set "Visibility" to "Public", or choose a member as the author.',
		});
	}
}

function checkMediaCount(name: ContentTypeName, count: number): void {
	const { noun, collection, least, most } = CONTENT_TYPES[name];
	if (count >= least && count <= most) return;
	const media = name === 'article' ? 'thumbnail' : collection.noun;
	const expected =
		least === most ? `exactly ${least} ${media}` : `${least} to ${most} ${plural(media, most)}`;
	const advice =
		name === 'image' && count > 1
			? 'Set "Content" to "Several Images".'
			: name === 'multiImage' && count === 1
				? 'Set "Content" to "Image".'
				: 'Check the fields that name the media.';
	throw new Problem(
		`${noun} shows ${expected}; given ${count === 1 ? 'is' : 'are'} ${count === 0 ? 'none' : count}`,
		{ description: advice },
	);
}

function checkAltTexts({ altTexts }: PostDraft, mediaCount: number): void {
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

/** Articles and documents need a title (Posts API page, schema); only the article's has a limit. */
function checkTitle({ contentType, title }: PostDraft): void {
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

function checkArticle({ contentType, article }: PostDraft): void {
	if (contentType !== 'article') return;
	const source = article?.source ?? '';
	if (!isWebAddress(source)) {
		throw new Problem(`Article URL "${source}" is not a web address`, {
			description: 'It must be complete, such as https://example.com/news.',
		});
	}
}

function isWebAddress(text: string): boolean {
	try {
		return ['http:', 'https:'].includes(new URL(text).protocol) && !/\s/.test(text);
	} catch {
		return false;
	}
}

function plural(noun: string, count: number): string {
	return count === 1 ? noun : `${noun}s`;
}
