import { Problem } from '../problem';
import { foreignWords } from './foreignWords';
import type { HttpRequest } from './http';

/**
 * A header's name is a token; its value consists of bytes, without line breaks (RFC 9110, 5.1 and
 * 5.5).
 */
const NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;

export function isHeaderName(text: string): boolean {
	return NAME.test(text);
}

export function isHeaderValue(text: string): boolean {
	return VALUE.test(text);
}

/**
 * Refuses what no HTTP library can send. Some libraries report it as a failed connection, and it
 * would be retried in vain.
 *
 * @param doing after "Could not": `upload part 1 of 3 of "talk.mp4"`
 * @throws Problem that names the header; its value is not shown, because it may be a secret
 */
export function assertSendable(
	{ url, headers }: Pick<HttpRequest, 'url' | 'headers'>,
	doing: string,
): void {
	const protocol = URL.canParse(url) ? new URL(url).protocol : undefined;
	if (protocol !== 'https:' && protocol !== 'http:') {
		throw new Problem(`Could not ${doing}: its URL cannot be used`, {
			description: 'It must be a complete URL that starts with https://.',
		});
	}
	for (const [name, value] of Object.entries(headers)) {
		if (isHeaderName(name) && isHeaderValue(value)) continue;
		const what = isHeaderName(name) ? 'the value of ' : '';
		throw new Problem(
			`Could not ${doing}: ${what}the header "${foreignWords(name)}" cannot be sent`,
			{
				description: NAME.test(name)
					? 'It has a line break, or a character beyond Latin-1. Remove it where the header comes from.'
					: 'A header’s name has letters, digits and "-" only. Correct it where the header comes from.',
			},
		);
	}
}

/** Codes of Node, axios and undici for a request that can't be built, so that nothing was sent. */
const UNSENDABLE = new Set([
	'ERR_HTTP_INVALID_HEADER_VALUE',
	'ERR_INVALID_ARG_TYPE',
	'ERR_INVALID_ARG_VALUE',
	'ERR_INVALID_CHAR',
	'ERR_INVALID_HTTP_TOKEN',
	'ERR_INVALID_PROTOCOL',
	'ERR_INVALID_URL',
	'ERR_UNESCAPED_CHARACTERS',
	'UND_ERR_INVALID_ARG',
	'UND_ERR_NOT_SUPPORTED',
	'UND_ERR_REQ_CONTENT_LENGTH_MISMATCH',
]);

/** Whether a library's code says that a request can't be built. */
export function isUnsendable(code: unknown): boolean {
	return typeof code === 'string' && UNSENDABLE.has(code);
}
