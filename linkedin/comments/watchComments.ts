import type { LinkedInClient } from '../api/client';
import { isRefusedWith, LinkedInError } from '../api/error';
import { asText, recordOf } from '../api/parse';
import { DAY_MS } from '../api/token';
import { beginAt, latest, newsIn, OVERLAP_MS, withSeen } from '../posts/seen';
import { Problem } from '../problem';
import type { Comment } from './comment';
import type { CommentsMemory, LearntOfNotifications } from './commentsMemory';
import { COMMENT } from './commentUrn';
import { getComment } from './get';
import { findNotifiedComments, NOTIFICATIONS_KEPT_MS } from './notifications';
import { recentComments, writtenAt } from './recentComments';

/** Whose posts are watched, and for how long one poll may read. */
interface CommentsWatch {
	/** `urn:li:organization:…` */
	readonly page: string;
	/** Epoch milliseconds. */
	readonly deadline: number;
}

/** What was written since the last poll, oldest first, and the memory to keep for the next one. */
interface CommentsPoll {
	readonly news: readonly Comment[];
	readonly memory: CommentsMemory;
}

/** How far back the first poll looks for what is there already. */
const BEGIN_MS = DAY_MS;

/** Comments that one poll reads at most. */
const MAX_READ = 10_000;

/** Comments that one poll reads one by one, where LinkedIn's notifications don't say what was written. */
const MOST_COMPLETED = 50;

/** What was read, and what was learnt about this connection. */
interface Reading {
	readonly comments: readonly Comment[];
	readonly learnt: LearntOfNotifications;
}

/**
 * One poll of the comments on a page's posts, by LinkedIn's notifications; where the connection may not read
 * them, by the comments of the newest posts. It can be repeated with the same memory: no comment comes twice
 * unless the memory was not kept, and a poll that fails leaves everything to the next one.
 *
 * @param memory of the last poll; without one the comments that are there are remembered, and are no news
 * @throws LinkedInError; Problem where there is more than one poll can read
 */
export async function pollComments(
	client: LinkedInClient,
	watch: CommentsWatch,
	memory: CommentsMemory | undefined,
): Promise<CommentsPoll> {
	const now = client.options.now();
	const since = memory === undefined ? now - BEGIN_MS : memory.latest - OVERLAP_MS;
	const { refused, withoutRange } = memory ?? {};
	const known = { refused, withoutRange };
	const { comments, learnt } = await read(client, watch, { since, now, known });
	const newest = latest(comments.map(writtenAt), memory?.latest ?? since);
	const seen = memory ? withSeen(comments, memory, DATED) : beginAt(comments, since, DATED);
	return {
		news: memory ? await completed(client, newsIn(comments, memory, DATED)) : [],
		memory: { latest: newest, ...seen, ...learnt },
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
	const { comments } = await read(client, watch, { since: 0, now, known: {} });
	const newest = [...comments].sort((one, other) => writtenAt(other) - writtenAt(one)).slice(0, 1);
	return (await completed(client, newest))[0];
}

/** With what was written, where the connection may read it. */
async function completed(
	client: LinkedInClient,
	comments: readonly Comment[],
): Promise<readonly Comment[]> {
	const whole: Comment[] = [];
	let left = MOST_COMPLETED;
	for (const comment of comments) {
		const urn = COMMENT.read(String(comment.urn));
		const isWhole = asText(recordOf(comment.message).text) !== undefined;
		if (isWhole || urn === undefined || left === 0) {
			whole.push(comment);
			continue;
		}
		left -= 1;
		const { url, post } = comment;
		const read = await getComment(client, urn).catch((error: unknown) => {
			// The event itself is none of what is missing.
			if (error instanceof LinkedInError) return {};
			throw error;
		});
		whole.push({ ...comment, ...read, urn: urn.text, url, post });
	}
	return whole;
}

interface Asked {
	readonly since: number;
	readonly now: number;
	readonly known: LearntOfNotifications;
}

async function read(client: LinkedInClient, watch: CommentsWatch, asked: Asked): Promise<Reading> {
	const today = Math.floor(asked.now / DAY_MS);
	if (asked.known.refused === today) return readPosts(client, watch, asked.known);
	try {
		return await readNotifications(client, watch, asked);
	} catch (error) {
		if (!isRefusedWith(error, 403)) throw error;
		// Asked again tomorrow: a role can be given.
		return readPosts(client, watch, { ...asked.known, refused: today }, error);
	}
}

async function readNotifications(
	client: LinkedInClient,
	{ page, deadline }: CommentsWatch,
	{ since, now, known }: Asked,
): Promise<Reading> {
	const { withoutRange } = known;
	// LinkedIn's clock may be ahead of this one.
	const range = { start: Math.max(since, now - NOTIFICATIONS_KEPT_MS), end: now + DAY_MS };
	const comments: Comment[] = [];
	try {
		const pages = findNotifiedComments(client, withoutRange ? { page } : { page, range });
		for await (const found of pages) {
			comments.push(...found);
			if (comments.length >= MAX_READ || client.options.now() >= deadline) throw tooMany(page);
		}
	} catch (error) {
		if (withoutRange || !isRefusedWith(error, 400)) throw error;
		return readNotifications(
			client,
			{ page, deadline },
			{ since, now, known: { withoutRange: true } },
		);
	}
	return { comments, learnt: withoutRange ? { withoutRange } : {} };
}

async function readPosts(
	client: LinkedInClient,
	{ page, deadline }: CommentsWatch,
	learnt: Reading['learnt'],
	refusal?: LinkedInError,
): Promise<Reading> {
	try {
		const goOn = () => client.options.now() < deadline;
		const { comments, whole } = await recentComments(client, page, goOn);
		if (!whole) throw tooMany(page);
		return { comments, learnt };
	} catch (error) {
		// What would have been enough is what is to be said.
		if (refusal && isRefusedWith(error, 403)) throw refusal;
		throw error instanceof Error ? error : new Error(String(error));
	}
}

/** The number in the URN: it is the same, whichever URN the post has there. */
function idOf({ urn }: Comment): string {
	return String(urn).replace(/^.*,/, '').replace(')', '');
}

const DATED = { keyOf: idOf, timeOf: writtenAt };

function tooMany(page: string): Problem {
	return new Problem(
		`Reading the comments on the posts of ${page} took longer than n8n allows for a poll`,
		{ description: 'No comment is lost: the next poll starts over. Poll more often.' },
	);
}
