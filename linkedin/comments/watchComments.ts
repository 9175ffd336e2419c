import type { LinkedInClient } from '../api/client';
import { DAY_MS } from '../api/token';
import { beginAt, latest, newsIn, OVERLAP_MS, withSeen } from '../posts/seen';
import { writtenAt, type Comment } from './comment';
import { learntIn, type CommentsMemory } from './commentsMemory';
import { completeComments } from './completeComments';
import { NOTIFICATIONS_KEPT_MS } from './notifications';
import { readComments, type CommentsWatch } from './readComments';

/** What was written since the last poll, oldest first, and the memory to keep for the next one. */
interface CommentsPoll {
	readonly news: readonly Comment[];
	readonly memory: CommentsMemory;
}

/** How far back the first poll looks for what is there already: clocks differ. */
const BEGIN_MS = DAY_MS;

/**
 * One poll of the comments on a page's posts. It can be repeated with the same memory: no comment comes
 * twice unless the memory was not kept, and a poll that fails leaves everything to the next one, as does
 * one that has more to read than there is time for.
 *
 * @param memory of the last poll; without one the comments that are there are remembered, and are no news
 * @throws LinkedInError; Problem where there is more at one moment than one poll can read
 */
export async function pollComments(
	client: LinkedInClient,
	watch: CommentsWatch,
	memory: CommentsMemory | undefined,
): Promise<CommentsPoll> {
	const now = client.options.now();
	const since = memory === undefined ? now - BEGIN_MS : memory.latest - OVERLAP_MS;
	const known = memory ? learntIn({ ...memory }) : {};
	const { comments, learnt, until } = await readComments(client, watch, { since, now, known });
	if (memory === undefined) {
		const begun = until === undefined ? since : now;
		const newest = latest(comments.map(writtenAt), begun);
		return { news: [], memory: { latest: newest, ...beginAt(comments, begun, DATED), ...learnt } };
	}
	const news = newsIn(comments, memory, DATED);
	const { told, rest } = await completeComments(client, news, watch.deadline);
	const left = rest[0];
	// What was not reached is asked for next time, and what was not told is no part of the memory.
	const reached = [until, left && writtenAt(left)].filter((time) => time !== undefined);
	const newest = latest(comments.map(writtenAt), memory.latest);
	const untold = new Set(rest.map(idOf));
	const seen = withSeen(
		comments.filter((comment) => !untold.has(idOf(comment))),
		memory,
		DATED,
	);
	return {
		news: told,
		memory: {
			latest: reached.length === 0 ? newest : Math.min(...reached) + OVERLAP_MS,
			...seen,
			...learnt,
		},
	};
}

/**
 * The newest comment by others on the page's posts.
 *
 * @throws LinkedInError; Problem
 */
export async function newestComment(
	client: LinkedInClient,
	watch: CommentsWatch,
): Promise<Comment | undefined> {
	const now = client.options.now();
	// On most pages, the first of them is enough.
	for (const back of [DAY_MS, 7 * DAY_MS, NOTIFICATIONS_KEPT_MS]) {
		const { comments } = await readComments(client, watch, { since: now - back, now, known: {} });
		const [newest] = [...comments].sort((one, other) => writtenAt(other) - writtenAt(one));
		if (newest) return (await completeComments(client, [newest], Infinity)).told[0];
	}
	return undefined;
}

/** The number in the URN: it is the same, whichever URN the post has there. */
function idOf({ urn }: Comment): string {
	return String(urn).replace(/^.*,/, '').replace(')', '');
}

const DATED = { keyOf: idOf, timeOf: writtenAt };
