import { anyCase } from './notation';

/*
 * Patterns (see notation.ts) of addresses on LinkedIn's site, as browsers show and people type them.
 */

/** The longest address that is read; LinkedIn's own have some hundred characters. */
const MAX_LENGTH = 2000;

const SCHEME = `${anyCase('http')}[Ss]?://`;

/** A country's own host is made of two letters, the one for phones of one. */
const HOST = `(?:(?:${anyCase('www')}|[A-Za-z]{1,2})\\.)?${anyCase('linkedin')}\\.${anyCase('com')}`;

const BOUNDED = `(?!\\S{${MAX_LENGTH + 1}})`;

/** The beginning of an address on LinkedIn's site, up to the slash of its path. */
export const ON_LINKEDIN = `${BOUNDED}(?:${SCHEME})?${HOST}/`;

/** The beginning of any web address, or of one on LinkedIn's site that lacks its scheme. */
export const ON_THE_WEB = `${BOUNDED}(?:${SCHEME}|${HOST}/)`;

/** What may follow a segment of the path that is complete. */
export const TAIL = '(?:[/?#]\\S*)?';

/** Addresses have commas in them: one separates only before the next address. */
const BEFORE_NEXT = /,(?=\s{0,8}https?:)/i;

/** Addresses as a person lists them, by lines, by commas or by both; what is empty is none. */
export function splitAddresses(text: string): string[] {
	const lines = text
		.split(/[\r\n]/)
		.map((line) => line.trim())
		.filter((line) => line !== '');
	const last = lines.length - 1;
	return lines
		.flatMap((line, index) =>
			// A comma at the end of a line belongs to the list; at the end of all it may be the address's.
			(index < last && line.endsWith(',') ? line.slice(0, -1) : line).split(BEFORE_NEXT),
		)
		.map((address) => address.trim())
		.filter((address) => address !== '');
}
