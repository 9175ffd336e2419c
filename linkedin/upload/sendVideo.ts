import type { FileSource } from '../files/source';
import type { UploadContext } from './context';
import { finalizeVideo } from './finalize';
import { putParts } from './put';
import type { VideoUploadSession } from './session';
import { sendSupplements, type SupplementedUpload } from './supplements';
import { withSession } from './uploadFailure';
import { assertVideoUrls } from './uploadUrls';

/** A video with its captions and thumbnail, all checked. */
export interface VideoContent extends SupplementedUpload {
	readonly file: FileSource;
	/** Parts sent at once; 0 = automatic. */
	readonly lanes: number;
}

/**
 * Sends what a session still lacks (linkedin-videos-api, "How to Upload Videos"): the missing parts
 * in lanes, captions, thumbnail, and finalize with every part's ID in the plan's order. Does
 * nothing if it is already finalized.
 *
 * @returns the finalized session; LinkedIn then processes the video
 * @throws UploadFailure with the current session, CancelledError. After a failure nothing was
 * finalized, unless finalize itself had no clear answer, which the error then says.
 */
export function sendVideo(
	context: UploadContext,
	session: VideoUploadSession,
	content: VideoContent,
): Promise<VideoUploadSession> {
	return withSession(session, async () => {
		if (session.finalized) return session;
		assertVideoUrls(context, session, content.onSupplementFailure === 'continue');
		await putParts(context, content.file, session, content.lanes);
		await sendSupplements(context, content, session);
		await finalizeVideo(context, session);
		return session;
	});
}
