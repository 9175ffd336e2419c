import { LinkedInError } from '../../../../linkedin/api/error';

/** Even if posting failed, what was uploaded can be used. */
export function naming(error: unknown, uploaded: readonly string[]): Error {
	if (!(error instanceof Error)) return new Error(String(error));
	if (!(error instanceof LinkedInError) || uploaded.length === 0) return error;
	// What LinkedIn doesn't consider complete can't be posted.
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
