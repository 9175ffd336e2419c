import { plural } from '../files/format';
import { Problem } from '../problem';
import { checkAltTexts, checkTitle } from './checkTexts';
import { toCommentary } from './commentary';
import { CONTENT_TYPES, type ContentTypeName } from './contentTypes';
import type { PostDraft } from './draft';
import { checkMentions } from './textWarnings';
import { checkSponsored } from './sponsored';

/**
 * What LinkedIn would refuse, found before anything is uploaded or posted.
 *
 * @param mediaCount how many media there will be
 * @throws Problem
 */
export function checkDraft(draft: PostDraft, mediaCount: number): void {
	checkMediaCount(draft.contentType, mediaCount);
	checkMentions(draft.commentary);
	toCommentary(draft.commentary, draft.hashtags);
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
