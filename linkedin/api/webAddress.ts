import { anyCase } from './notation';

/** Patterns (see notation.ts) of URLs on LinkedIn's site, as browsers show and people type them. */

/** The longest URL that is accepted; LinkedIn's own have a few hundred characters. */
const MAX_LENGTH = 2000;

const SCHEME = `${anyCase('http')}[Ss]?://`;

/** The host of a country starts with two letters, the one for phones with one. */
const HOST = `(?:(?:${anyCase('www')}|[A-Za-z]{1,2})\\.)?${anyCase('linkedin')}\\.${anyCase('com')}`;

const BOUNDED = `(?!\\S{${MAX_LENGTH + 1}})`;

/** The beginning of a URL on LinkedIn's site, up to the slash of its path. */
export const ON_LINKEDIN = `${BOUNDED}(?:${SCHEME})?${HOST}/`;

/** The beginning of any URL, or of one on LinkedIn's site without its scheme. */
export const ON_THE_WEB = `${BOUNDED}(?:${SCHEME}|${HOST}/)`;

/** What may follow a complete segment of the path. */
export const TAIL = '(?:[/?#]\\S*)?';

/** URLs may contain commas: a comma separates only if another URL follows. */
const BEFORE_NEXT = /,(?=\s{0,8}https?:)/i;

/** URLs as people list them, separated by line breaks, commas or both; empty entries are ignored. */
export function splitAddresses(text: string): string[] {
	const lines = text
		.split(/[\r\n]/)
		.map((line) => line.trim())
		.filter((line) => line !== '');
	const last = lines.length - 1;
	return lines
		.flatMap((line, index) =>
			// A comma at the end of a line belongs to the list; at the very end it may be part of the
			// URL.
			(index < last && line.endsWith(',') ? line.slice(0, -1) : line).split(BEFORE_NEXT),
		)
		.map((address) => address.trim())
		.filter((address) => address !== '');
}
