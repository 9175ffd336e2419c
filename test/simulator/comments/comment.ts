import type { Stamp } from '../core/clock';

export interface CommentMention {
	/** As LinkedIn answers with it. */
	readonly attribute: object;
	readonly urn: string;
	/** What readers click. */
	readonly shown: string;
}

export interface Comment {
	readonly id: string;
	/** `urn:li:comment:(urn:li:activity:…,…)` */
	readonly urn: string;
	/** URN of the post. */
	readonly post: string;
	readonly activity: string;
	/** URN of the comment that it replies to. */
	readonly parent: string | undefined;
	readonly actor: string;
	/** Who did it, where a page comments. */
	readonly memberId: string;
	readonly image: string | undefined;
	text: string;
	mentions: readonly CommentMention[];
	readonly created: Stamp;
	modified: Stamp;
	deletedAt: number | undefined;
	/** Below `/v2`. */
	readonly isUnversioned: boolean;
}
