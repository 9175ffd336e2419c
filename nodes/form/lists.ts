import { parseJson } from '../../linkedin/api/parse';
import type { Parse } from './field';
import { toText } from './values';

/** How a text is a list. */
type Split = (text: string) => readonly string[];

/** By comma or line. */
export const COMMAS: Split = (text) => text.split(/[,\r\n]/);
/** By space too: entries that have none in them. */
export const SPACES: Split = (text) => text.split(/[\s,]+/);
/** By line alone: sentences have commas in them. */
export const LINES: Split = (text) => text.split(/\r?\n/);

/**
 * A list that a person typed into one field, or that an expression gave: its entries, empty ones too,
 * but for those at the end.
 *
 * @throws Problem for an entry that is no text
 */
export function toList(splitText: Split): Parse<readonly string[]> {
	return (value, what) => {
		const entries = [...(toTexts(listOf(value), what) ?? split(value, splitText, what))];
		while (entries.at(-1) === '') entries.pop();
		return entries;
	};
}

/**
 * The same for names. An empty piece of a text means nothing; in a list that an expression gave it is a
 * hole, and stays for whoever looks the name up.
 */
export function toNames(splitText: Split): Parse<readonly string[]> {
	return (value, what) =>
		toTexts(listOf(value), what) ?? split(value, splitText, what).filter((entry) => entry !== '');
}

function split(value: unknown, splitText: Split, what: string): string[] {
	return splitText(toText(value, '', what)).map((entry) => entry.trim());
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
