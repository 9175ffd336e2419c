import type { FileSource } from '../files/source';
import type { UploadContext } from './context';
import { finalizeVideo } from './finalize';
import { putParts } from './put';
import type { VideoUploadSession } from './session';
import { sendSupplements, type SupplementedUpload } from './supplements';
import { withSession } from './uploadFailure';
import { assertVideoUrls } from './uploadUrls';

/** A video's bytes and what goes with them, all checked already. */
export interface VideoContent extends SupplementedUpload {
	readonly file: FileSource;
	/** Parts sent at the same time; 0: as many as serve best. */
	readonly lanes: number;
}

/**
 * Sends what a session still lacks (linkedin-videos-api, "How to Upload Videos"): the missing parts in
 * lanes, captions, thumbnail, finalize with every part's id in the plan's order. Does nothing where
 * it is finalized already.
 *
 * @returns the session, finalized; processing goes on by itself
 * @throws UploadFailure with the session as it then stands, CancelledError. After any failure nothing
 * was finalized, except where finalize itself gave no clear answer, which the error then says.
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
