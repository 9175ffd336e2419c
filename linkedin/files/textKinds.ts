import type { FileKind } from './kinds';

/** UTF-8, UTF-16 little and big endian. */
const BYTE_ORDER_MARK = /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/;

/** Tab, line feed, vertical tab, form feed, carriage return, escape. */
const ALLOWED_CONTROLS = new Set([0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1b]);

/** How texts begin, after leading white space. First match counts. */
const BEGINNINGS: readonly (readonly [FileKind, RegExp])[] = [
	['webvtt', /^WEBVTT(?:\s|$)/],
	['srt', /^\d+[^\S\r\n]*[\r\n]\s*\d+:\d\d:\d\d[,.]\d+\s*-->/],
	['srt', /^\d+:\d\d:\d\d[,.]\d+\s*-->/],
	['sbv', /^\d+:\d\d:\d\d\.\d+,\d+:\d\d:\d\d\.\d+/],
	['ass', /^\[(?:Script Info|V4\+? Styles|Events)\]/i],
	['lrc', /^\[(?:\d+:\d\d|(?:ar|ti|al|by|length|offset):)/],
	['html', /^(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html|head|body)[\s>]/i],
	// The first element may follow a declaration and comments.
	['ttml', /^<(?:[^<]*<)*?(?:tt:)?tt[\s>]/],
	['svg', /^<(?:[^<]*<)*?svg[\s>]/],
	['xml', /^<[?!a-z]/i],
	['json', /^\{\s*["}]/],
	['json', /^\[\s*["{[\]]/],
];

/**
 * What a text is; `undefined` if it is not text at all.
 *
 * @param head the first bytes of a file, one character each
 */
export function textKind(head: string): FileKind | undefined {
	const marked = BYTE_ORDER_MARK.test(head);
	// In UTF-16, every second byte of English is zero: without those bytes, the beginning can be read
	// as usual.
	const text = head.replace(BYTE_ORDER_MARK, '').replaceAll('\0', marked ? '' : '\0');
	if (text.length === 0 || (!marked && hasControlCharacters(text))) return undefined;
	const start = text.trimStart();
	return BEGINNINGS.find(([, beginning]) => beginning.test(start))?.[0] ?? 'text';
}

/** Control characters except white space and escape: texts have none, other files nearly always do. */
function hasControlCharacters(text: string): boolean {
	return Buffer.from(text, 'latin1').some((code) => code < 0x20 && !ALLOWED_CONTROLS.has(code));
}
