import type { Readings } from '../core/readings';
import { storedText } from './littleText';
import type { Post } from './post';

/**
 * linkedin-images-api, samples of get and batch get of a post. public (Posts API, samples): a post of
 * text has an empty content; a reshare names its parent and its root.
 */
export function postEntity(post: Post, readings: Readings): object {
	const { adContext, contentCallToActionLabel, contentLandingPage, publishedAt, reshare } = post;
	return {
		id: post.urn,
		author: shownAuthor(post.author, readings),
		commentary: storedText(post.commentary),
		visibility: post.visibility,
		distribution: {
			feedDistribution: post.distribution.feedDistribution,
			thirdPartyDistributionChannels: [],
			...shownTargets(post, readings),
		},
		...shownContent(post, readings),
		lifecycleState: post.lifecycleState,
		lifecycleStateInfo: { isEditedByAuthor: post.isEdited },
		isReshareDisabledByAuthor: post.isReshareDisabledByAuthor,
		...(adContext === undefined ? {} : { adContext: { ...adContext, isDsc: true } }),
		...(contentLandingPage === undefined ? {} : { contentLandingPage }),
		...(contentCallToActionLabel === undefined ? {} : { contentCallToActionLabel }),
		...(reshare === undefined ? {} : { reshareContext: reshare }),
		createdAt: post.createdAt,
		lastModifiedAt: post.modified.at,
		...(publishedAt === undefined ? {} : { publishedAt }),
	};
}

function shownTargets({ distribution }: Post, { targetsInAnswers }: Readings): object {
	const { targetEntities } = distribution;
	return targetEntities.length === 0 || targetsInAnswers === 'omitted' ? {} : { targetEntities };
}

function shownContent({ content }: Post, { textPostContent }: Readings): object {
	if (content !== undefined) return { content: content.shown };
	return textPostContent === 'empty' ? { content: {} } : {};
}

/** linkedin-images-api: `urn:li:company:` in the sample of get, an organization in the next. */
function shownAuthor(author: string, { postAuthor }: Readings): string {
	return postAuthor === 'company'
		? author.replace(/^urn:li:organization:/, 'urn:li:company:')
		: author;
}
