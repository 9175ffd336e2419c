import type { Readings } from '../core/readings';

export type LittleElement =
	| { readonly kind: 'text'; readonly text: string }
	| { readonly kind: 'mention'; readonly name: string | undefined; readonly urn: string }
	| { readonly kind: 'hashtag'; readonly sign: string; readonly word: string };

export interface LittleText {
	readonly elements: readonly LittleElement[];
	/** What follows the first character that no rule takes; `''` where all was understood. */
	readonly lost: string;
}

/** public (little text format, "Text"): a backslash makes any of these a character like others. */
const reserved = '[\\\\|{}@[\\]()<>#*_~]';
const character = `(?:[^\\\\|{}@[\\]()<>#*_~]|\\\\${reserved})`;

/** `Text ::= ( NON_RESERVED_CHAR_SEQUENCES | "\|" | "\{" | ... )+` */
const text = new RegExp(`${character}+`, 'uy');
/** `HashtagElement ::= '#' SINGLE_WORD`. assumed: a word is made of letters, marks and digits. */
const hashtag = /#([\p{L}\p{M}\p{N}]+)/uy;
/**
 * `HashtagTemplate ::= '{hashtag|' ( # | ＃ ) '|' Text '}'`; the samples write the sign with a
 * backslash and without.
 */
const template = new RegExp(`\\{hashtag\\|(?:\\\\?(#)|(＃))\\|(${character}+)\\}`, 'uy');

/** Nothing says whether the `_` of a member's id, which is reserved, needs its backslash too. */
const memberIds: Readonly<Record<Readings['mentionUrn'], string>> = {
	rawOrEscaped: '(?:[A-Za-z0-9-]|\\\\?_)+',
	escaped: '(?:[A-Za-z0-9-]|\\\\_)+',
	raw: '[A-Za-z0-9_-]+',
};

/** `MentionElement ::= '@' FallbackText? '(' Urn ')'`, `FallbackText ::= '[' Text ']'` */
function mention(reading: Readings['mentionUrn']): RegExp {
	const urn = `urn:li:(?:organization(?:Brand)?:[1-9][0-9]*|person:${memberIds[reading]})`;
	return new RegExp(`@(?:\\[(${character}+)\\])?\\((${urn})\\)`, 'uy');
}

/**
 * public (little text format, "Language Grammar"): `LittleText ::= LittleElement+`, each a text, a
 * mention, a hashtag or a hashtag template. Seen by many (truncated posts): the first reserved
 * character that belongs to none of them ends the text, without a word in the answer.
 */
export function parseLittleText(
	source: string,
	{ mentionUrn, brandMention }: Pick<Readings, 'mentionUrn' | 'brandMention'>,
): LittleText {
	const mentions = mention(mentionUrn);
	const elements: LittleElement[] = [];
	let at = 0;
	const match = (rule: RegExp): RegExpExecArray | null => {
		rule.lastIndex = at;
		return rule.exec(source);
	};
	while (at < source.length) {
		const found = match(text) ?? match(mentions) ?? match(template) ?? match(hashtag);
		if (found === null) break;
		elements.push(shownAs(toElement(found), brandMention));
		at += found[0].length;
	}
	return { elements, lost: source.slice(at) };
}

function toElement([whole, first, second, third]: RegExpExecArray): LittleElement {
	if (whole.startsWith('{')) {
		return { kind: 'hashtag', sign: first ?? second ?? '#', word: unescape(third ?? '') };
	}
	if (whole.startsWith('#')) return { kind: 'hashtag', sign: '#', word: first ?? '' };
	if (!whole.startsWith('@')) return { kind: 'text', text: unescape(whole) };
	const name = first === undefined ? undefined : unescape(first);
	return { kind: 'mention', name, urn: unescape(second ?? '') };
}

/** public (Posts API): a mention of what cannot be mentioned is published as plain text. */
function shownAs(element: LittleElement, reading: Readings['brandMention']): LittleElement {
	if (element.kind !== 'mention' || reading === 'linked') return element;
	if (!element.urn.startsWith('urn:li:organizationBrand:')) return element;
	return { kind: 'text', text: element.name ?? element.urn };
}

function unescape(escaped: string): string {
	return escaped.replace(/\\(.)/gsu, '$1');
}

function escape(plain: string): string {
	return plain.replace(new RegExp(reserved, 'gu'), '\\$&');
}

/** What a member sees; `nameOf` names those whom a mention does not. */
export function plainText(
	{ elements }: LittleText,
	nameOf: (urn: string) => string = (urn) => urn,
): string {
	return elements
		.map((element) => {
			if (element.kind === 'text') return element.text;
			if (element.kind === 'hashtag') return element.sign + element.word;
			return element.name ?? nameOf(element.urn);
		})
		.join('');
}

/** public (Posts API, samples of get): a hashtag comes back as a template, the rest as it was. */
export function storedText({ elements }: LittleText): string {
	return elements
		.map((element) => {
			if (element.kind === 'text') return escape(element.text);
			if (element.kind === 'hashtag') {
				return `{hashtag|${escape(element.sign)}|${escape(element.word)}}`;
			}
			const name = element.name === undefined ? '' : `[${escape(element.name)}]`;
			return `@${name}(${element.urn})`;
		})
		.join('');
}
