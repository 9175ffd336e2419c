import { LinkedInError } from '../api/error';
import type { CallPurpose } from '../api/purpose';
import { VIDEOS } from '../media/collections';
import { getEntity } from '../media/entity';
import type { UploadContext } from './context';
import { carryOutOnce } from './lastStep';
import { partIds } from './partIds';
import type { VideoUploadSession } from './session';

/**
 * `videos?action=finalizeUpload`: links the parts, in the plan's order, and starts processing. The
 * video's own state decides whether it is sent again: WAITING_UPLOAD means that it was not carried
 * out.
 *
 * @throws LinkedInError
 */
export async function finalizeVideo(
	context: UploadContext,
	session: VideoUploadSession,
): Promise<void> {
	const { urn, uploadToken } = session;
	const uploadedPartIds = partIds(session.parts);
	const purpose = finalizePurpose(session);
	await carryOutOnce(context, {
		memory: session,
		send: () =>
			context.client.callWithoutAnswer({
				method: 'POST',
				restliMethod: 'action',
				documented: 200,
				path: `${VIDEOS.path}?action=finalizeUpload`,
				body: { finalizeUploadRequest: { video: urn, uploadToken, uploadedPartIds } },
				purpose,
			}),
		sentBeforeError: () =>
			new LinkedInError(`Could not ${purpose.doing}`, {
				description: 'An earlier run sent it, but LinkedIn’s response was lost.',
				words: '',
				code: 'FINALIZE_UNCLEAR',
			}),
		isCarriedOut: async () => {
			const { status } = await getEntity(context.client, VIDEOS, session);
			return status !== 'WAITING_UPLOAD';
		},
		words: { step: 'finalize', state: 'the video’s state', place: `${urn} on LinkedIn` },
	});
	session.finalized = true;
}

/** What the call is for that ends the upload of a video. */
export function finalizePurpose({
	owner,
	fileName,
}: Pick<VideoUploadSession, 'owner' | 'fileName'>): CallPurpose {
	return { doing: `finalize the upload of "${fileName}"`, right: VIDEOS.uploadRight, owner };
}
