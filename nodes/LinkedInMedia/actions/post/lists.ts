import { parseJson } from '../../../../linkedin/api/parse';
import { toText } from '../fields/values';

/** By comma or line. */
export const COMMAS = /[,\r\n]/;
/** By line alone: addresses and sentences have commas in them. */
export const LINES = /\r?\n/;

/**
 * A list that a person typed into one field, or that an expression gave.
 *
 * @returns its entries, empty ones too, but for those at the end
 * @throws Problem for an entry that is no text
 */
export function readList(value: unknown, what: string, separator: RegExp): string[] {
	const list = listOf(value);
	const entries = list
		? list.map((entry) => toText(entry, '', what).trim())
		: toText(value, '', what)
				.split(separator)
				.map((entry) => entry.trim());
	while (entries.at(-1) === '') entries.pop();
	return entries;
}

/** The same for lists in which an empty entry means nothing. */
export function readNames(value: unknown, what: string, separator: RegExp): string[] {
	return readList(value, what, separator).filter((entry) => entry !== '');
}

/** A list, or the JSON of one. */
function listOf(value: unknown): readonly unknown[] | undefined {
	const isJson = typeof value === 'string' && value.trim().startsWith('[');
	const list: unknown = isJson ? parseJson(value) : value;
	return Array.isArray(list) ? list : undefined;
}
