import type { LinkedInClient } from '../api/client';
import { isRefusedWith } from '../api/error';
import { asText, recordOf } from '../api/parse';
import type { Comment } from './comment';
import { COMMENT } from './commentUrn';
import { getComment } from './get';

/** Comments that one poll reads one by one. */
const MOST_READ = 50;

/** Comments with what was written, and those that were not reached. */
interface Completed {
	readonly told: readonly Comment[];
	readonly rest: readonly Comment[];
}

/**
 * Reads the comments of which LinkedIn's notifications don't say what was written, one by one. A comment
 * that is gone stays as it is; so do all of them where the connection may not read comments: the event
 * itself is none of what is missing.
 *
 * @param deadline epoch milliseconds after which none is read
 * @throws LinkedInError where it failed for a reason that passes: the next poll tells them
 */
export async function completeComments(
	client: LinkedInClient,
	comments: readonly Comment[],
	deadline: number,
): Promise<Completed> {
	const told: Comment[] = [];
	let isRefused = false;
	let reads = 0;
	for (const [index, comment] of comments.entries()) {
		const urn = COMMENT.read(String(comment.urn));
		const isWhole = asText(recordOf(comment.message).text) !== undefined;
		if (isWhole || urn === undefined || isRefused) {
			told.push(comment);
			continue;
		}
		if (reads === MOST_READ || client.options.now() >= deadline) {
			return { told, rest: comments.slice(index) };
		}
		reads += 1;
		const { url, post } = comment;
		try {
			const read = await getComment(client, urn);
			told.push({ ...comment, ...read, urn: urn.text, url, post });
		} catch (error) {
			if (!isRefusedWith(error, 403, 404)) throw error;
			isRefused = error.status === 403;
			told.push(comment);
		}
	}
	return { told, rest: [] };
}
