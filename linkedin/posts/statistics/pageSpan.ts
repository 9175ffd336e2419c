import { Problem } from '../../problem';
import { addDays, monthStart, yearBefore } from './day';
import { ordered, type Asked, type Span } from './span';

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
 * LinkedIn certainly does, which is a year back ("Share Statistics" page).
 *
 * @throws Problem
 */
export function spanOfPage({ granularity, from, to, today }: Asked): Span | undefined {
	if (granularity === 'all') {
		if (from === undefined && to === undefined) return undefined;
		throw new Problem(
			'Granularity is "All", but LinkedIn counts a page over a period by day or month only',
			{ description: 'Set "Granularity" to "Day" or "Month", or clear "From" and "To".' },
		);
	}
	const yearAgo = yearBefore(today);
	const isMonth = granularity === 'month';
	// That day's midnight is up to a day more than 12 months ago, if LinkedIn counts the hours.
	const earliest = isMonth ? monthStart(yearAgo, 1) : addDays(yearAgo, 1);
	const span = ordered(from ?? earliest, to, today);
	// Who asks for that day gets LinkedIn's own answer.
	if ((isMonth ? monthStart(span.from) : span.from) >= yearAgo) return span;
	throw new Problem(
		`From is ${span.from}, but LinkedIn keeps the statistics of a page for 12 months`,
		{
			description: `Enter ${earliest} or a later day.`,
		},
	);
}
