import { refusals } from '../core/catalogue';
import type { SimRequest } from '../core/http';
import type { Simulation } from '../core/simulation';
import type { Post } from '../posts/post';
import { activityOf, postOfThread } from '../posts/thread';
import { parseRestli, RestliSyntaxError } from '../rules/restli';
import type { Comment } from './comment';

/** What a call is about: the comments of a post, or the replies to one of them. */
export interface Place {
	readonly post: Post;
	readonly activity: string;
	readonly parent: Comment | undefined;
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
	const [, thread = urn, id = ''] = inner ?? [];
	const post = postOfThread(simulation, thread, 'threadUrn');
	const place = { post, activity: activityOf(post.urn) };
	if (inner === null) return { ...place, parent: undefined };
	const parent = simulation.comments.find(id);
	const isThere = parent?.activity === place.activity && parent.deletedAt === undefined;
	if (!isThere) throw refusals.notFound(404);
	return { ...place, parent };
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
