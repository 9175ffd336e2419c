import type { ConnectionError } from '../../api/http';
import { redact } from '../../api/redact';
import { parseRetryAfter } from '../../api/retry';
import { Problem } from '../../problem';
import type { UrlAnswer } from './http';

/** The server that has the file refused, failed, or gave no answer. */
export class UrlProblem extends Problem {
	constructor(
		message: string,
		description: string,
		/** HTTP status; undefined where no answer came. */
		readonly status?: number,
		readonly retryAfterMs?: number,
	) {
		super(message, { description });
		this.name = 'UrlProblem';
	}
}

/** Its host and the file's name: queries hold signatures, and paths of some services their tokens. */
export function shownUrl(url: URL): string {
	const segments = url.pathname.split('/');
	const name = segments.at(-1) ?? '';
	const shown = name.length > 80 ? `${name.slice(0, 80)}…` : name;
	return `${url.origin}/${segments.length > 2 ? '…/' : ''}${shown}`;
}

export function refusedProblem(
	url: URL,
	{ status, headers }: Pick<UrlAnswer, 'status' | 'headers'>,
	now: number,
): UrlProblem {
	const { what, advice } = explainRefusal(status);
	return new UrlProblem(
		`The file at ${shownUrl(url)} could not be read: ${what} (status ${status})`,
		advice,
		status,
		parseRetryAfter(headers.get('retry-after'), now),
	);
}

function explainRefusal(status: number): { what: string; advice: string } {
	if (status === 401 || status === 403) {
		return {
			what: 'its server does not allow it',
			advice:
				'The link may have expired, or the file is protected: check the link, or add what the server asks for (for example Authorization) in "Source Headers".',
		};
	}
	if (status === 404 || status === 410) {
		return { what: 'there is no such file', advice: 'Check the link, for example in a browser.' };
	}
	if (status === 429 || status === 408 || status >= 500) {
		return { what: 'its server is busy or failing', advice: 'Run the workflow again later.' };
	}
	return { what: 'its server refused', advice: 'Check the link, for example in a browser.' };
}

export function unreachableProblem(url: URL, error: ConnectionError): UrlProblem {
	const code = error.code === undefined ? '' : ` (${error.code})`;
	return new UrlProblem(
		`The file at ${shownUrl(url)} could not be read: the connection to its server failed`,
		`Check the link and the network, and run the workflow again. The connection said: "${redact(error.message)}"${code}.`,
	);
}

export function webPageProblem(url: URL): Problem {
	return new Problem(`The address ${shownUrl(url)} gives a web page, not a file`, {
		description:
			'Use a direct link to the file itself: a share link of a cloud storage shows a page with the file on it, and a protected file a log-in page.',
	});
}

export function compressedProblem(url: URL): Problem {
	return new Problem(`The server of ${shownUrl(url)} sends the file compressed`, {
		description:
			'It was asked for the file as it is, whose size LinkedIn must be told before the upload starts. Download the file with an HTTP Request node first, and upload it from the binary field.',
	});
}

export function unknownSizeProblem(url: URL): Problem {
	return new Problem(`The server of ${shownUrl(url)} does not say how large the file is`, {
		description:
			'LinkedIn must be told the size before the upload starts. Download the file with an HTTP Request node first, and upload it from the binary field.',
	});
}
