import { typedElements, typedMention, type Hashtags, type TypedElement } from './typedText';

/**
 * LinkedIn's "little text", the form of a post's commentary. An unescaped one of these characters
 * may begin an element; if it doesn't, LinkedIn cuts the text there and still returns 201.
 */
const RESERVED = '[\\\\|{}@[\\]()<>#*_~]';
const TO_ESCAPE = new RegExp(RESERVED, 'g');
const ESCAPED = new RegExp(`\\\\(${RESERVED})`, 'g');

/** A post's text, ready to be sent. */
interface LittleText {
	/** What goes to LinkedIn as `commentary`. */
	readonly encoded: string;
	/** As a reader sees it: a mention is its name, a hashtag `#word`. */
	readonly shown: string;
}

/**
 * Converts typed text to little text: reserved characters are escaped, so that the text arrives as
 * typed; mentions and hashtags work only in the notations of `typedText.ts`.
 */
export function toLittleText(typed: string, hashtags: Hashtags): LittleText {
	const elements = typedElements(typed, hashtags);
	return {
		encoded: elements.map(encode).join(''),
		shown: elements.map(show).join(''),
	};
}

function encode(element: TypedElement): string {
	switch (element.kind) {
		case 'text':
			return escape(element.text);
		case 'mention':
			return `@[${escape(element.name)}](${element.urn})`;
		case 'hashtag':
			return `{hashtag|\\#|${escape(element.word)}}`;
	}
}

function show(element: TypedElement): string {
	switch (element.kind) {
		case 'text':
			return element.text;
		case 'mention':
			return element.name;
		case 'hashtag':
			return `#${element.word}`;
	}
}

const CHARACTER = `(?:\\\\[^]|[^\\\\|{}@[\\]()<>#*_~])`;

/** What LinkedIn returns: a hashtag's template, a mention, an escaped character. */
const ENCODED = new RegExp(
	[
		`\\{hashtag\\|\\\\?([#＃])\\|(${CHARACTER}+)\\}`,
		`@\\[(${CHARACTER}+)\\]\\((urn:li:(?:[A-Za-z0-9:-]|\\\\?_)+)\\)`,
		`\\\\(${RESERVED})`,
	].join('|'),
	'g',
);

/**
 * Turns little text, as LinkedIn gives it back, into the text that a person types:
 * `fromLittleText(toLittleText(typed).encoded)` is what was typed, but for templates that were typed
 * by hand and the full-width `＃`, which come back as `#word`, and for needless backslashes in a name.
 * What is no little text stays as it is.
 */
export function fromLittleText(encoded: string): string {
	let typed = '';
	let end = 0;
	for (const match of encoded.matchAll(ENCODED)) {
		const [whole, sign, word, name, urn, plain] = match;
		typed += encoded.slice(end, match.index);
		if (sign !== undefined && word !== undefined) typed += `${sign}${unescape(word)}`;
		else if (name !== undefined && urn !== undefined) {
			typed += typedMention(unescape(name), unescape(urn));
		} else typed += plain ?? whole;
		end = match.index + whole.length;
	}
	return typed + encoded.slice(end);
}

function escape(plain: string): string {
	return plain.replace(TO_ESCAPE, '\\$&');
}

function unescape(encoded: string): string {
	return encoded.replace(ESCAPED, '$1');
}

/**
 * Half a character, which is left if a text is cut inside an emoji, can't be sent: it is replaced
 * with `�`.
 */
export function wellFormed(text: string): string {
	return text.replace(/\p{Surrogate}/gu, '\ufffd');
}

/** Unicode code points: a character beyond 16 bits counts once. */
export function characters(text: string): number {
	return Array.from(text).length;
}
