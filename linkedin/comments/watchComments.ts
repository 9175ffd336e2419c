import type { LinkedInClient } from '../api/client';
import { isRefusedWith, LinkedInError } from '../api/error';
import { asText, recordOf } from '../api/parse';
import { Problem } from '../problem';
import type { Comment } from './comment';
import type { CommentsMemory } from './commentsMemory';
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
	readonly comments: readonly Comment[];
	readonly memory: CommentsMemory;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** LinkedIn's notifications come with a delay: what was written shortly before may be missing. */
const OVERLAP_MS = HOUR_MS;

/** A comment that LinkedIn tells of later than of younger ones is told nevertheless, if not much later. */
const LATE_MS = 7 * DAY_MS;

/** How far back the first poll looks for what is there already. */
const BEGIN_MS = DAY_MS;

/** Comments that are remembered at most. */
const MAX_SEEN = 1000;

/** Comments that one poll reads at most. */
const MAX_READ = 10_000;

/** Comments that one poll reads one by one, where LinkedIn's notifications don't say what was written. */
const MOST_COMPLETED = 50;

/** What was read, and what was learnt about this connection. */
interface Reading {
	readonly comments: readonly Comment[];
	readonly learnt: Pick<CommentsMemory, 'refused' | 'withoutRange'>;
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
	const { comments, learnt } = await read(client, watch, { since, now, known: memory ?? {} });
	if (memory === undefined) {
		const latest = comments.map(writtenAt).reduce((one, other) => Math.max(one, other), since);
		return { comments: [], memory: { latest, floor: latest, seen: {}, ...learnt } };
	}
	const news = comments
		.filter((comment) => writtenAt(comment) > memory.floor && !(idOf(comment) in memory.seen))
		.sort((one, other) => writtenAt(one) - writtenAt(other));
	const told = await completed(client, news);
	return { comments: told, memory: { ...advance(memory, comments), ...learnt } };
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
	readonly known: Pick<CommentsMemory, 'refused' | 'withoutRange'>;
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
	const range = { start: Math.max(since, now - NOTIFICATIONS_KEPT_MS), end: now + HOUR_MS };
	const comments: Comment[] = [];
	try {
		const pages = findNotifiedComments(client, withoutRange ? { page } : { page, range });
		for await (const found of pages) {
			comments.push(...found);
			if (comments.length >= MAX_READ || client.options.now() >= deadline) throw tooMany(page);
		}
	} catch (error) {
		if (withoutRange || !isRefusedWith(error, 400)) throw error;
		return readNotifications(client, { page, deadline }, { since, now, known: { withoutRange: true } });
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

function advance(memory: CommentsMemory, comments: readonly Comment[]): CommentsMemory {
	const seen = new Map(Object.entries(memory.seen));
	for (const comment of comments) {
		if (writtenAt(comment) > memory.floor) seen.set(idOf(comment), writtenAt(comment));
	}
	const kept = [...seen].sort(([, one], [, other]) => other - one).slice(0, MAX_SEEN);
	const newest = kept[0]?.[1] ?? memory.floor;
	// Of what falls out of the memory none may count as news again.
	const oldest = kept.length < MAX_SEEN ? 0 : (kept.at(-1)?.[1] ?? 0);
	const floor = Math.max(memory.floor, newest - LATE_MS, oldest);
	return {
		latest: comments.map(writtenAt).reduce((one, other) => Math.max(one, other), memory.latest),
		floor,
		seen: Object.fromEntries(kept.filter(([, time]) => time > floor)),
	};
}

/** The number in the URN: it is the same, whichever URN the post has there. */
function idOf({ urn }: Comment): string {
	return String(urn).replace(/^.*,/, '').replace(')', '');
}

function tooMany(page: string): Problem {
	return new Problem(
		`Reading the comments on the posts of ${page} took longer than n8n allows for a poll`,
		{ description: 'No comment is lost: the next poll starts over. Poll more often.' },
	);
}
