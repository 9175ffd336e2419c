import { LinkedInError } from '../api/error';
import { isTransient, retryDelay } from '../api/retry';
import { VIDEOS } from '../media/collections';
import { getEntity } from '../media/entity';
import type { UploadContext } from './context';
import { partIds } from './put';
import type { VideoUploadSession } from './session';

/**
 * `videos?action=finalizeUpload`: links the parts, in the plan's order, and starts processing.
 *
 * LinkedIn has no idempotency key, so it is never repeated blindly: after an unclear answer (none,
 * 408, 429 or 5xx) the video's own state decides. Still WAITING_UPLOAD: it was not carried out and
 * is sent once more. Anything later: it was.
 *
 * @throws LinkedInError
 */
export async function finalizeVideo(
	context: UploadContext,
	session: VideoUploadSession,
	warnings: string[],
): Promise<void> {
	const ids = partIds(session.parts);
	try {
		await send(context, session, ids);
	} catch (error) {
		if (!(error instanceof LinkedInError) || !isUnclear(error)) throw error;
		if ((await stateAfter(context, session, error)) === 'WAITING_UPLOAD') {
			await waitBeforeRepeat(context, error);
			await send(context, session, ids);
		} else {
			warnings.push(
				'LinkedIn’s answer to the last step (finalize) was lost, but the video’s state shows that it was carried out.',
			);
		}
	}
	session.finalized = true;
}

/** Without a token the call cannot have been carried out, so that is clear. */
function isUnclear(error: LinkedInError): boolean {
	return isTransient(error.status) && error.code !== 'TOKEN_NOT_RENEWED';
}

function send(
	context: UploadContext,
	session: VideoUploadSession,
	uploadedPartIds: string[],
): Promise<void> {
	return context.client.callWithoutAnswer({
		method: 'POST',
		restliMethod: 'action',
		path: `${VIDEOS.path}?action=finalizeUpload`,
		body: {
			finalizeUploadRequest: {
				video: session.urn,
				uploadToken: session.uploadToken,
				uploadedPartIds,
			},
		},
		purpose: {
			doing: `finalize the upload of "${session.fileName}"`,
			right: VIDEOS.uploadRight,
			owner: session.owner,
		},
	});
}

async function waitBeforeRepeat(context: UploadContext, error: LinkedInError): Promise<void> {
	const { retry, random, sleep } = context.client.options;
	const delay = retryDelay(retry, 1, error, random);
	if (delay === undefined) throw error;
	context.client.retries += 1;
	await sleep(delay);
}

/** @throws LinkedInError saying that it is unknown whether finalize was carried out */
async function stateAfter(
	context: UploadContext,
	session: VideoUploadSession,
	cause: LinkedInError,
): Promise<string> {
	try {
		return (await getEntity(context.client, VIDEOS, session.urn, session.owner, undefined)).status;
	} catch (error) {
		if (!(error instanceof LinkedInError)) throw error;
		throw new LinkedInError(cause.message, {
			description: `Whether it was carried out is unknown, because the video’s state could not be read either, so it was not sent again. Look at ${session.urn} on LinkedIn before you upload once more. ${cause.description}`,
			...(cause.status === undefined ? {} : { status: cause.status }),
			...(cause.code === undefined ? {} : { code: cause.code }),
			...(cause.requestId === undefined ? {} : { requestId: cause.requestId }),
		});
	}
}
