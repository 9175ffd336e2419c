import type { LinkedInClient } from '../api/client';
import { isRefusedWith, type LinkedInError } from '../api/error';
import { encodeValue } from '../api/restli';
import { actualThread } from '../posts/actualThread';
import { commentOf, type CommentUrn } from './commentUrn';

/** What is commented on: a post or, by replies, a comment. */
export interface Commented {
	/** The URN of the post: a share, a ugcPost or an activity. */
	readonly post: string;
	/** The comment that is replied to. */
	readonly parent?: CommentUrn;
}

/** The API names what the connection lacks, and nothing else lacks this: `partnerApiSocialActions.CREATE`. */
const LACKS_ENTITLEMENT = /\bpartnerApiSocialActions\b/;

/**
 * Where LinkedIn takes calls about the comments of a post. What it says of that is heeded, once, after
 * refusals that leave no doubt that nothing was done:
 *
 * - 403 that names `partnerApiSocialActions…`: the versioned API is for apps with Community Management.
 *   The unversioned twin takes other tokens too (seen in use; no page promises it)
 * - 400 "… is not the same as the actual threadUrn …": LinkedIn names the URN that it wants
 *
 * One object for all calls of an operation: what it found out holds for the next call. Which API takes
 * the connection's calls holds for the whole run.
 */
export class Thread {
	#base: '/rest' | '/v2' = '/rest';
	#on: Commented;
	#lacking: LinkedInError | undefined;
	#isRenamed = false;

	/** @param by who comments; undefined for reading: what was found out for one holds for the same alone */
	constructor(
		private readonly client: LinkedInClient,
		on: Commented,
		private readonly by = '',
	) {
		this.#on = on;
		if (this.#unversioned.has(by)) this.#base = '/v2';
	}

	/**
	 * @param call gets the path of the comments, from the base URL on, and by which URNs they are known
	 * @throws what `call` throws; where both APIs refuse the connection, the versioned one's refusal
	 */
	async ask<Result>(call: (path: string, on: Commented) => Promise<Result>): Promise<Result> {
		for (;;) {
			try {
				const result = await call(this.#path, this.#on);
				// A run may have a hundred items, and a day a hundred calls.
				if (this.#base === '/v2') this.#unversioned.add(this.by);
				return result;
			} catch (error) {
				if (this.#adapt(error)) continue;
				if (this.#lacking && isRefusedWith(error, 403)) throw this.#lacking;
				throw error instanceof Error ? error : new Error(String(error));
			}
		}
	}

	/** Shared by the calls of a run. */
	get #unversioned(): Set<string> {
		const { findings } = this.client.options;
		return (findings.unversionedComments ??= new Set());
	}

	get #path(): string {
		const { post, parent } = this.#on;
		return `${this.#base}/socialActions/${encodeValue(parent?.text ?? post)}/comments`;
	}

	/** Whether another call is worth while. */
	#adapt(error: unknown): boolean {
		if (this.#base === '/rest' && isRefusedWith(error, 403)) {
			if (!LACKS_ENTITLEMENT.test(error.words)) return false;
			this.#base = '/v2';
			this.#lacking = error;
			return true;
		}
		if (this.#isRenamed || !isRefusedWith(error, 400)) return false;
		const actual = actualThread(error);
		if (actual === undefined) return false;
		this.#isRenamed = true;
		const { parent } = this.#on;
		this.#on = parent ? { post: actual, parent: commentOf(actual, parent.id) } : { post: actual };
		return true;
	}
}

/** The most calls that are made again because of what LinkedIn says of the thread. */
export const MOST_ADAPTED = 2;
