import { ConnectionError, type ResponseHeaders } from '../../api/http';
import type { Problem } from '../../problem';
import { bodyOf } from './body';
import { parseDisposition } from './disposition';
import type { UrlAnswer, UrlReading } from './http';
import type { FileLink } from './link';
import { isLoginPage, loginPageProblem, webPageProblem } from './pageProblems';

/** Where a page has its form to log in. */
const START_BYTES = 64 * 1024;

/** The type of an answer, e.g. `video/mp4`. */
export function mimeTypeOf(headers: ResponseHeaders): string | undefined {
	return headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
}

/** The type of web pages, which some programs give to whatever they send. */
export function hasPageType(headers: ResponseHeaders): boolean {
	const type = mimeTypeOf(headers);
	return type === 'text/html' || type === 'application/xhtml+xml';
}

/** A web page to be shown: no browser keeps it as a file. */
export function isPage(headers: ResponseHeaders): boolean {
	if (!hasPageType(headers)) return false;
	return !parseDisposition(headers.get('content-disposition')).isAttachment;
}

/** What is wrong with a page in place of a file: a little of it is read. @throws CancelledError */
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
		// What came of it has to do: that it is a page is known.
		if (!(error instanceof ConnectionError)) throw error;
	}
	return text;
}
