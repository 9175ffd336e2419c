import { Problem } from '../../problem';
import type { FileSource } from '../source';
import { fetchRepeatedly } from './fetchRepeatedly';
import { parseFileUrl, type UrlPlace } from './fileUrl';
import { askForStart, askForWhole } from './firstAnswer';
import type { UrlReading } from './http';
import { FileLink } from './link';
import { refuseShareLink } from './shareLinks';
import { shownUrl } from './shownUrl';
import { sourceOf, type Opening } from './sourceOf';

/**
 * Opens a file at a URL. One GET for its first bytes shows everything: whether the server supports
 * ranges (206) or sends the whole file (200), the file's size, name and type. No HEAD, which signed
 * links often refuse. What is sent in one piece is read at once, and so is a small file from a
 * server without ranges: if it breaks off, it is requested again.
 *
 * @param what the field's name, as the form shows it
 * @param signal ends the reading, also of a file that is streamed
 * @throws Problem for an invalid URL, a web page in place of a file, a video of unknown size;
 * UrlProblem if its server refuses, fails or can't be reached; CancelledError
 */
export async function openUrl(
	reading: UrlReading,
	place: UrlPlace,
	what: string,
	signal?: AbortSignal,
): Promise<FileSource> {
	const url = parseFileUrl(place.url, what);
	refuseShareLink(url);
	const link = new FileLink(url, place.headers ?? {}, reading);
	const opening = { reading, link, use: place, signal };
	const { source, status } = await fetchRepeatedly(reading, url, () => tryOpen(opening), signal);
	if (source) return source;
	throw new Problem(`The server of ${shownUrl(url)} didn’t return a file`, {
		description: `It responded with status ${status}. Open the link in a browser to check it.`,
	});
}

async function tryOpen(opening: Opening) {
	const { use } = opening;
	const first = await inTurn(opening, ({ reading, link, signal }) =>
		use.wholeUpTo === undefined ? askForStart(reading, link, signal) : askForWhole(link, signal),
	);
	const { status, headers } = first.answer;
	let source: FileSource | undefined;
	try {
		source = status < 300 ? await sourceOf(opening, first) : undefined;
		return { status, headers, source };
	} finally {
		if (!source) first.answer.discard();
	}
}

/** Waits for a connection for this one request; later ones wait for their own. */
async function inTurn<Result>(
	opening: Opening,
	ask: (opening: Opening) => Promise<Result>,
): Promise<Result> {
	const { reading, link, signal } = opening;
	const turn = await reading.turn(link.url.href, signal);
	try {
		return await ask(opening);
	} finally {
		turn.release();
	}
}
