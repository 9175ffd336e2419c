import type { UploadSession } from '../../../../linkedin/upload/session';

/** How far an item's comment got in an earlier try of the node. */
export class CommentProgress {
	/** The upload of its image. */
	image?: UploadSession;
	/** The comment was sent, and LinkedIn has not clearly refused it. */
	sent = false;
}
