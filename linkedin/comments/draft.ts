import type { Suspicion } from '../posts/ownership';
import type { CommentMessage } from './message';
import type { Commented } from './thread';

/** A comment, ready to be sent. */
export interface CommentDraft {
	/** `urn:li:person:…` or `urn:li:organization:…` */
	readonly actor: string;
	readonly on: Commented;
	readonly message: CommentMessage;
	/** The URN of an image. */
	readonly image?: string;
}

/** How a comment is sent. */
export interface CreateOptions {
	/** What becomes of a comment whose image LinkedIn doesn't take. */
	readonly onImageRefused: 'fail' | 'withoutImage';
	readonly warn: (message: string) => void;
	/** Epoch milliseconds at which the post was published, if it was just now. */
	readonly postedAt?: number;
	/** Epoch milliseconds until which an image is waited for that LinkedIn says is not ready. */
	readonly readyBy?: number;
	/** Possible reasons for a refusal of the image that LinkedIn doesn't mention. */
	readonly suspicion?: Suspicion;
	readonly signal?: AbortSignal;
	/** Records that the comment may be published, until LinkedIn clearly refuses it. */
	readonly progress?: { sent: boolean };
}
