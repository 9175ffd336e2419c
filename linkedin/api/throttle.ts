/**
 * How LinkedIn refuses a member's comments that come too fast: "Comment create throttled: creation rate
 * limit exceeded for member" (network-update-social-actions, error table).
 */
const COMMENTS_THROTTLED = /comment create throttled/i;

/** Milliseconds: that limit is counted by the minute, and its answer names no time. */
const COMMENT_WINDOW_MS = 60_000;

/**
 * Milliseconds until a limit is over of which LinkedIn documents the length.
 *
 * @param message LinkedIn's, of a refusal
 * @returns undefined for every other refusal
 */
export function throttledMs(status: number, message: string | undefined): number | undefined {
	return status === 429 && isCommentThrottle(message ?? '') ? COMMENT_WINDOW_MS : undefined;
}

/** @param words LinkedIn's message, also as an error quotes it */
export function isCommentThrottle(words: string): boolean {
	return COMMENTS_THROTTLED.test(words);
}
