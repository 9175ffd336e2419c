import type { LinkPreview } from '../../../../linkedin/posts/linkPreview/preview';
import type { UploadSession } from '../../../../linkedin/upload/session';
import type { Item } from '../../../run/item';

/** How far an item's post got in an earlier try of the node. */
class PostProgress {
	/** Uploads by the position of their media in the post. */
	readonly uploads = new Map<number, UploadSession>();
	/** What the page of an article says of itself, where it was read. */
	page?: LinkPreview;
	/** The post was sent, and LinkedIn has not clearly refused it. */
	sent = false;
}

function isPostProgress(value: object): value is PostProgress {
	return value instanceof PostProgress;
}

/** What an earlier try of the node left, or a new record that the next try will find. */
export function progressOf(item: Item): PostProgress {
	const progress = item.memory.recall(isPostProgress) ?? new PostProgress();
	item.memory.keep(progress);
	return progress;
}
