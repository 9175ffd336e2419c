import type { LinkedInClient } from '../../api/client';
import { LAST_DAY_MS } from '../../api/lastDay';
import { UnexpectedAnswer, type JsonFields } from '../../api/parse';
import { addDays, dayOf, daysFrom, monthStart, startOf, type Day } from './day';
import { alike, PAGE_METRICS, type Statistics } from './numbers';
import { askPage, numbersIn, pagePurpose } from './pageAnswer';

/** A page as a whole, over some days. */
interface PageDays {
	/** `urn:li:organization:…` */
	readonly page: string;
	readonly granularity: 'day' | 'month';
	readonly from: Day;
	/** The last day, which is included. */
	readonly to: Day;
}

/** A page's statistics reach back a year: no answer has more days. */
const MOST_DAYS = 400;

/** All posts of a page together, since it exists. @throws LinkedInError */
export function getPageLifetime(client: LinkedInClient, page: string): Promise<Statistics> {
	return askPage(client, {
		page,
		filter: [],
		purpose: pagePurpose(page, page),
		most: 1,
		read: ([element]) => ({
			urn: page,
			from: null,
			to: null,
			numbers: element === undefined ? alike(PAGE_METRICS, null) : numbersIn(element),
			warnings: element === undefined ? ['LinkedIn returned no statistics for the page.'] : [],
		}),
	});
}

/**
 * All posts of a page together, by day or month ("Share Statistics" page, "time-bound"): in
 * milliseconds, the end excluded. A day that LinkedIn leaves out is null: only of posts it says that
 * they are left out without activity.
 *
 * @returns in the order of time
 * @throws LinkedInError
 */
export function getPageDays(
	client: LinkedInClient,
	asked: PageDays,
): Promise<readonly Statistics[]> {
	const { page, granularity } = asked;
	const from = granularity === 'day' ? asked.from : monthStart(asked.from);
	const end = addDays(asked.to, 1);
	const range = `(start:${startOf(from)},end:${startOf(end)})`;
	const type = granularity === 'day' ? 'DAY' : 'MONTH';
	return askPage(client, {
		page,
		filter: [['timeIntervals', { encoded: `(timeRange:${range},timeGranularityType:${type})` }]],
		purpose: pagePurpose(page, page),
		most: MOST_DAYS,
		read: (elements) => {
			const found = elements.map((element) => ofTime(page, element));
			return [...found, ...missing({ ...asked, from }, found)].sort((one, other) =>
				String(one.from) < String(other.from) ? -1 : 1,
			);
		},
	});
}

/** @throws UnexpectedAnswer without its time: it would be taken for a day, and may be a lifetime */
function ofTime(page: string, element: JsonFields): Statistics {
	const range = element.object('timeRange');
	const [start, end] = [range.integer('start'), range.integer('end')];
	if (end <= start || end > LAST_DAY_MS) throw new UnexpectedAnswer('timeRange is none');
	return {
		urn: page,
		from: dayOf(start),
		to: dayOf(end - 1),
		numbers: numbersIn(element),
		warnings: [],
	};
}

function missing(
	{ page, granularity, from, to }: PageDays,
	found: readonly Statistics[],
): readonly Statistics[] {
	const known = new Set(found.map((each) => each.from));
	const starts = daysFrom(from, to).filter((day) => granularity === 'day' || day.endsWith('-01'));
	return starts
		.filter((day) => !known.has(day))
		.map((day) => ({
			urn: page,
			from: day,
			to: granularity === 'day' ? day : addDays(monthStart(day, 1), -1),
			numbers: alike(PAGE_METRICS, null),
			warnings: [`LinkedIn returned no numbers for some ${granularity}s, which are null here.`],
		}));
}
