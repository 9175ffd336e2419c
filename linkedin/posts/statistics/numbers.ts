import { UnexpectedAnswer } from '../../api/parse';
import type { Day } from './day';

/** What a page's posts are counted by: all of it comes in one answer. */
export const PAGE_METRICS = [
	'impressions',
	'uniqueImpressions',
	'clicks',
	'likes',
	'comments',
	'shares',
	'engagement',
] as const;

export type PageMetric = (typeof PAGE_METRICS)[number];

/** Numbers by their name; null where LinkedIn does not show one. */
export type Numbers = Readonly<Record<string, number | null>>;

/** What was counted, and when. */
export interface Statistics {
	/** Of the post; of the page or member, where all that it has is counted together. */
	readonly urn: string;
	/** The first day; null for a lifetime. */
	readonly from: Day | null;
	/** The last day, which is included; null for a lifetime. */
	readonly to: Day | null;
	readonly numbers: Numbers;
	/** Why some of them are null. */
	readonly warnings: readonly string[];
}

/** The same value for each of these names. */
export function alike(names: readonly string[], value: number | null): Numbers {
	return Object.fromEntries(names.map((name) => [name, value]));
}

/**
 * A number of LinkedIn's: whole or not, also below zero (likes that were taken back), and also as
 * text, as some answers have it.
 *
 * @returns null if it isn't there
 * @throws UnexpectedAnswer for anything else
 */
export function numberOf(value: unknown, what: string): number | null {
	if (value === undefined || value === null) return null;
	const isNumeric = typeof value === 'string' && /^-?[0-9]+(?:\.[0-9]+)?$/.test(value);
	const number = isNumeric ? Number(value) : value;
	if (typeof number === 'number' && Number.isFinite(number)) return number;
	throw new UnexpectedAnswer(`${what} is not a number`);
}
