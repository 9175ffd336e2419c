import type { LinkedInClient } from '../api/client';
import { isRefusedWith } from '../api/error';
import type { JsonFields } from '../api/parse';
import { encodeValue } from '../api/restli';
import { numberOf, type Numbers } from '../posts/statistics/numbers';
import { underItsName } from './thread';

/** How much happened below a post. */
interface SocialCounts {
	/** `OPEN` or `CLOSED`. */
	readonly commentsState: string | null;
	/** With replies. */
	readonly commentCount: number | null;
	/** Without replies. */
	readonly topLevelCommentCount: number | null;
	/** Of all types together. */
	readonly reactionCount: number | null;
	/** By type, as far as there are any. */
	readonly reactions: Numbers | null;
}

const UNKNOWN_COUNTS: SocialCounts = {
	commentsState: null,
	commentCount: null,
	topLevelCommentCount: null,
	reactionCount: null,
	reactions: null,
};

/**
 * `GET /rest/socialMetadata/{URN}` ("Social Metadata" page). A type of reaction without any is left out.
 *
 * @param author the post's, if known
 * @returns null, with why, where the token may not see them, LinkedIn has none (what a draft answers no
 * page says), or leaves some out
 * @throws LinkedInError
 */
export async function getCounts(
	client: LinkedInClient,
	urn: string,
	author: string | undefined,
): Promise<{ readonly counts: SocialCounts; readonly warning?: string }> {
	try {
		const counts = await underItsName(urn, (name) => ask(client, name, author));
		const missing = Object.entries(counts).flatMap(([name, value]) =>
			value === null ? [name] : [],
		);
		if (missing.length === 0) return { counts };
		return { counts, warning: `LinkedIn returned nothing for ${missing.join(', ')}.` };
	} catch (error) {
		if (!isRefusedWith(error, 400, 403, 404)) throw error;
		return { counts: UNKNOWN_COUNTS, warning: `${error.message}. ${error.description}` };
	}
}

function ask(
	client: LinkedInClient,
	urn: string,
	author: string | undefined,
): Promise<SocialCounts> {
	return client.call(
		{
			method: 'GET',
			restliMethod: 'get',
			path: `/rest/socialMetadata/${encodeValue(urn)}`,
			purpose: {
				doing: `count the reactions and comments of ${urn}`,
				right: 'readCounts',
				owner: author,
			},
		},
		(answer) => {
			const comments = answer.optionalObject('commentSummary')?.all() ?? {};
			const reactions = reactionsIn(answer);
			return {
				commentsState: answer.optionalString('commentsState') ?? null,
				commentCount: numberOf(comments.count, 'commentSummary.count'),
				topLevelCommentCount: numberOf(comments.topLevelCount, 'commentSummary.topLevelCount'),
				reactionCount: reactions && sumOf(reactions),
				reactions,
			};
		},
	);
}

/** LinkedIn's list of the types may grow: all of them are shown. */
function reactionsIn(answer: JsonFields): Numbers | null {
	const summaries = answer.optionalObject('reactionSummaries');
	if (summaries === undefined) return null;
	return Object.fromEntries(
		Object.keys(summaries.all()).map((type) => [
			type,
			numberOf(summaries.object(type).all().count, `reactionSummaries.${type}.count`),
		]),
	);
}

function sumOf(counts: Numbers): number {
	return Object.values(counts).reduce<number>((sum, count) => sum + (count ?? 0), 0);
}
