import type { Simulation } from '../core/simulation';
import { people, times, type Deed } from './activity';

/** What was done with these posts in the feed, the reactions and comments of the API among it. */
export function organicDeeds(
	{ activity, comments, reactions }: Simulation,
	posts: readonly string[],
): readonly Deed[] {
	const wanted = new Set(posts);
	const reacted = reactions
		.all()
		.filter(({ root }) => wanted.has(root))
		.map(({ actor, createdAt, root }): Deed => {
			return { post: root, kind: 'like', member: actor, at: createdAt, times: 1 };
		});
	const commented = comments
		.all()
		.filter(({ deletedAt, post }) => wanted.has(post) && deletedAt === undefined)
		.map(({ actor, created, post }): Deed => {
			return { post, kind: 'comment', member: actor, at: created.at, times: 1 };
		});
	return [...activity.inFeed(wanted), ...reacted, ...commented];
}

/**
 * public (Share Statistics): `totalShareStatistics`. "engagement" is clicks, likes, comments and shares
 * by impressions. assumed: 0 where nothing was shown.
 */
export function shareStatistics(deeds: readonly Deed[]) {
	const impressionCount = times(deeds, 'view');
	const clickCount = times(deeds, 'click', 'linkClick');
	const likeCount = times(deeds, 'like');
	const commentCount = times(deeds, 'comment');
	const shareCount = times(deeds, 'share');
	const acts = clickCount + likeCount + commentCount + shareCount;
	return {
		impressionCount,
		uniqueImpressionsCount: people(deeds.filter(({ kind }) => kind === 'view')),
		clickCount,
		likeCount,
		commentCount,
		shareCount,
		engagement: impressionCount === 0 ? 0 : acts / impressionCount,
	};
}

/** URNs of an author's posts that are there. */
export function postsOf({ posts }: Simulation, author: string): readonly string[] {
	return posts
		.all()
		.filter((post) => post.author === author && post.deletedAt === undefined)
		.map(({ urn }) => urn);
}
