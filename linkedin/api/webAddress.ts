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
