import { LinkedInError } from '../../../../linkedin/api/error';

/** Whatever became of the post: what was uploaded for it can be used. */
export function naming(error: unknown, uploaded: readonly string[]): Error {
	if (!(error instanceof Error)) return new Error(String(error));
	if (!(error instanceof LinkedInError) || uploaded.length === 0) return error;
	// What LinkedIn does not know to be complete cannot be posted.
	if (error.code === 'MEDIA_ASSET_WAITING_UPLOAD') return error;
	const { message, description, status, code, requestId, retryAfterMs } = error;
	return new LinkedInError(message, {
		description: `${description} Already uploaded: ${uploaded.join(', ')}. To reuse it, set Media Source to URN.`,
		status,
		code,
		requestId,
		retryAfterMs,
	});
}
