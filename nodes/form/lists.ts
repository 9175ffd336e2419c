import { parseJson } from '../../linkedin/api/parse';
import type { Parse } from './field';
import { toText } from './values';

/** How a text is split into a list. */
type Split = (text: string) => readonly string[];

/** By commas or line breaks. */
export const COMMAS: Split = (text) => text.split(/[,\r\n]/);
/** Also by spaces, for entries that contain none. */
export const SPACES: Split = (text) => text.split(/[\s,]+/);
/** By line breaks only: sentences contain commas. */
export const LINES: Split = (text) => text.split(/\r?\n/);

/**
 * A list that was typed into one field, or returned by an expression: its entries, including empty
 * ones, except at the end.
 *
 * @throws Problem for an entry that is not text
 */
export function toList(splitText: Split): Parse<readonly string[]> {
	return (value, what) => {
		const entries = [...(toTexts(listOf(value), what) ?? split(value, splitText, what))];
		while (entries.at(-1) === '') entries.pop();
		return entries;
	};
}

/**
 * The same for names. An empty piece of a text is ignored; in a list from an expression, it is kept
 * as a missing entry, for whoever looks the name up.
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
