import { Problem } from '../../problem';
import { addDays, monthStart, yearBefore, type Day } from './day';
import type { Period } from './memberAnswer';

/** What is counted together: all of it, or what a day or a month has. */
export type Granularity = 'all' | 'day' | 'month';

/** The fields that say which time is asked for. */
interface Asked {
	readonly granularity: Granularity;
	readonly from: Day | undefined;
	readonly to: Day | undefined;
	/** Today in UTC: what is after it has no numbers yet. */
	readonly today: Day;
}

/** Both ends, of which the last is included. */
interface Span {
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

/** Single posts of a page have no days. @throws Problem */
export function assertLifetime({ granularity, from, to }: Asked): void {
	if (granularity !== 'all') {
		throw new Problem(`LinkedIn doesn’t count the posts of a page by ${granularity}`, {
			description:
				'Set "Granularity" to "All", or set "Statistics Of" to "Page or Member as a Whole".',
		});
	}
	if (from === undefined && to === undefined) return;
	throw new Problem('LinkedIn counts the posts of a page over their whole lifetime only', {
		description:
			'Clear "From" and "To". For a page as a whole by day or month, set "Statistics Of" to "Page or Member as a Whole".',
	});
}

/**
 * The days or months of a page as a whole; undefined for its lifetime. Empty ends reach as far as
 * LinkedIn does, which is a year back ("Share Statistics" page).
 *
 * @throws Problem
 */
export function spanOfPage({ granularity, from, to, today }: Asked): Span | undefined {
	if (granularity === 'all') {
		if (from === undefined && to === undefined) return undefined;
		throw new Problem('LinkedIn counts a page over a period by day or month only', {
			description: 'Set "Granularity" to "Day" or "Month", or clear "From" and "To".',
		});
	}
	const yearAgo = yearBefore(today);
	const isMonth = granularity === 'month';
	const isWholeMonth = monthStart(yearAgo) === yearAgo;
	const earliest = isMonth && !isWholeMonth ? monthStart(yearAgo, 1) : yearAgo;
	const span = ordered(from ?? earliest, to, today);
	if ((isMonth ? monthStart(span.from) : span.from) >= earliest) return span;
	throw new Problem(
		`From is ${span.from}, but LinkedIn keeps the statistics of a page for 12 months`,
		{
			description: `Enter ${earliest} or a later day.`,
		},
	);
}

/**
 * The days of a member's posts; without ends their lifetime.
 *
 * @throws Problem
 */
export function spanOfMember({ granularity, from, to, today }: Asked): Period {
	if (granularity === 'month') {
		throw new Problem('LinkedIn doesn’t count the posts of a member by month', {
			description: 'Set "Granularity" to "Day" or "All".',
		});
	}
	if (from === undefined) {
		if (granularity === 'all' && to === undefined) return { from, to };
		throw new Problem('From is empty', { description: 'Enter the first day of the period.' });
	}
	const span = ordered(from, to, today);
	if (addDays(span.from, MOST_DAYS) > span.to || granularity === 'all') return span;
	throw new Problem(`The period has more than ${MOST_DAYS} days`, {
		description: 'Enter a later "From" or an earlier "To", or set "Granularity" to "All".',
	});
}

/** Of items that a single post can become. */
const MOST_DAYS = 1000;

/** The ads of an account; LinkedIn keeps their statistics for ten years. @throws Problem */
export function spanOfAds({ from, to, today }: Omit<Asked, 'granularity'>): Span {
	return ordered(from ?? addDays(yearBefore(today, 10), 1), to, today);
}

/** An end in the future, or none, is today. */
function ordered(from: Day, to: Day | undefined, today: Day): Span {
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
