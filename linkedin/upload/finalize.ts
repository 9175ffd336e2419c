import { LinkedInError } from '../api/error';
import { isTransient } from '../api/retry';
import { Problem } from '../problem';
import { VIDEOS } from '../media/collections';
import { getEntity } from '../media/entity';
import type { UploadContext } from './context';
import { partIds } from './put';
import type { VideoUploadSession } from './session';

/** Sent at most so often, however often LinkedIn's answers are unclear. */
const MAX_SENDS = 2;

/**
 * `videos?action=finalizeUpload`: links the parts, in the plan's order, and starts processing.
 *
 * LinkedIn has no idempotency key, so it is never repeated blindly: after an unclear answer (none,
 * 408, 429 or 5xx) and a pause, or where an earlier run ended with one, the video's own state
 * decides. Still WAITING_UPLOAD: it was not carried out and is sent once more. Anything later: it was.
 *
 * @throws LinkedInError
 */
export async function finalizeVideo(
	context: UploadContext,
	session: VideoUploadSession,
): Promise<void> {
	const ids = partIds(session.parts);
	if (session.finalizeSent === true && (await wasCarriedOut(context, session, sentBefore(session))))
		return;
	for (let sends = 1; ; sends += 1) {
		const unclear = await send(context, session, ids, sends);
		if (!unclear) break;
		await pause(context, unclear);
		if (await wasCarriedOut(context, session, unclear)) return;
		if (sends === MAX_SENDS) throw stillWaiting(unclear);
		context.client.retries += 1;
	}
	session.finalized = true;
}

/** Asks the video itself, because LinkedIn's answer was lost. */
async function wasCarriedOut(
	context: UploadContext,
	session: VideoUploadSession,
	unclear: LinkedInError,
): Promise<boolean> {
	if ((await stateAfter(context, session, unclear)) === 'WAITING_UPLOAD') return false;
	context.warn(
		'LinkedIn’s answer to the last step (finalize) was lost, but the video’s state shows that it was carried out.',
	);
	session.finalized = true;
	return true;
}

function sentBefore(session: VideoUploadSession): LinkedInError {
	return new LinkedInError(`Could not finalize the upload of "${session.fileName}"`, {
		description: 'An earlier run sent it and lost LinkedIn’s answer.',
		words: '',
		code: 'FINALIZE_UNCLEAR',
	});
}

/** @returns the error of an unclear answer; undefined when it was carried out */
async function send(
	context: UploadContext,
	session: VideoUploadSession,
	uploadedPartIds: string[],
	sends: number,
): Promise<LinkedInError | undefined> {
	const finalizeUploadRequest = {
		video: session.urn,
		uploadToken: session.uploadToken,
		uploadedPartIds,
	};
	session.finalizeSent = true;
	try {
		await context.client.callWithoutAnswer({
			method: 'POST',
			restliMethod: 'action',
			path: `${VIDEOS.path}?action=finalizeUpload`,
			body: { finalizeUploadRequest },
			purpose: {
				doing: `finalize the upload of "${session.fileName}"`,
				right: VIDEOS.uploadRight,
				owner: session.owner,
			},
		});
		return undefined;
	} catch (error) {
		// After a second one even a refusal is unclear: the first may have been carried out late.
		if (error instanceof LinkedInError && (isUnclear(error) || sends > 1)) return error;
		// A clear refusal; a cancelled call may have arrived.
		if (error instanceof LinkedInError || error instanceof Problem) session.finalizeSent = false;
		throw error;
	}
}

export function isUnclear(error: LinkedInError): boolean {
	return isTransient(error.status) && !error.notCarriedOut;
}

/**
 * A call that is still at work would look as if it had not been carried out.
 *
 * @throws LinkedInError, the unclear one, where LinkedIn asks to stay away for too long
 */
export async function pause(context: UploadContext, unclear: LinkedInError): Promise<void> {
	const { retry, sleep } = context.client.options;
	const delay = Math.max(unclear.retryAfterMs ?? 0, retry.baseDelayMs);
	if (delay > retry.maxRetryAfterMs) throw unclear;
	await sleep(delay, context.signal);
}

/** @throws LinkedInError saying that it is unknown whether finalize was carried out */
async function stateAfter(
	context: UploadContext,
	session: VideoUploadSession,
	cause: LinkedInError,
): Promise<string> {
	try {
		return (await getEntity(context.client, VIDEOS, session)).status;
	} catch (error) {
		if (!(error instanceof LinkedInError || error instanceof Problem)) throw error;
		throw retold(
			cause,
			`Whether it was carried out is unknown, because the video’s state could not be read either, so it was not sent again. Look at ${session.urn} on LinkedIn before you upload once more.`,
			`${cause.words} ${error.message}.`,
		);
	}
}

export function stillWaiting(cause: LinkedInError): LinkedInError {
	const advice = `LinkedIn still waits for it after ${MAX_SENDS} tries, so it was not carried out. Run the workflow again later.`;
	return retold(cause, advice, cause.words);
}

/** The same failure with what is known of it by now. */
export function retold(cause: LinkedInError, description: string, words: string): LinkedInError {
	const { status, code, requestId, retryAfterMs } = cause;
	return new LinkedInError(cause.message, {
		description,
		words,
		status,
		code,
		requestId,
		retryAfterMs,
	});
}
