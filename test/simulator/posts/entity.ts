import type { Readings } from '../core/readings';
import { storedText } from './littleText';
import type { Post } from './post';

/** linkedin-images-api, samples of get and batch get of a post. */
export function postEntity(post: Post, readings: Readings): object {
	const { adContext, contentCallToActionLabel, contentLandingPage, createdAt } = post;
	const published = post.lifecycleState === 'PUBLISHED';
	return {
		id: post.urn,
		author: shownAuthor(post.author, readings),
		commentary: storedText(post.commentary),
		visibility: post.visibility,
		distribution: {
			feedDistribution: post.distribution.feedDistribution,
			thirdPartyDistributionChannels: [],
			...(post.distribution.targetEntities.length === 0
				? {}
				: { targetEntities: post.distribution.targetEntities }),
		},
		...(post.content === undefined ? {} : { content: post.content.shown }),
		lifecycleState: post.lifecycleState,
		lifecycleStateInfo: { isEditedByAuthor: false },
		isReshareDisabledByAuthor: post.isReshareDisabledByAuthor,
		...(adContext === undefined ? {} : { adContext: { ...adContext, isDsc: true } }),
		...(contentLandingPage === undefined ? {} : { contentLandingPage }),
		...(contentCallToActionLabel === undefined ? {} : { contentCallToActionLabel }),
		createdAt,
		lastModifiedAt: createdAt,
		...(published ? { publishedAt: createdAt } : {}),
	};
}

/** linkedin-images-api: `urn:li:company:` in the sample of get, an organization in the next. */
function shownAuthor(author: string, { postAuthor }: Readings): string {
	return postAuthor === 'company'
		? author.replace(/^urn:li:organization:/, 'urn:li:company:')
		: author;
}
