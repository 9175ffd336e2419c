import type { IDataObject } from 'n8n-workflow';

import { isExplained } from '../../../../linkedin/api/error';
import { UnclearComment } from '../../../../linkedin/comments/commentErrors';
import { createComment } from '../../../../linkedin/comments/create';
import {
	messageWarnings,
	toMessage,
	type CommentMessage,
} from '../../../../linkedin/comments/message';
import { checkMentions } from '../../../../linkedin/posts/textWarnings';
import type { Item } from '../../../run/item';
import { commentIntent } from '../comment/foresee';
import { checkPicture, type Picture } from '../comment/picture';
import { readText } from '../media/typedText';
import { commentText, firstComment } from './firstCommentField';
import type { PostOptions } from './options';
import { progressOf } from './progress';

const WHAT = commentText.property.displayName;

/** A post that is out. */
export interface Posted {
	readonly urn: string;
	readonly url: string;
	readonly status: string;
	/** Epoch milliseconds. */
	readonly at: number;
}

type Given = NonNullable<ReturnType<typeof firstComment.read>>;

/**
 * Reads and checks the first comment of a post, before anything is sent: what fails once the post is
 * out can't be repaired.
 *
 * @returns undefined for a post without
 * @throws Problem
 */
export async function checkFirstComment(
	item: Item,
	options: PostOptions,
): Promise<FirstComment | undefined> {
	const given = item.read(firstComment);
	if (given === undefined) return undefined;
	const { check } = item;
	const typed = readText(item, given.written, options, WHAT);
	const [, picture] = await check.gather(
		() => {
			checkMentions(typed.text, WHAT);
		},
		() => checkPicture(item, given.image, options),
	);
	const shown = picture && { image: picture.shown };
	check.foresee({ firstComment: { text: toMessage(typed.text).text, ...shown } });
	return new FirstComment(item, given, typed.whole, picture);
}

/** A comment that follows its post: it never fails it, and is never published twice. */
export class FirstComment {
	#message: CommentMessage | undefined;
	#image: string | undefined;

	constructor(
		private readonly item: Item,
		private readonly given: Given,
		private readonly whole: () => Promise<string>,
		private readonly picture: Picture | undefined,
	) {}

	/** Asks LinkedIn for the pages that it mentions. @throws Problem, LinkedInError */
	async foresee(author: string): Promise<void> {
		if (this.#message) return;
		const { item, picture } = this;
		const message = toMessage(await this.whole());
		this.#message = message;
		item.warn(...messageWarnings(message, WHAT));
		item.check.follow(commentIntent({ actor: author, picture, isFresh: true }));
		const shown = picture && { image: picture.shown };
		item.check.foresee({ firstComment: { text: message.text, ...shown } });
	}

	/** Uploads its image: while the post isn't out, what fails can be tried again. */
	async upload(author: string): Promise<void> {
		this.#image = await this.picture?.onLinkedIn(author, progressOf(this.item).firstComment);
	}

	/**
	 * @returns what became of it, for the item
	 * @throws CancelledError
	 */
	async publish(post: Posted, author: string): Promise<IDataObject> {
		const { item, given } = this;
		const message = this.#message ?? { text: given.written, mentions: [] };
		const { text } = message;
		try {
			const { urn, url, image } = await createComment(
				item.client,
				{ actor: author, on: { post: post.urn }, message, image: this.#image },
				{
					onImageRefused: given.onImageRefused,
					warn: (warning) => {
						item.warn(warning);
					},
					postedAt: post.at,
					signal: item.signal,
				},
			);
			return { urn, url, text, ...(image !== undefined && { image }), status: 'published' };
		} catch (error) {
			if (!isExplained(error)) throw error instanceof Error ? error : new Error(String(error));
			const isUnclear = error instanceof UnclearComment;
			const { message: why, description = '' } = error;
			item.warn(
				isUnclear
					? `The post was published, but it’s unclear whether its first comment was. ${why}. ${description} Comment: "${text}"`
					: `The post was published, but its first comment was not. ${why}. ${description} To publish it later, use Comment: Create with the post’s URN. Comment: "${text}"`,
			);
			return { text, status: isUnclear ? 'unclear' : 'failed' };
		}
	}
}
