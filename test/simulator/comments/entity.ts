import type { Readings } from '../core/readings';
import type { Simulation } from '../core/simulation';
import type { Comment } from './comment';
import type { CommentsCaller } from './enter';

/**
 * documented (Comments API, samples): what a comment is answered with. `object` is the activity even
 * where a share was asked for; `agent` and `impersonator` are who comments as a page.
 */
export function commentEntity(
	{ comments, settings }: Simulation,
	comment: Comment,
	{ bearer }: CommentsCaller,
): object {
	const { commenters, commentUrnField } = settings.readings;
	const actor = shownActor(comment.actor, settings.readings);
	const { activity, id, image, memberId, mentions, parent, text, urn } = comment;
	const isPage = comment.actor.startsWith('urn:li:organization:');
	const agent = `urn:li:person:${memberId}`;
	const isHidden = commenters === 'hidden' && !isPage && memberId !== bearer.memberId;
	const by = isHidden ? {} : { actor, ...(isPage ? { agent } : {}) };
	const stampOf = (time: number) => ({
		...(isHidden ? {} : { actor, ...(isPage ? { impersonator: agent } : {}) }),
		time,
	});
	const replies = comments
		.all()
		.filter((each) => each.parent === urn && each.deletedAt === undefined).length;
	return {
		...by,
		...(commentUrnField === 'omitted' ? {} : { [commentUrnField]: urn }),
		id,
		object: activity,
		...(parent === undefined ? {} : { parentComment: parent }),
		message: { text, attributes: mentions.map(({ attribute }) => attribute) },
		...(image === undefined ? {} : { content: [{ entity: { image }, type: 'IMAGE' }] }),
		created: stampOf(comment.created.at),
		lastModified: stampOf(comment.modified.at),
		likesSummary: {
			totalLikes: 0,
			aggregatedTotalLikes: 0,
			likedByCurrentUser: false,
			selectedLikes: [],
		},
		...(parent === undefined
			? { commentsSummary: { totalFirstLevelComments: replies, aggregatedTotalComments: replies } }
			: {}),
	};
}

/** As of posts, whose pages name an author `urn:li:company:` in some samples: a reading. */
export function shownActor(actor: string, { commentActor }: Readings): string {
	return commentActor === 'company'
		? actor.replace(/^urn:li:organization:/, 'urn:li:company:')
		: actor;
}
