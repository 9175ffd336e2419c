import type { Movie } from '../movie';

/** How long a video is, or at least is. */
interface Length {
	readonly durationMs?: number;
	/** Where only fragments know it and not all of them were looked at: a lower bound and nothing more. */
	readonly atLeastMs?: number;
}

/**
 * The length of a video. In a fragmented file `mvhd` speaks of the first part only, and some tools state a
 * length of the whole (`mehd`) that is the first part's too: the fragments count where they are longer,
 * and decide where all of them were seen.
 */
export function lengthOf({ headerMs, statedMs, fragments, tracks, allSeen }: Movie): Length {
	if (!fragments) return headerMs === undefined ? {} : { durationMs: headerMs };
	const seenMs = fragments.durationMs(tracks);
	if (allSeen && seenMs !== undefined) return { durationMs: seenMs };
	const atLeastMs = Math.max(seenMs ?? 0, headerMs ?? 0);
	return statedMs !== undefined && statedMs >= atLeastMs ? { durationMs: statedMs } : { atLeastMs };
}
