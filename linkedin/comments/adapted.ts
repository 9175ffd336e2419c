import type { LinkedInClient } from '../api/client';
import type { LinkedInError } from '../api/error';
import { isNotReady, NotReadyPauses } from '../posts/notReady';
import type { Suspicion } from '../posts/ownership';
import { isOfImage } from './commentErrors';
import type { CommentDraft, CreateOptions } from './draft';
import { dependsOnUnit, mentionedNames, refusesMentions } from './message';
import type { CommentMessage, TextUnit } from './message';

/** A new post is not everywhere at once: so long are the pauses before it is looked for again. */
const FRESH_PAUSES_MS = [2000, 5000, 10_000, 20_000];

/**
 * Counted from the post, whatever else was waited for: it is its age that explains a 404. Where the minute
 * of a limit has passed, the post is not missing because it is new.
 */
const FRESH_MS = 60_000;

/** Calls that a comment on a post that is new makes more than others. */
export const MOST_FRESH = FRESH_PAUSES_MS.length;

const LOST_MENTIONS =
	'LinkedIn published a mention in the comment as plain text: in a text with emojis it may count characters differently. Put the mention before the first emoji.';

/** As in posts: LinkedIn links a mention only if its text is the name. */
function lostNames(message: CommentMessage): string {
	const names = mentionedNames(message).map((name) => `"${name}"`);
	return `LinkedIn published a mention in the comment as plain text: a name must be exactly as on LinkedIn. Check ${names.join(' and ')}; for pages, "Page: Get" returns the exact name.`;
}

/** How the comment is sent: what was refused is tried in another way, each once. */
export class Adapted {
	#image: string | undefined;
	#unit: TextUnit = 'utf16';
	#pauses = 0;
	readonly #notReady: NotReadyPauses;

	constructor(
		private readonly client: LinkedInClient,
		private readonly draft: CommentDraft,
		private readonly options: CreateOptions,
	) {
		this.#image = draft.image;
		const { readyBy = 0, signal } = options;
		this.#notReady = new NotReadyPauses(client, readyBy, signal);
	}

	/** What may be wrong with the image that was sent. */
	get suspicion(): Suspicion | undefined {
		return this.#image === undefined ? undefined : this.options.suspicion;
	}

	get request(): Omit<CommentDraft, 'on'> & { readonly unit: TextUnit } {
		const { actor, message } = this.draft;
		return { actor, message, image: this.#image, unit: this.#unit };
	}

	/** @returns whether there is another way. @throws CancelledError */
	async to(refusal: LinkedInError): Promise<boolean> {
		const { draft, options } = this;
		if (this.#image !== undefined && (await this.#notReady.after(refusal))) return true;
		if (this.#image !== undefined && (isOfImage(refusal) || isNotReady(refusal))) {
			if (options.onImageRefused === 'fail') return false;
			this.#image = undefined;
			options.warn(
				`LinkedIn did not accept the image of the comment (${draft.image ?? ''}). The comment was sent without it.`,
			);
			return true;
		}
		if (this.#unit === 'utf16' && refusesMentions(refusal) && dependsOnUnit(draft.message)) {
			this.#unit = 'codePoints';
			return true;
		}
		return this.#waitForPost(refusal);
	}

	/** @param published how many mentions LinkedIn's answer has; undefined if it doesn't say */
	warnOfLost(published: number | undefined): void {
		const { message } = this.draft;
		const { length } = message.mentions;
		if (published === undefined || published >= length) return;
		this.options.warn(dependsOnUnit(message) ? LOST_MENTIONS : lostNames(message));
	}

	async #waitForPost(refusal: LinkedInError): Promise<boolean> {
		const { postedAt, signal } = this.options;
		const { now, sleep } = this.client.options;
		const pause = FRESH_PAUSES_MS[this.#pauses];
		if (refusal.status !== 404 || postedAt === undefined || pause === undefined) return false;
		if (now() - postedAt >= FRESH_MS) return false;
		this.#pauses += 1;
		this.client.retries += 1;
		await sleep(pause, signal);
		return true;
	}
}
