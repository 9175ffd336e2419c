import { Problem } from '../problem';
import type { PostDraft } from './draft';
import { checkWebLink } from './webLink';

const SAMPLE_PAGE = 'https://example.com/news';
const SAMPLE_LANDING_PAGE = 'https://example.com/offer';

/** A post of nothing at all is refused (Posts API page, errors: INVALID_VALUE_BLANK_FIELD). @throws Problem */
export function checkText({ contentType, commentary }: PostDraft): void {
	if (contentType !== 'text' || commentary.trim() !== '') return;
	throw new Problem('Text is empty: a text post needs a text', {
		description:
			'Fill in "Text". If it is an expression, check that it returns a value for this item.',
	});
}

/** @throws Problem */
export function checkArticle({ contentType, article }: PostDraft): void {
	if (contentType !== 'article') return;
	checkWebLink(article?.source ?? '', 'Article URL', SAMPLE_PAGE);
}

/**
 * Carousel ads ("Carousel Content"): cards are an ad's, and each leads to a page of its own.
 *
 * @throws Problem
 */
export function checkCards({ contentType, cards = [], adAccount }: PostDraft): void {
	if (contentType !== 'cards') return;
	if (adAccount === undefined) {
		throw new Problem('A post with cards is an ad, and needs an ad account', {
			description:
				'Add the option "Ad Account". To let everybody swipe through images, set "Content" to "Carousel".',
		});
	}
	for (const [index, { landingPage, title }] of cards.entries()) {
		if (title === '') {
			throw new Problem(`Cards, entry ${index + 1}: Title is empty: each card has a title`, {
				description: 'Enter the text below the image of this card.',
			});
		}
		const what = `Cards, entry ${index + 1}: Landing Page`;
		checkWebLink(landingPage, what, SAMPLE_LANDING_PAGE);
	}
}

/** @throws Problem */
export function checkLandingPage(landingPage: string | undefined): void {
	if (landingPage !== undefined) checkWebLink(landingPage, 'Landing Page', SAMPLE_LANDING_PAGE);
}

/** Posts API page, schema, `targetEntities`: for pages only; whoever posts as a member reaches all. @throws Problem */
export function checkAudience({ author, targetEntities }: PostDraft): void {
	if (targetEntities.length === 0 || author.startsWith('urn:li:organization:')) return;
	throw new Problem(`Only a page’s post can have an audience, but the author is ${author}`, {
		description: 'Select a page as the author, or remove the option "Audience".',
	});
}
