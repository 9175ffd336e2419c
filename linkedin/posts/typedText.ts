import { VALUE_AHEAD } from '../api/urn';

/** What to do with `#word` in typed text. */
export type Hashtags = 'link' | 'text';

/** The pieces of a typed text; together they are the whole text. */
export type TypedElement =
	| { readonly kind: 'text'; readonly text: string }
	| { readonly kind: 'mention'; readonly name: string; readonly urn: string }
	/** Without the `#`. */
	| { readonly kind: 'hashtag'; readonly word: string };

/**
 * A URL: nothing inside it changes. It has a scheme, `www.`, a path or a query. It ends at
 * quotation marks, square or angle brackets, Chinese and Japanese punctuation, direction marks, and
 * at punctuation followed by a `#`, which begins a hashtag.
 */
const ADDRESS_CHARACTER =
	'(?:(?![.,;:!?]{1,3}#)[^\\s<>"{}|\\\\^`[\\]“”„«»‹›…\\u200b-\\u200f\\u2066-\\u2069\\u3000-\\u303f\\uff00-\\uffef])';
export const ADDRESS = [
	`(?:[Hh][Tt][Tt][Pp][Ss]?://|mailto:)${ADDRESS_CHARACTER}+`,
	`(?<![\\p{L}\\p{M}\\p{N}.-])(?:[Ww]{3}\\.${ADDRESS_CHARACTER}+|(?:[\\p{L}\\p{N}-]+\\.)+\\p{L}{2,}(?::[0-9]+)?[/?]${ADDRESS_CHARACTER}*)`,
].join('|');

/** A bracket that has no other half, and a backslash before a bracket, have a backslash before them. */
const IN_NAME = '(?:[^[\\]\\\\\\r\\n]|\\\\[\\\\[\\]]|\\\\(?![\\\\[\\]]))';

/** A name may hold brackets in pairs. Longer ones LinkedIn does not have. */
const NAME = `((?:${IN_NAME}|\\[${IN_NAME}*\\]){1,300})`;
/** Reads as it is: a backslash at its end would be the bracket’s. */
const PLAIN_NAME = new RegExp(`^${NAME}(?<!\\\\)$`, 'u');
const BACKSLASH = /\\([\\[\]])/g;

/**
 * Who can be mentioned (little text format, "Mention"). LinkedIn's documents don't say whether
 * brands are linked: if not, the name appears as plain text.
 */
const MENTIONED = `(urn:li:(?:organization:[0-9]+|organizationBrand:[0-9]+|person:${VALUE_AHEAD}[A-Za-z0-9_-]+))`;
export const MENTION = `@\\[${NAME}\\]\\(${MENTIONED}\\)`;

/** A mark that belongs to the letter before it; not the one that makes a character an emoji. */
const MARK = '(?:(?![\\ufe0e\\ufe0f\\u20e3])\\p{M})';
const IN_WORD = `(?:[\\p{L}\\p{N}_]|${MARK}|[\\u200c\\u200d](?=[\\p{L}\\p{M}]))`;
const WORD = `[\\p{L}\\p{N}_]${IN_WORD}*`;

/**
 * As LinkedIn returns it, `{hashtag|\#|word}`, or as its document has it, `{hashtag|#|word}`; a `_`
 * in the word may have its backslash.
 */
const TEMPLATE = `\\{hashtag\\|\\\\?[#＃]\\|((?:${IN_WORD}|\\\\_)+)\\}`;

/**
 * `#word` as people type it: at the start or after anything but a letter, a digit, `_`, `&` and `/`
 * (so not `C#`, `a#b`, `&#39;` or anchors), with a letter in the word (so not `#1`).
 */
const HASHTAG = `(?<![\\p{L}\\p{N}_&/]|[\\p{L}\\p{N}_]${MARK}{1,10})[#＃](?!https?://|www\\.)(?=[\\p{M}\\p{N}_]*\\p{L})(${WORD})`;

/** The earliest match counts; a URL is found before anything inside it. */
const ELEMENTS: Readonly<Record<Hashtags, string>> = {
	link: `(?:${ADDRESS})|${MENTION}|${TEMPLATE}|${HASHTAG}`,
	text: `(?:${ADDRESS})|${MENTION}|${TEMPLATE}`,
};
/** Made at their first use: with all letters of Unicode they take milliseconds, at each start of n8n. */
const made: Partial<Record<Hashtags, RegExp>> = {};

function elementsOf(hashtags: Hashtags): RegExp {
	return (made[hashtags] ??= new RegExp(ELEMENTS[hashtags], 'gu'));
}

/**
 * Splits a text into its pieces:
 *
 * - a mention: `@[Name](urn:li:organization:2414183)`, `@[Name](urn:li:person:…)`; a bracket in the
 *   name that has no other half is written `\[` or `\]`
 * - a hashtag: `#word`, `＃word` (with `hashtags: 'link'`), `{hashtag|\#|word}`
 * - the rest is text, including URLs with everything in them
 *
 * Nobody types LinkedIn's own notation for mentions by accident, unlike `@you` and `[text](link)`:
 * those, and malformed mentions, are text.
 */
export function typedElements(typed: string, hashtags: Hashtags): readonly TypedElement[] {
	const elements: TypedElement[] = [];
	let end = 0;
	for (const match of typed.matchAll(elementsOf(hashtags))) {
		const [whole, name, urn, template, tag] = match;
		const word = template?.replace(/\\_/g, '_') ?? tag;
		if (word === undefined && (name === undefined || urn === undefined)) continue;
		if (match.index > end) elements.push({ kind: 'text', text: typed.slice(end, match.index) });
		elements.push(
			name !== undefined && urn !== undefined
				? { kind: 'mention', name: name.replace(BACKSLASH, '$1'), urn }
				: { kind: 'hashtag', word: word ?? '' },
		);
		end = match.index + whole.length;
	}
	if (end < typed.length) elements.push({ kind: 'text', text: typed.slice(end) });
	return elements;
}

/**
 * A mention as a person types it, with backslashes only where the name could not be read otherwise:
 * {@link typedElements} gives back the name.
 *
 * @param name one line of at most 300 characters
 */
export function typedMention(name: string, urn: string): string {
	const isPlain = PLAIN_NAME.test(name) && name.search(BACKSLASH) < 0;
	return `@[${isPlain ? name : name.replace(/[\\[\]]/g, '\\$&')}](${urn})`;
}
