import { ConnectionError } from '../../api/http';
import { bodyOf, WrongPacking } from '../../files/url/body';
import type { UrlAnswer, UrlReading } from '../../files/url/http';
import { FileLink } from '../../files/url/link';
import { hasPageType, mimeTypeOf } from '../../files/url/page';
import { isLoginPage } from '../../files/url/pageProblems';
import { sniff } from '../../files/sniff';
import { loginProblem, noPageProblem, statusProblem } from './problems';

/** What is read of a page, unpacked: its head comes first. */
const MOST_PAGE_BYTES = 512 * 1024;

/** Milliseconds for a page with all its redirects, from the first byte that is sent. */
export const PAGE_MS = 10_000;

/** The beginning of a web page; it fills while the page arrives, and what is there counts. */
export class PageStart {
	/** The media type with its charset, as the server says it. */
	contentType: string | undefined;
	/** Where the page is: the end of its redirects. */
	url: URL;
	private readonly room = Buffer.allocUnsafe(MOST_PAGE_BYTES);
	private filled = 0;

	constructor(
		/** As it was asked for. */
		readonly asked: URL,
	) {
		this.url = asked;
	}

	get bytes(): Buffer {
		return this.room.subarray(0, this.filled);
	}

	get isFull(): boolean {
		return this.filled === this.room.length;
	}

	/** Takes as much as there is room for. */
	add(chunk: Uint8Array): void {
		const fitting = chunk.subarray(0, this.room.length - this.filled);
		this.room.set(fitting, this.filled);
		this.filled += fitting.length;
	}
}

/**
 * Asks for a page and reads its beginning. Nothing goes along but what an HTTP client sends by itself:
 * no cookie, no token, no header of the user's. Five redirects are followed.
 *
 * @param page is filled; what came before an error stays in it
 * @throws Problem for an answer that is no page; ConnectionError; CancelledError
 */
export async function requestPage(
	reading: Pick<UrlReading, 'read' | 'watch'>,
	page: PageStart,
	signal: AbortSignal | undefined,
): Promise<void> {
	const link = new FileLink(page.asked, {}, reading);
	const answer = await link.get(undefined, signal);
	try {
		if (answer.status >= 300) throw statusProblem(page.asked, answer.status);
		page.url = link.end;
		page.contentType = answer.headers.get('content-type')?.trim() || undefined;
		assertNoLogin(page);
		assertNotTyped(page, answer);
		for await (const chunk of bodyOf(reading, answer, signal)) {
			page.add(chunk);
			if (page.isFull) break;
		}
	} catch (error) {
		throw error instanceof WrongPacking ? new ConnectionError('it can’t be unpacked') : error;
	} finally {
		answer.discard();
	}
	if (page.contentType === undefined && sniff(page.bytes).kind !== 'html') {
		throw noPageProblem(page.asked, sniff(page.bytes).label);
	}
}

/** What says of itself to be something else is none. Without a type its bytes decide. */
function assertNotTyped({ asked }: PageStart, { headers }: UrlAnswer): void {
	const type = mimeTypeOf(headers) ?? '';
	if (type !== '' && !hasPageType(headers)) throw noPageProblem(asked, type);
}

/** The preview of a page to log in is nobody's; an article may be about logging in. */
function assertNoLogin({ asked, url }: PageStart): void {
	if (isLoginPage(url, '') && !isLoginPage(asked, '')) throw loginProblem(asked);
}
