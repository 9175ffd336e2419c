import type { IDataObject } from 'n8n-workflow';

import { isExplained } from '../../../../linkedin/api/error';
import { UnclearComment } from '../../../../linkedin/comments/commentErrors';
import { createComment } from '../../../../linkedin/comments/create';
import {
	messageWarnings,
	toMessage,
	type CommentMessage,
} from '../../../../linkedin/comments/message';
import type { Suspicion } from '../../../../linkedin/posts/ownership';
import type { PostMedia } from '../../../../linkedin/posts/ready';
import { checkMentions } from '../../../../linkedin/posts/textWarnings';
import type { Item } from '../../../run/item';
import { foreseeComment } from '../comment/foresee';
import { awaitPicture, checkPicture, uploadedIn, type Picture } from '../comment/picture';
import { naming } from '../media/naming';
import { readText } from '../media/typedText';
import { commentText, firstComment, imageUrn } from './firstCommentField';
import type { PostOptions } from './options';
import { progressOf } from './progress';
import { startingOver } from './startingOver';

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
	#image: PostMedia | undefined;
	#suspicion: Suspicion | undefined;
	#readyBy: number | undefined;

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
		if (!item.check.isOn) return;
		const foresee = (image = picture?.shown) => {
			item.check.foresee({ firstComment: { text: message.text, ...(image && { image }) } });
		};
		foresee();
		const { image, intent } = await foreseeComment({ actor: author, picture, isFresh: true });
		foresee(image);
		item.check.follow(intent);
	}

	/** Uploads its image: while the post isn't out, what fails can be tried again. */
	async upload(author: string): Promise<void> {
		const { firstComment: kept } = progressOf(this.item);
		this.#image = await this.picture?.onLinkedIn(author, kept).catch((error: unknown) => {
			const reason = startingOver(error, () => {
				kept.image = undefined;
			});
			throw reason instanceof Error ? reason : new Error(String(reason));
		});
	}

	/**
	 * Waits until LinkedIn has processed its image.
	 *
	 * @param readyBy epoch milliseconds, for the post's media as well
	 * @throws LinkedInError, CancelledError
	 */
	async awaitImage(author: string, readyBy: number): Promise<void> {
		const medium = this.#image;
		if (medium === undefined) return;
		this.#readyBy = readyBy;
		this.#suspicion = await awaitPicture(this.item, medium, author, readyBy);
	}

	/** If the post fails: what was uploaded for its comment can be used. */
	naming(error: unknown): Error {
		return naming(error, uploadedIn(this.#image), `${imageUrn.property.displayName} to it`);
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
				{ actor: author, on: { post: post.urn }, message, image: this.#image?.urn },
				{
					onImageRefused: given.onImageRefused,
					warn: (warning) => {
						item.warn(warning);
					},
					postedAt: post.at,
					readyBy: this.#readyBy,
					suspicion: this.#suspicion,
					signal: item.signal,
				},
			);
			return { urn, url, text, ...(image !== undefined && { image }), status: 'published' };
		} catch (error) {
			if (!isExplained(error)) throw error instanceof Error ? error : new Error(String(error));
			const isUnclear = error instanceof UnclearComment;
			const { message: why, description = '' } = error;
			const image = this.#image?.urn;
			const lost = `Comment: "${text}"${image === undefined ? '' : `, with the image ${image}`}`;
			item.warn(
				isUnclear
					? `The post was published, but it’s unclear whether its first comment was. ${why}. ${description} ${lost}`
					: `The post was published, but its first comment was not. ${why}. ${description} To publish it later, use Comment: Create with the post’s URN. ${lost}`,
			);
			const status = isUnclear ? 'unclear' : 'failed';
			return { text, ...(image !== undefined && { image }), status };
		}
	}
}
