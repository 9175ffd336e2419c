import { createHash } from 'node:crypto';
import { refusals } from '../core/catalogue';
import type { SimRequest } from '../core/http';
import type { Simulation } from '../core/simulation';
import type { Post } from '../posts/post';
import { parseRestli, RestliSyntaxError } from '../rules/restli';
import type { Comment } from './comment';

/** What a call is about: the comments of a post, or the replies to one of them. */
export interface Place {
	readonly post: Post;
	readonly activity: string;
	readonly parent: Comment | undefined;
}

/**
 * public (another vendor's documentation): a post's activity has a number of its own, which cannot be computed. Here it is
 * made of the post's, in a way that no client should know.
 */
export function activityOf({ id }: Pick<Post, 'id'>): string {
	const digest = createHash('sha256').update(`activity ${id}`).digest();
	const digits = Array.from(digest.subarray(0, 18), (byte) => byte % 10);
	return `urn:li:activity:6${digits.join('')}`;
}

/** documented (Comments API, paths): the post or the comment stands in the path, encoded. */
export function readPlace(simulation: Simulation, { path, segments }: SimRequest): Place {
	const raw = path.split('/')[3] ?? '';
	requireEncoded(raw);
	return placeOf(simulation, segments[2] ?? '');
}

/** public (Rest.li protocol 2.0): the marks of Rest.li inside of a key are percent-encoded. */
function requireEncoded(raw: string): void {
	try {
		if (typeof parseRestli(raw) === 'string') return;
	} catch (error) {
		if (!(error instanceof RestliSyntaxError)) throw error;
	}
	throw refusals.badRequest(`Syntax error in the key ${raw}: reserved characters are not encoded`);
}

/** A post by any of its URNs, or a comment. */
export function placeOf(simulation: Simulation, urn: string): Place {
	const inner = /^urn:li:comment:\((.*),([0-9]+)\)$/.exec(urn);
	if (inner === null) return { ...postOf(simulation, urn), parent: undefined };
	const [, thread = '', id = ''] = inner;
	const place = postOf(simulation, thread);
	const parent = simulation.comments.find(id);
	const isThere = parent?.activity === place.activity && parent.deletedAt === undefined;
	if (!isThere) throw refusals.notFound(404);
	return { ...place, parent };
}

/**
 * documented (Comments API, `object`): a share, a ugcPost or an activity. Seen: the URN of another
 * family is refused with the one that LinkedIn wants; which one that is, is a reading.
 */
function postOf(simulation: Simulation, urn: string): Omit<Place, 'parent'> {
	const [, type, id = ''] = /^urn:li:(share|ugcPost|activity):([0-9]+)$/.exec(urn) ?? [];
	if (type === undefined) {
		throw refusals.invalidUrnType('threadUrn', urn, 'share or ugcPost or activity or comment');
	}
	const post = simulation.posts
		.all()
		.find((each) => (type === 'activity' ? activityOf(each) === urn : each.id === id));
	if (post === undefined || post.deletedAt !== undefined) throw refusals.notFound(404);
	const activity = activityOf(post);
	const { commentThread } = simulation.settings.readings;
	const taken = {
		any: [post.urn, activity],
		post: [post.urn],
		activity: [activity],
	}[commentThread];
	if (!taken.includes(urn)) throw refusals.otherThread(urn, taken[0] ?? '');
	return { post, activity };
}

/** The comment of a call that names one, by the post or by the comment that it replies to. */
export function requireComment(simulation: Simulation, request: SimRequest): Comment {
	const { activity, parent } = readPlace(simulation, request);
	const comment = simulation.comments.find(request.segments[4] ?? '');
	const isThere = comment?.activity === activity && comment.deletedAt === undefined;
	const isReply = parent === undefined || comment?.parent === parent.urn;
	if (comment === undefined || !isThere || !isReply) throw refusals.notFound(404);
	return comment;
}
