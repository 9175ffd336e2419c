import { Problem } from '../../problem';
import { addDays } from './day';
import type { Period } from './memberAnswer';
import { ordered, type Asked } from './span';

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
