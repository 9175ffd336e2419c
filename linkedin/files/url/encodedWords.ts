import { textIn } from './headerText';

/** Consecutive words: a character may be split between them. */
const WORDS = /=\?[^?\s]+\?[bq]\?[^?\s]*\?=(?:\s*=\?[^?\s]+\?[bq]\?[^?\s]*\?=)*/gi;

/**
 * `=?charset?B or Q?text?=`, possibly with a language after the charset (RFC 2047, 2 and RFC 2231,
 * 5).
 */
const WORD = /=\?([^?*\s]+)(?:\*[^?\s]*)?\?([bq])\?([^?\s]*)\?=/gi;

/**
 * A text with MIME's encoded words, which belong in mail and not in HTTP headers: servers with a
 * mail background, and PHP's `mb_encode_mimeheader`, send them.
 */
export function decodeWords(text: string): string {
	return text.replace(WORDS, (words) => {
		const parsed = [...words.matchAll(WORD)];
		const charset = parsed[0]?.[1] ?? '';
		if (parsed.some(([, other = '']) => other.toLowerCase() !== charset.toLowerCase())) {
			return parsed.map(([word, own = '', ...rest]) => wordText(word, own, [rest])).join('');
		}
		return wordText(
			words,
			charset,
			parsed.map(([, , ...rest]) => rest),
		);
	});
}

/** @param words encoding and text of each of them */
function wordText(asGiven: string, charset: string, words: readonly (readonly string[])[]): string {
	const bytes = words.map(([encoding = '', encoded = '']) =>
		/b/i.test(encoding) ? Buffer.from(encoded, 'base64') : quotedBytes(encoded),
	);
	return textIn(Buffer.concat(bytes), charset) ?? asGiven;
}

/** `_` is a space, `=C3` a byte (RFC 2047, 4.2). */
function quotedBytes(encoded: string): Buffer {
	const text = encoded
		.replaceAll('_', ' ')
		.replace(/=([0-9a-f]{2})/gi, (_, code: string) =>
			String.fromCharCode(Number.parseInt(code, 16)),
		);
	return Buffer.from(text, 'latin1');
}
