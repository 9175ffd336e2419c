import type { LinkPreview } from '../../../../linkedin/posts/linkPreview/preview';
import type { UploadSession } from '../../../../linkedin/upload/session';

/** How far an item's post got in an earlier try of the node. */
export class PostProgress {
	/** Uploads by the position of their media in the post. */
	readonly uploads = new Map<number, UploadSession>();
	/** What the page of an article says of itself, where it was read. */
	page?: LinkPreview;
	/** The post was sent, and LinkedIn has not clearly refused it. */
	sent = false;
}

export function isPostProgress(value: object): value is PostProgress {
	return value instanceof PostProgress;
}
