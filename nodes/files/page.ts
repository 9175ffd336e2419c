import { ConnectionError } from '../../linkedin/api/http';
import { parseFileUrl } from '../../linkedin/files/url/fileUrl';
import { PAGE_MS, PageStart, requestPage } from '../../linkedin/posts/linkPreview/pageStart';
import { unreachablePageProblem } from '../../linkedin/posts/linkPreview/problems';
import type { FileSource } from '../../linkedin/files/source';
import { tooLargeProblem, unreachableProblem } from '../../linkedin/files/url/problems';
import type { Item } from '../run/item';
import { readUrl } from '../transport/readUrl';
import { time } from '../transport/time';
import { withinLimit } from '../transport/withinLimit';
import { openFile } from './open';

/** Of a page's picture: twice what other networks take. The page's author, not the user, has chosen it. */
const MOST_PICTURE_BYTES = 16 * 1024 * 1024;
const PICTURE_MS = 30_000;

/**
 * The beginning of a web page: 512 kB of it at most, and what arrives of them within ten seconds. It is
 * asked for by n8n's helper alone, under n8n's network policy, which unpacks it too.
 *
 * @param what the field of the form that holds its address
 * @throws Problem for what is no page, or cannot be reached; CancelledError
 */
export async function readPage(item: Item, address: string, what: string): Promise<PageStart> {
	const { context, execution, signal } = item;
	const { transfers, clock } = context;
	const reading = {
		read: readUrl(execution),
		watch: (milliseconds: number, over: AbortSignal) => time.watch(milliseconds, over),
	};
	const page = new PageStart(parseFileUrl(address, what));
	const turn = await transfers.turn(page.asked.href, { member: context, clock, signal });
	await withinLimit(
		{ timeoutMs: PAGE_MS },
		signal,
		(over) => requestPage(reading, page, over),
		() => (page.bytes.length > 0 ? 'BODY_TIMEOUT' : undefined),
	)
		.catch((error: unknown) => {
			if (!(error instanceof ConnectionError)) throw error;
			// Where the page breaks off, or drips, its head may have arrived.
			if (page.bytes.length === 0) throw unreachablePageProblem(page.asked, error);
		})
		.finally(() => {
			turn.release();
		});
	return page;
}

/**
 * The picture that a page names, in memory: 16 MiB of it at most, within half a minute.
 *
 * @param what as errors call it
 * @throws Problem for what is no file, is too large, or cannot be had in time; CancelledError
 */
export async function openPicture(item: Item, url: string, what: string): Promise<FileSource> {
	const use = { wholeUpTo: MOST_PICTURE_BYTES };
	const file = await withinLimit({ timeoutMs: PICTURE_MS }, item.signal, (over) =>
		openFile(item, { from: 'url', url, what }, use, over),
	).catch((error: unknown) => {
		throw error instanceof ConnectionError ? unreachableProblem(new URL(url), error) : error;
	});
	if (file.size > MOST_PICTURE_BYTES) throw tooLargeProblem(file.name, MOST_PICTURE_BYTES);
	return file;
}
