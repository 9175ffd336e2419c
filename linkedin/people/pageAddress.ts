import { anyCase, anyOf, either, notation, type Notation } from '../api/notation';
import { idPattern, urnOf } from '../api/urn';
import { ON_LINKEDIN, TAIL } from '../api/webAddress';

/** A page on LinkedIn: its URN, or the name in its URL, which has to be looked up. */
export type PageInput = { readonly urn: string } | { readonly vanityName: string };

/** Schools and showcases are organizations too (organization-lookup-api). */
const SECTION = anyOf(['company', 'school', 'showcase'].map(anyCase));

const CONTINUED = '%[89AaBb][0-9A-Fa-f]';

/** Not what is a space or a control character once it is decoded, as it is none where it is typed. */
const NO_ENCODED_SPACE = `(?!${anyOf([
	'%[Cc]2%(?:[89][0-9A-Fa-f]|[Aa]0)',
	'%[Ee]1%9[Aa]%80',
	'%[Ee]2%80%(?:8[0-9Aa]|[Aa][89Ff])',
	'%[Ee]2%81%9[Ff]',
	'%[Ee]3%80%80',
	'%[Ee][Ff]%[Bb][Bb]%[Bb][Ff]',
])})`;

/**
 * A character of a vanity name. Non-ASCII ones are letters of any language, plain or as the
 * percent-encoded UTF-8 of two or three bytes that browsers copy (following RFC 3629, so that
 * everything accepted can be decoded).
 */
const NAME_CHARACTER = anyOf([
	"[A-Za-z0-9._&'()+,!-]",
	'[^\\s\\u0000-\\u00a0\\ud800-\\udfff]',
	'%2[6-9BbCcDdEe]',
	`${NO_ENCODED_SPACE}%(?:[Cc][2-9A-Fa-f]|[Dd][0-9A-Fa-f])${CONTINUED}`,
	`%[Ee]0%[AaBb][0-9A-Fa-f]${CONTINUED}`,
	`${NO_ENCODED_SPACE}%[Ee](?:[1-9A-Ca-c]|[EeFf])${CONTINUED}${CONTINUED}`,
	`%[Ee][Dd]%[89][0-9A-Fa-f]${CONTINUED}`,
]);

/** A company may be called by many a word, but hardly by these. */
const NO_VALUE_AHEAD = '(?!(?:undefined|null|NaN)(?:[/?#\\s]|$))';

/** The name in a page's address, as the text of a regex; the group catches it. No name is so long. */
export const VANITY_NAME = `${NO_VALUE_AHEAD}(${NAME_CHARACTER}{1,200})`;

const START = `${ON_LINKEDIN}${SECTION}/`;

/**
 * The address of a page as a browser shows it, also that of its administration and other sections:
 * with its number it is as good as a URN, with its name it has to be looked up
 * (`pages.ts`).
 */
export const PAGE_ADDRESS: Notation<PageInput> = either<PageInput>([
	notation(`${START}(${idPattern('organization')})${TAIL}`, (id = '') => ({
		urn: urnOf('organization', id).text,
	})),
	notation(`${START}${VANITY_NAME}${TAIL}`, (name = '') => ({
		vanityName: decodeURIComponent(name),
	})),
]);
