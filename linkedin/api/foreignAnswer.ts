import type { HttpResponse } from './http';
import { parseJson, UnexpectedAnswer } from './parse';

/**
 * A success that is not LinkedIn's: LinkedIn answers with JSON or with nothing (all its pages), a
 * company's gateway or a hotel's Wi-Fi with a page.
 *
 * @returns what is wrong, as the rest of a sentence; undefined where LinkedIn may have sent it
 */
export function foreignAnswer({
	headers,
	body,
}: Pick<HttpResponse, 'headers' | 'body'>): UnexpectedAnswer | undefined {
	if (webPage({ headers, body }) || body.trimStart().startsWith('<')) return pageInPlace();
	if (body.trim() === '' || parseJson(body) !== undefined) return undefined;
	return new UnexpectedAnswer('the JSON is broken');
}

/** The same where the body is nobody's business, as at an upload URL. */
export function webPage({
	headers,
	body,
}: Pick<HttpResponse, 'headers' | 'body'>): UnexpectedAnswer | undefined {
	const isPage =
		/^\s*text\/html\b/i.test(headers.get('content-type') ?? '') ||
		/^\s*<(?:!doctype )?html/i.test(body);
	return isPage ? pageInPlace() : undefined;
}

function pageInPlace(): UnexpectedAnswer {
	return new UnexpectedAnswer('there is a web page, probably from a proxy or gateway');
}

/** A success of another status than LinkedIn documents for the call. */
export function otherStatus(
	{ status }: Pick<HttpResponse, 'status'>,
	documented: number | undefined,
): UnexpectedAnswer | undefined {
	if (documented === undefined || status === documented) return undefined;
	return new UnexpectedAnswer(`the status is ${status} instead of ${documented}`);
}
