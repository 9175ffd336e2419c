import { isRecord } from '../api/parse';

/**
 * What a trigger remembers of the comments on a page's posts between two polls: plain JSON, some kilobytes,
 * because n8n keeps it with the workflow, and no text of anybody. Times are epoch milliseconds.
 */
export interface CommentsMemory {
	/** When the latest comment that was seen was written. */
	readonly latest: number;
	/** What was written until then is no news, whether it is in `seen` or not. */
	readonly floor: number;
	/** The comments written after `floor` that were told or were there at the start: their ids, and when. */
	readonly seen: Readonly<Record<string, number>>;
	/** LinkedIn refuses its notifications to this connection: the day, UTC, as days since 1970. */
	readonly refused?: number;
	/** LinkedIn does not take a range of time. */
	readonly withoutRange?: boolean;
}

/** What n8n stored; anything else than it could have stored is no memory. */
export function readCommentsMemory(value: unknown): CommentsMemory | undefined {
	if (!isRecord(value)) return undefined;
	const { latest, floor, seen, refused, withoutRange } = value;
	if (typeof latest !== 'number' || typeof floor !== 'number' || !isRecord(seen)) return undefined;
	const times = Object.entries(seen).filter(
		(entry): entry is [string, number] => typeof entry[1] === 'number',
	);
	return {
		latest,
		floor,
		seen: Object.fromEntries(times),
		...(typeof refused === 'number' ? { refused } : {}),
		...(withoutRange === true ? { withoutRange } : {}),
	};
}
