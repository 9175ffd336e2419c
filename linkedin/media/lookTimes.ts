import type { CallRange } from '../api/intent';

/**
 * When to check whether LinkedIn has processed media. It documents no interval, and counts each
 * call: an app on the development tier has 100 per member and day. So the first check comes when
 * the media may be ready, and the pauses grow from there.
 */

const FIRST_PAUSE_MS = 1000;
const VIDEO_FIRST_PAUSE_MS = 10_000;
/** One second per 20 MB. */
const VIDEO_BYTES_PER_MS = 20_000;
const GROWTH = 1.5;
const LONGEST_PAUSE_MS = 60_000;

/** What is known of the media. */
export interface Processing {
	readonly isVideo: boolean;
	/** Undefined if nothing was uploaded just now. */
	readonly bytes?: number;
}

/**
 * Milliseconds before the first check of a video that was just uploaded; images and documents take
 * seconds.
 */
export function firstPauseMs({ isVideo, bytes = 0 }: Processing): number {
	if (!isVideo) return FIRST_PAUSE_MS;
	return VIDEO_FIRST_PAUSE_MS + Math.ceil(bytes / VIDEO_BYTES_PER_MS);
}

/** Milliseconds before the check after the next one. */
export function nextPauseMs(pauseMs: number): number {
	return Math.min(pauseMs * GROWTH, Math.max(pauseMs, LONGEST_PAUSE_MS));
}

/**
 * How often a wait of so many milliseconds checks: once at least, and at most as long as LinkedIn
 * processes all the time.
 *
 * @param pausesFirst whether there is nothing to check before the first pause is over
 */
export function looksWithin(
	processing: Processing,
	{ timeoutMs, pausesFirst }: { readonly timeoutMs: number; readonly pausesFirst: boolean },
): CallRange {
	let pauseMs = firstPauseMs(processing);
	let elapsedMs = 0;
	const pause = (): void => {
		elapsedMs += pauseMs;
		pauseMs = nextPauseMs(pauseMs);
	};
	if (pausesFirst && timeoutMs > 0) pause();
	let most = 1;
	// The last pause is cut off where the time is over, and then it is checked once more.
	while (elapsedMs < timeoutMs) {
		pause();
		most += 1;
	}
	return { least: 1, most };
}
