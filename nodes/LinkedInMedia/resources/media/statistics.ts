import { dayOf, parseDay, type Day } from '../../../../linkedin/posts/statistics/day';
import type { Statistics } from '../../../../linkedin/posts/statistics/numbers';
import { actorField, type Actor } from '../../../fields/owner';
import { Field } from '../../../form/field';
import { toData } from '../../../run/data';
import type { Item } from '../../../run/item';
import type { OutputItem } from '../../../run/output';

/** Whose statistics. */
export const statisticsAuthor = actorField(['person', 'organization'], {
	name: 'author',
	displayName: 'Author',
	description:
		'The company page that published the posts, or you. If it isn’t in the list, switch to By URN and enter it.',
});

/** Whether the author is a page. A URL is one's. */
export function isPage(author: Actor): boolean {
	return !('urn' in author) || author.urn.startsWith('urn:li:organization:');
}

function dayField<const Name extends string>(look: {
	readonly name: Name;
	readonly displayName: string;
	readonly description: string;
}): Field<Day | undefined, Name> {
	return new Field({ ...look, type: 'dateTime', default: '' }, parseDay);
}

/** The first day. */
export const from = dayField({
	name: 'from',
	displayName: 'From',
	description: 'The first day. LinkedIn’s days begin at midnight UTC; the time of day is ignored.',
});

/** The last day, which is included. */
export const to = dayField({
	name: 'to',
	displayName: 'To',
	description: 'The last day, which is included. If empty, today.',
});

/** Today by LinkedIn's calendar. */
export function today({ client }: Item): Day {
	return dayOf(client.options.now());
}

/** Each of many posts may have a warning of its own. */
const MOST_HINTS = 5;

/** An item for each, with what it warns of. */
export function toStatisticsItems(item: Item, found: readonly Statistics[]): OutputItem[] {
	const { warnings: ofAll } = item;
	const own = [...new Set(found.flatMap(({ warnings }) => warnings))];
	const more = own.length - MOST_HINTS;
	item.warn(
		...own.slice(0, MOST_HINTS),
		...(more > 0 ? [`${more} more warnings are in the items.`] : []),
	);
	return found.map(({ urn, from: first, to: last, numbers, warnings }) => ({
		json: toData({ urn, from: first, to: last, ...numbers, warnings: [...ofAll, ...warnings] }),
	}));
}
