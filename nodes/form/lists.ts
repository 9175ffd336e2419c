import { parseJson } from '../../linkedin/api/parse';
import type { Parse } from './field';
import { toText } from './values';

/** By comma or line. */
export const COMMAS = /[,\r\n]/;
/** By space too: entries that have none in them. */
export const SPACES = /[\s,]+/;
/** By line alone: addresses and sentences have commas in them. */
export const LINES = /\r?\n/;

/**
 * A list that a person typed into one field, or that an expression gave: its entries, empty ones too,
 * but for those at the end.
 *
 * @throws Problem for an entry that is no text
 */
export function toList(separator: RegExp): Parse<readonly string[]> {
	return (value, what) => {
		const entries = [...(toTexts(listOf(value), what) ?? split(value, separator, what))];
		while (entries.at(-1) === '') entries.pop();
		return entries;
	};
}

/**
 * The same for names. An empty piece of a text means nothing; in a list that an expression gave it is a
 * hole, and stays for whoever looks the name up.
 */
export function toNames(separator: RegExp): Parse<readonly string[]> {
	return (value, what) =>
		toTexts(listOf(value), what) ?? split(value, separator, what).filter((entry) => entry !== '');
}

function split(value: unknown, separator: RegExp, what: string): string[] {
	return toText(value, '', what)
		.split(separator)
		.map((entry) => entry.trim());
}

function toTexts(list: readonly unknown[] | undefined, what: string): string[] | undefined {
	return list?.map((entry) => toText(entry, '', what).trim());
}

/** A list, or the JSON of one. */
function listOf(value: unknown): readonly unknown[] | undefined {
	const isJson = typeof value === 'string' && value.trim().startsWith('[');
	const list: unknown = isJson ? parseJson(value) : value;
	return Array.isArray(list) ? list : undefined;
}
