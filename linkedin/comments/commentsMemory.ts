import { recordOf } from '../api/parse';
import { readSeen, type Seen } from '../posts/seen';

/** What a trigger learnt of its connection. */
export interface LearntOfNotifications {
	/** LinkedIn refuses its notifications to it: the day, UTC, as days since 1970. */
	readonly refused?: number;
	/** LinkedIn does not take a range of time. */
	readonly withoutRange?: boolean;
}

/**
 * What a trigger remembers of the comments on a page's posts between two polls: plain JSON, some kilobytes,
 * because n8n keeps it with the workflow, and no text of anybody. Comments are called by the numbers of
 * their URNs.
 */
export interface CommentsMemory extends Seen, LearntOfNotifications {
	/** When the latest comment that was seen was written, in epoch milliseconds. */
	readonly latest: number;
}

/** What n8n stored; anything else than it could have stored is no memory. */
export function readCommentsMemory(value: unknown): CommentsMemory | undefined {
	const fields = recordOf(value);
	const { latest, refused, withoutRange } = fields;
	const seen = readSeen(fields);
	if (typeof latest !== 'number' || seen === undefined) return undefined;
	return {
		latest,
		...seen,
		...(typeof refused === 'number' ? { refused } : {}),
		...(withoutRange === true ? { withoutRange } : {}),
	};
}
