import type { Movie } from '../movie';

/** How long a video is, or at least how long. */
interface Length {
	readonly durationMs?: number;
	/** If only fragments have it and not all of them were read: just a lower bound. */
	readonly atLeastMs?: number;
}

/**
 * The length of a video. In a fragmented file, `mvhd` covers only the first part, and some tools
 * write the first part's length as the total (`mehd`) too: the fragments count if they are longer,
 * and decide if all of them were read.
 */
export function lengthOf({ headerMs, statedMs, fragments, tracks, allSeen }: Movie): Length {
	if (!fragments) return headerMs === undefined ? {} : { durationMs: headerMs };
	const seenMs = fragments.durationMs(tracks);
	if (allSeen && seenMs !== undefined) return { durationMs: seenMs };
	const atLeastMs = Math.max(seenMs ?? 0, headerMs ?? 0);
	return statedMs !== undefined && statedMs >= atLeastMs ? { durationMs: statedMs } : { atLeastMs };
}
