import { recordOf } from '../api/parse';
import { readSeen, type Seen } from '../posts/seen';

/** What a trigger learnt of its connection and of the page. Days are UTC, as days since 1970. */
export interface Learnt {
	/** The day on which LinkedIn refused its notifications: they are asked for again on the next. */
	readonly refused?: number;
	/** The day on which it did not take a range of time. */
	readonly withoutRange?: number;
	/** Milliseconds that one poll can read at once, where there was too much for it. */
	readonly spanMs?: number;
	/** The number of the post at which reading goes on, where there was no time for all. */
	readonly nextPost?: string;
}

/**
 * What a trigger remembers of the comments on a page's posts between two polls: plain JSON, some kilobytes,
 * because n8n keeps it with the workflow, and no text of anybody. Comments are called by the numbers of
 * their URNs.
 */
export interface CommentsMemory extends Seen, Learnt {
	/** When the latest comment that was seen was written, in epoch milliseconds. */
	readonly latest: number;
}

/** What n8n stored; anything else than it could have stored is no memory. */
export function readCommentsMemory(value: unknown): CommentsMemory | undefined {
	const fields = recordOf(value);
	const { latest } = fields;
	const seen = readSeen(fields);
	return typeof latest === 'number' && seen ? { latest, ...seen, ...learntIn(fields) } : undefined;
}

/** What was learnt, without the rest. */
export function learntIn(fields: Readonly<Record<string, unknown>>): Learnt {
	const { refused, withoutRange, spanMs, nextPost } = fields;
	return {
		...(typeof refused === 'number' && { refused }),
		...(typeof withoutRange === 'number' && { withoutRange }),
		...(typeof spanMs === 'number' && { spanMs }),
		...(typeof nextPost === 'string' && { nextPost }),
	};
}
