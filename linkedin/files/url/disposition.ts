import { headerBytes, headerText, percentBytes, percentDecoded, textIn } from './headerText';
import { decodeWords } from './encodedWords';

/** What an answer says in `Content-Disposition` (RFC 6266). */
export interface Disposition {
	/** To be saved as a file, whatever its type. */
	readonly isAttachment: boolean;
	/** The file's name, which may be a path. */
	readonly name: string | undefined;
}

/** Servers send one line: anything beyond this is ignored. */
const MAX_LENGTH = 4096;

/**
 * A parameter and its value. A quoted value ends at the quote that also ends the parameter: some
 * servers don't escape quotes inside. Each alternative is linear, and begins at a `;` or at the
 * start.
 */
const PARAMETER =
	/(?:^|;)\s*([^\s=;"]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"(?=\s*(?:;|$))|'([^';]*)'(?=\s*(?:;|$))|([^;]*))/g;

export function parseDisposition(header: string | undefined): Disposition {
	const text = (header ?? '').slice(0, MAX_LENGTH);
	const values = new Map<string, string>();
	for (const [, name = '', quoted, single, plain] of text.matchAll(PARAMETER)) {
		const value = quoted?.replace(/\\(["\\])/g, '$1') ?? single ?? unquoted(plain ?? '');
		if (!values.has(name.toLowerCase())) values.set(name.toLowerCase(), value);
	}
	const plain = values.get('filename');
	const extended = values.get('filename*');
	return {
		isAttachment: /^\s*attachment\s*(?:;|$)/i.test(text),
		name:
			(extended && extendedText(extended)) ??
			(plain && plainText(plain)) ??
			// A name with a wrong letter is better than none.
			(extended && plainText(extended.replace(EXTENSION, ''))),
	};
}

/** Quotes around a value that contains more of them, or lacks one. */
function unquoted(value: string): string {
	return value.trim().replace(/^"|"$/g, '');
}

/** `charset'language'percent-encoded` (RFC 8187, once RFC 5987). */
const EXTENDED = /^([^']*)'[^']*'(.*)$/s;
const EXTENSION = /^[^']*'[^']*'/;

function extendedText(value: string): string | undefined {
	const [, charset = '', encoded = ''] = EXTENDED.exec(value) ?? [];
	const bytes = headerBytes(encoded);
	if (encoded === '' || !bytes) return undefined;
	return textIn(percentBytes(bytes), charset === '' ? 'utf-8' : charset);
}

/** What servers turn non-ASCII characters in a plain name into. */
function plainText(value: string): string {
	const text = decodeWords(headerText(value)).replace(/^(?:utf-8|iso-8859-1)'[^']*'/i, '');
	return percentDecoded(text);
}
