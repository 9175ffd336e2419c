import { Problem } from '../../problem';
import { addDays, yearBefore, type Day } from './day';

/** What is counted together: all of it, or what a day or a month has. */
export type Granularity = 'all' | 'day' | 'month';

/** The fields that say which time is asked for. */
export interface Asked {
	readonly granularity: Granularity;
	readonly from: Day | undefined;
	readonly to: Day | undefined;
	/** Today in UTC: what is after it has no numbers yet. */
	readonly today: Day;
}

/** Both ends, of which the last is included. */
export interface Span {
	readonly from: Day;
	readonly to: Day;
}

/**
 * The time in which a page's posts were published.
 *
 * @throws Problem
 */
export function spanOfPosts({ from, to, today }: Asked): Span {
	if (from === undefined) {
		throw new Problem('From is empty', { description: 'Enter the first day of the period.' });
	}
	return ordered(from, to, today);
}

/** The ads of an account; LinkedIn keeps their statistics for ten years. @throws Problem */
export function spanOfAds({ from, to, today }: Omit<Asked, 'granularity'>): Span {
	return ordered(from ?? addDays(yearBefore(today, 10), 1), to, today);
}

/** An end in the future, or none, is today. @throws Problem */
export function ordered(from: Day, to: Day | undefined, today: Day): Span {
	if (from > today) {
		throw new Problem(`From is ${from}, which is in the future`, {
			description: 'Enter today or an earlier day.',
		});
	}
	const last = to === undefined || to > today ? today : to;
	if (from <= last) return { from, to: last };
	throw new Problem(`From is ${from}, which is after To (${last})`, {
		description: 'Swap the two dates.',
	});
}
