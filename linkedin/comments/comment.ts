import { isoTime } from '../api/isoTime';
import { asText, recordOf } from '../api/parse';
import { commentUrl, ownUrn } from './commentUrn';
import type { Commented } from './thread';

/** A comment as LinkedIn describes it: its own fields, all of them. */
export type Comment = Readonly<Record<string, unknown>>;

/**
 * LinkedIn's fields, and what people need first: `urn`, `url` and `post`.
 *
 * @param fields the comment, as it came
 * @param on by which URN of the post it was asked for: other operations on posts take that one, and not
 * the activity that LinkedIn answers with
 * @returns undefined for what doesn't say which comment it is
 */
export function describeComment(fields: Comment, { post }: Commented): Comment | undefined {
	const urn = ownUrn(fields);
	if (urn === undefined) return undefined;
	const told = { urn: urn.text, url: commentUrl(urn), post };
	// First in the item, and never overwritten by LinkedIn's fields, to which new ones may be added
	// at any time.
	return { ...told, ...fields, ...told };
}

/**
 * A comment in the fields that most workflows go on with: `urn`, `url`, `post`, `actor`, `text`, `createdAt`
 * (ISO 8601), `parentComment`, `image`, `likes` and `replies`, each only where LinkedIn gives it: `actor` is
 * missing for people whose data the connection may not see.
 *
 * @param comment as {@link describeComment} gives it
 */
export function simpleComment(comment: Comment): Comment {
	const { likesSummary, commentsSummary } = comment;
	const fields = {
		urn: comment.urn,
		url: comment.url,
		post: comment.post,
		actor: actorOf(comment),
		text: asText(recordOf(comment.message).text),
		createdAt: isoTime(recordOf(comment.created).time),
		parentComment: asText(comment.parentComment),
		image: imageIn(comment.content),
		likes: countIn(recordOf(likesSummary).aggregatedTotalLikes),
		replies: countIn(recordOf(commentsSummary).aggregatedTotalComments),
	};
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** Who wrote it; a page may be called by its older name. */
function actorOf({ actor }: Comment): string | undefined {
	return asText(actor)?.replace(/^urn:li:company:/, 'urn:li:organization:');
}

/** @param page `urn:li:organization:…` */
export function isByPage(comment: Comment, page: string): boolean {
	return actorOf(comment) === page;
}

/** When a comment was written, in epoch milliseconds; 0 where LinkedIn doesn't say. */
export function writtenAt({ created }: Comment): number {
	const { time } = recordOf(created);
	return typeof time === 'number' ? time : 0;
}

function countIn(value: unknown): number | undefined {
	return typeof value === 'number' ? value : undefined;
}

/** Comments API page, "Schema": `content` is a list of entities; older ones hold an asset. */
function imageIn(content: unknown): string | undefined {
	const first: unknown = Array.isArray(content) ? content[0] : undefined;
	const { image, digitalmediaAsset } = recordOf(recordOf(first).entity);
	return asText(image) ?? asText(digitalmediaAsset);
}
