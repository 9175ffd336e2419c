import { Problem } from '../problem';
import type { PostDraft } from './draft';

/**
 * Posts API page, "Create Organic and Sponsored Posts": a dark post is a public post of a page that
 * appears in no feed, and has at most one image, video or document. It names the ad account that it
 * is for.
 *
 * @throws Problem
 */
export function checkSponsored(draft: PostDraft): void {
	const { adAccount, feedDistribution, author, visibility, contentType } = draft;
	if (adAccount === undefined) {
		if (feedDistribution === 'MAIN_FEED') return;
		throw new Problem('A post that isn’t shown in the feed needs an ad account', {
			description: 'Add the option "Ad Account", or set "Feed Distribution" to "Main Feed".',
		});
	}
	if (feedDistribution !== 'NONE') {
		throw new Problem('A post with "Ad Account" can’t be shown in the feed', {
			description: 'Set "Feed Distribution" to "None", or remove the option "Ad Account".',
		});
	}
	if (!author.startsWith('urn:li:organization:')) {
		throw new Problem(`Sponsored posts must be published by a page, not a member (${author})`, {
			description: 'Select a page as the author, or remove the option "Ad Account".',
		});
	}
	if (visibility !== 'PUBLIC') {
		throw new Problem(`Sponsored posts must be public, but "Visibility" is ${visibility}`, {
			description: 'Set "Visibility" to "Public", or remove the option "Ad Account".',
		});
	}
	if (contentType === 'multiImage') {
		throw new Problem('LinkedIn doesn’t allow sponsored posts with several images', {
			description: 'Use one image, or remove the option "Ad Account".',
		});
	}
}
