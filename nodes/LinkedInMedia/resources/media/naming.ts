import { LinkedInError } from '../../../../linkedin/api/error';
import { Problem } from '../../../../linkedin/problem';
import { UploadFailure } from '../../../../linkedin/upload/uploadFailure';

/**
 * Whatever became of the post or the comment, or of the next of its files: what was uploaded for it can
 * be used.
 *
 * @param uploaded URNs of the media that are on LinkedIn
 * @param to what to set to use them again, as the form names it
 */
export function naming(
	error: unknown,
	uploaded: readonly string[],
	to: string = ofPost(uploaded),
): Error {
	if (!(error instanceof Error)) return new Error(String(error));
	if (uploaded.length === 0) return error;
	if (error instanceof UploadFailure) {
		const reason = naming(error.reason, uploaded, to);
		const isReason = reason instanceof LinkedInError || reason instanceof Problem;
		return isReason ? new UploadFailure(reason, error.session) : error;
	}
	const reuse = `Already uploaded: ${uploaded.join(', ')}. To reuse ${uploaded.length === 1 ? 'it' : 'them'}, set ${to}.`;
	if (error instanceof Problem) {
		const { message, description = '', cause } = error;
		const details = cause instanceof Error ? { cause } : {};
		return new Problem(message, { ...details, description: `${description} ${reuse}`.trim() });
	}
	// What LinkedIn does not know to be complete cannot be posted.
	const isUsable = error instanceof LinkedInError && error.code !== 'MEDIA_ASSET_WAITING_UPLOAD';
	if (!isUsable) return error;
	const { message, description, status, code, requestId, retryAfterMs } = error;
	return new LinkedInError(message, {
		description: `${description} ${reuse}`,
		status,
		code,
		requestId,
		retryAfterMs,
	});
}

/** A carousel is a document from then on. */
function ofPost(uploaded: readonly string[]): string {
	const asDocument = uploaded.some((urn) => urn.startsWith('urn:li:document:'));
	return asDocument ? 'Content to Document and Media Source to URN' : 'Media Source to URN';
}
