import type { LinkedInClient } from '../api/client';
import { isRefusedWith, type LinkedInError } from '../api/error';
import { DAY_MS } from '../api/token';
import { Problem } from '../problem';
import { isByPage, type Comment } from './comment';
import type { Learnt } from './commentsMemory';
import { findNotifiedComments, NOTIFICATIONS_KEPT_MS } from './notifications';
import { recentComments } from './recentComments';

/** Whose posts are watched, and for how long one poll may read. */
export interface CommentsWatch {
	/** `urn:li:organization:…` */
	readonly page: string;
	/** Epoch milliseconds. */
	readonly deadline: number;
}

/** What is asked for. Times are epoch milliseconds. */
interface Asked {
	readonly since: number;
	readonly now: number;
	readonly known: Learnt;
}

/** What was read. */
interface Reading {
	readonly comments: readonly Comment[];
	readonly learnt: Learnt;
	/** Where there was more than could be read at once: all until then was, and is here. */
	readonly until?: number;
}

/** Comments that one poll reads at most. */
const MAX_READ = 10_000;

/** A range in which there is still too much is not made smaller. */
const LEAST_SPAN_MS = 60_000;

/**
 * The comments by others on a page's posts since a moment: by LinkedIn's notifications; where the
 * connection may not read them, those of the newest posts, whenever they were written.
 *
 * Where there is more than one poll can read, it reads what comes first, and says until when.
 *
 * @throws LinkedInError; Problem where there is too much at one moment
 */
export async function readComments(
	client: LinkedInClient,
	watch: CommentsWatch,
	asked: Asked,
): Promise<Reading> {
	const today = Math.floor(asked.now / DAY_MS);
	const { known } = asked;
	if (known.refused === today) return readPosts(client, watch, known);
	try {
		const reading =
			known.withoutRange === today
				? await readAll(client, watch, known)
				: await readRanges(client, watch, asked).catch((error: unknown) => {
						if (!isRefusedWith(error, 400)) throw error;
						return readAll(client, watch, { withoutRange: today });
					});
		return { ...reading, comments: reading.comments.filter((each) => !isByPage(each, watch.page)) };
	} catch (error) {
		if (!isRefusedWith(error, 403)) throw error;
		// Asked again tomorrow: a role can be given.
		return readPosts(client, watch, { refused: today }, error);
	}
}

/** Range by range, each as long as one poll can read. */
async function readRanges(
	client: LinkedInClient,
	watch: CommentsWatch,
	{ since, now, known }: Asked,
): Promise<Reading> {
	// LinkedIn's clock may be ahead of this one.
	const end = now + DAY_MS;
	const comments: Comment[] = [];
	let from = Math.max(since, now - NOTIFICATIONS_KEPT_MS);
	let spanMs = known.spanMs ?? end - from;
	while (from < end) {
		const range = { start: from, end: Math.min(from + spanMs, end) };
		const found = await readOne(client, watch, range);
		if (found) {
			comments.push(...found);
			from = range.end;
			// A busy hour is followed by quiet ones: with short ranges it would never catch up.
			spanMs *= 2;
		} else if (range.end - range.start <= LEAST_SPAN_MS) {
			throw tooMuch(watch, 'Poll more often.');
		} else {
			spanMs = Math.max(LEAST_SPAN_MS, Math.floor((range.end - range.start) / 2));
		}
		const isFull = comments.length >= MAX_READ || client.options.now() >= watch.deadline;
		if (isFull && from < end) return { comments, learnt: { spanMs }, until: from };
	}
	return { comments, learnt: {} };
}

/** All that LinkedIn has kept. */
async function readAll(
	client: LinkedInClient,
	watch: CommentsWatch,
	{ withoutRange }: Learnt,
): Promise<Reading> {
	const comments = await readOne(client, watch, undefined);
	if (comments) return { comments, learnt: { withoutRange } };
	throw tooMuch(watch, 'LinkedIn lists all of the last 60 days, and no part of them.');
}

/** @returns undefined if it is more than one poll can read */
async function readOne(
	client: LinkedInClient,
	{ page, deadline }: CommentsWatch,
	range: { readonly start: number; readonly end: number } | undefined,
): Promise<readonly Comment[] | undefined> {
	const comments: Comment[] = [];
	let isOver = false;
	for await (const found of findNotifiedComments(client, { page, range })) {
		if (isOver) return undefined;
		comments.push(...found);
		// Only another page shows that there is more.
		isOver = comments.length >= MAX_READ || client.options.now() >= deadline;
	}
	return comments;
}

async function readPosts(
	client: LinkedInClient,
	{ page, deadline }: CommentsWatch,
	{ refused, nextPost: from }: Learnt,
	refusal?: LinkedInError,
): Promise<Reading> {
	try {
		const goOn = () => client.options.now() < deadline;
		const { comments, ...next } = await recentComments(client, page, { goOn, from });
		return { comments, learnt: { refused, ...next } };
	} catch (error) {
		// What would have been enough is what is to be said.
		if (refusal && isRefusedWith(error, 403)) throw refusal;
		throw error instanceof Error ? error : new Error(String(error));
	}
}

function tooMuch({ page }: CommentsWatch, advice: string): Problem {
	return new Problem(`There are more comments on the posts of ${page} than one poll can read`, {
		description: advice,
	});
}
