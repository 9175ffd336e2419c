import type { LinkPreview } from '../../../../linkedin/posts/linkPreview/preview';
import type { UploadSession } from '../../../../linkedin/upload/session';
import type { Item } from '../../../run/item';
import { keptIn } from '../../../run/memory';

/** How far an item's post got in an earlier try of the node. */
class PostProgress {
	/** Uploads by the position of their media in the post. */
	readonly uploads = new Map<number, UploadSession>();
	/** What the page of an article says of itself, where it was read. */
	page?: LinkPreview;
	/** The post was sent, and LinkedIn has not clearly refused it. */
	sent = false;
	/** The upload of the first comment's image. */
	readonly firstComment: { image?: UploadSession } = {};
}

/** That of an item, for all tries of the node. */
export function progressOf({ memory }: Item): PostProgress {
	return keptIn(memory, PostProgress);
}
