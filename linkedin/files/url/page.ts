import { ConnectionError, type ResponseHeaders } from '../../api/http';
import type { Problem } from '../../problem';
import { bodyOf } from './body';
import { parseDisposition } from './disposition';
import type { UrlAnswer, UrlReading } from './http';
import type { FileLink } from './link';
import { isLoginPage, loginPageProblem, webPageProblem } from './pageProblems';

/** How far into a page its sign-in form may be. */
const START_BYTES = 64 * 1024;

/** The media type of an answer, e.g. `video/mp4`. */
export function mimeTypeOf(headers: ResponseHeaders): string | undefined {
	return headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
}

/** The type of web pages, which some programs use for everything they send. */
export function hasPageType(headers: ResponseHeaders): boolean {
	const type = mimeTypeOf(headers);
	return type === 'text/html' || type === 'application/xhtml+xml';
}

/** A web page that a browser would show instead of saving it. */
export function isPage(headers: ResponseHeaders): boolean {
	if (!hasPageType(headers)) return false;
	return !parseDisposition(headers.get('content-disposition')).isAttachment;
}

/**
 * Says what is wrong with a page in place of a file, after reading a little of it. @throws
 * CancelledError
 */
export async function pageProblem(
	reading: UrlReading,
	{ url, end }: FileLink,
	answer: UrlAnswer,
	signal: AbortSignal | undefined,
): Promise<Problem> {
	const start = await startOf(reading, answer, signal);
	const led = end.href === url.href ? undefined : end;
	return isLoginPage(led, start) ? loginPageProblem(url) : webPageProblem(url, end);
}

async function startOf(
	reading: UrlReading,
	answer: UrlAnswer,
	signal: AbortSignal | undefined,
): Promise<string> {
	let text = '';
	try {
		for await (const chunk of bodyOf(reading, answer, signal)) {
			text += Buffer.from(chunk.subarray(0, START_BYTES)).toString('latin1');
			if (text.length >= START_BYTES) break;
		}
	} catch (error) {
		// What was read so far must do: it is already known to be a page.
		if (!(error instanceof ConnectionError)) throw error;
	}
	return text;
}
