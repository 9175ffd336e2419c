import { refusals } from '../core/catalogue';
import type { Content } from './content/content';
import type { EntityFields } from './entityFields';
import type { AdContext, Distribution } from './post';

/** public (rest.li, seen): LinkedIn writes these itself. */
const readOnly = ['dscAdType', 'isDsc'];

/** public (Posts API, schema of `adContext`). */
export const dscStatuses = ['ACTIVE', 'ARCHIVED'] as const;

/** public (Posts API, "Content Types"): a sponsored post is neither multi-image nor poll. */
const organicOnly = ['multiImage', 'poll'];

/** public (Posts API, "Content Types"): a carousel is sponsored. */
const sponsoredOnly = ['carousel'];

/** public (Posts API, schema of `adContext`): the ad account of a dark post. */
export function readAdContext(post: EntityFields): AdContext | undefined {
	const fields = post.optionalObject('adContext');
	if (fields === undefined) return undefined;
	const dscAdAccount = fields.has('dscAdAccount')
		? fields.urn('dscAdAccount', ['sponsoredAccount']).text
		: '';
	const dscName = fields.optionalWords('dscName');
	const dscStatus = fields.optionalChoice('dscStatus', dscStatuses);
	fields.noOthers(readOnly);
	return { dscAdAccount, dscName, dscStatus: dscStatus ?? 'ACTIVE' };
}

/**
 * public (Posts API, seen): a post without feed distribution is Direct Sponsored Content: a page is
 * its author, and it names its ad account. assumed: a post that the feed shows names none.
 */
export function requireSponsorship(
	author: string,
	{ feedDistribution }: Distribution,
	adContext: AdContext | undefined,
	content: Content | undefined,
): void {
	if (feedDistribution !== 'NONE') {
		if (adContext !== undefined) {
			throw refusals.invalidFieldValue('/distribution/feedDistribution', feedDistribution);
		}
		refuseKinds(sponsoredOnly, content);
		return;
	}
	if (!author.startsWith('urn:li:organization:')) {
		throw refusals.invalidFieldValue('/distribution/feedDistribution', feedDistribution);
	}
	if (adContext === undefined || adContext.dscAdAccount === '') {
		throw refusals.missingForSponsored('/adContext/dscAdAccount');
	}
	refuseKinds(organicOnly, content);
}

function refuseKinds(kinds: readonly string[], content: Content | undefined): void {
	if (content !== undefined && kinds.includes(content.kind)) {
		throw refusals.invalidFieldValue('/content', content.kind);
	}
}
