import { plural } from '../files/format';
import { Problem } from '../problem';
import { checkAltTexts, checkArticleDescription, checkTitle } from './checkTexts';
import { toCommentary } from './commentary';
import { checkArticle, checkAudience, checkCards, checkLandingPage, checkText } from './checkParts';
import { CONTENT_TYPES, hasMedia, type ContentTypeName } from './contentTypes';
import type { PostDraft } from './draft';
import { checkMentions } from './textWarnings';
import { checkSponsored } from './sponsored';

/** What a post will show. */
export interface GivenMedia {
	readonly count: number;
	/** The field that names the media, as the form shows it. */
	readonly what: string;
	/** The number of input items: each becomes a separate post. */
	readonly items: number;
}

/**
 * What LinkedIn would refuse, found before anything is uploaded or posted.
 *
 * @throws Problem
 */
export function checkDraft(draft: PostDraft, media: GivenMedia): void {
	for (const check of draftChecks(draft, media)) check();
}

/** The same, each rule by itself: it throws a Problem. */
export function draftChecks(draft: PostDraft, media: GivenMedia): ReadonlyArray<() => void> {
	return RULES.map((rule) => () => {
		rule(draft, media);
	});
}

/** In the order in which they are checked. */
const RULES: ReadonlyArray<(draft: PostDraft, media: GivenMedia) => void> = [
	({ contentType }, media) => {
		checkMediaCount(contentType, media);
	},
	({ commentary }) => {
		checkMentions(commentary);
	},
	({ commentary, hashtags }) => toCommentary(commentary, hashtags),
	(draft, { count }) => {
		checkAltTexts(draft, count);
	},
	checkTitle,
	checkArticleDescription,
	checkText,
	checkArticle,
	checkCards,
	({ landingPage }) => {
		checkLandingPage(landingPage);
	},
	checkAudience,
	checkSponsored,
	checkVisibility,
];

function checkVisibility(draft: PostDraft): void {
	if (draft.visibility === 'CONNECTIONS' && draft.author.startsWith('urn:li:organization:')) {
		throw new Problem(
			`Visibility is "Connections", but the author is a page (${draft.author}), which has none`,
			{
				description: 'Set "Visibility" to "Public", or select a member as the author.',
			},
		);
	}
}

function checkMediaCount(name: ContentTypeName, { count, what, items }: GivenMedia): void {
	if (!hasMedia(name)) return;
	const { noun, collection, least, most, madeOf } = { madeOf: undefined, ...CONTENT_TYPES[name] };
	if (count >= least && count <= most) return;
	const media = madeOf ?? collection.noun;
	if (count === 0 && most === 1) {
		throw new Problem(`${what} is empty: ${noun} needs exactly 1 ${media}, but none was given`, {
			description: `Fill in "${what}". If it is an expression, check that it returns a value for this item.`,
		});
	}
	const expected =
		least === 0
			? `can have only ${most} ${media}`
			: least === most
				? `needs exactly ${least} ${media}`
				: `needs ${least} to ${most} ${plural(media, most)}`;
	const given = count === 0 ? 'none was' : count === 1 ? 'only 1 was' : `${count} were`;
	throw new Problem(`${what}: ${noun} ${expected}, but ${given} given`, {
		description: countAdvice(name, { count, what, items }),
	});
}

function countAdvice(name: ContentTypeName, { count, what, items }: GivenMedia): string {
	if (name === 'image' && count > 1) return 'Set "Content" to "Several Images".';
	if (name === 'cards') return count < 2 ? 'Add another card.' : 'Remove some cards.';
	const hasSeveral = name === 'multiImage' || name === 'carousel';
	if (hasSeveral && count < 2 && items > 1) {
		return `Each of the ${items} items makes a post of its own. To show their images in one post, combine the items first with an Aggregate node and its option "Include Binaries".`;
	}
	return hasSeveral && count === 1
		? 'Add another image, or set "Content" to "Image".'
		: `Check "${what}".`;
}
