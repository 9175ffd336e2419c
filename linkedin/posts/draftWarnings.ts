import type { PostDraft } from './draft';
import { characters } from './littleText';

/** Posts API page, altText: fewer than 120 characters are advised. */
const ADVISED_ALT_TEXT = 120;

/**
 * What LinkedIn takes, and readers or LinkedIn may not take as it was meant.
 *
 * @returns sentences
 */
export function draftWarnings(draft: PostDraft): readonly string[] {
	return [...altTextWarnings(draft), ...buttonWarnings(draft)];
}

function altTextWarnings({ altTexts }: PostDraft): readonly string[] {
	const long = altTexts.flatMap((text, index) =>
		characters(text) > ADVISED_ALT_TEXT ? [index + 1] : [],
	);
	if (long.length === 0) return [];
	const which = altTexts.length === 1 ? '' : ` ${long.join(', ')}`;
	const has = long.length === 1 ? 'has' : 'have';
	return [
		`Alt Text${which} ${has} more than ${ADVISED_ALT_TEXT} characters. LinkedIn advises fewer: screen readers read all of it aloud.`,
	];
}

/** Whether LinkedIn takes a button that leads nowhere its documents leave open. */
function buttonWarnings({ callToAction, landingPage, contentType }: PostDraft): readonly string[] {
	// An article leads to its own page, the cards to theirs.
	const leads = landingPage !== undefined || contentType === 'article' || contentType === 'cards';
	if (callToAction === undefined || leads) return [];
	return [
		'"Call to Action" is set without "Landing Page": LinkedIn may refuse the post, or show no button.',
	];
}
