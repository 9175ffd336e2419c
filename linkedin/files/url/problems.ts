import type { ConnectionError } from '../../api/http';
import { foreignWords } from '../../api/foreignWords';
import { parseRetryAfter } from '../../api/retry';
import { Problem } from '../../problem';
import { formatNumber } from '../format';
import type { UrlAnswer } from './http';
import { shareLinkAdvice } from './shareLinks';
import { shownUrl } from './shownUrl';

/** The file's server refused, failed, or didn't respond. */
export class UrlProblem extends Problem {
	constructor(
		message: string,
		description: string,
		/** HTTP status; undefined if no answer came. */
		readonly status?: number,
		readonly retryAfterMs?: number,
	) {
		super(message, { description });
		this.name = 'UrlProblem';
	}
}

export function refusedProblem(
	url: URL,
	{ status, headers }: Pick<UrlAnswer, 'status' | 'headers'>,
	now: number,
): UrlProblem {
	const { what, advice } = explainRefusal(status);
	const retryAfterMs = parseRetryAfter(headers.get('retry-after'), now);
	const isBusy = isBusyStatus(status);
	return new UrlProblem(
		`The file at ${shownUrl(url)} could not be read: ${what} (status ${status})`,
		isBusy ? waitAdvice(retryAfterMs, now) : (shareLinkAdvice(url) ?? advice),
		status,
		retryAfterMs,
	);
}

function isBusyStatus(status: number): boolean {
	return status === 429 || status === 408 || status >= 500;
}

/** JavaScript's latest date is far later. */
const LONGEST_WAIT_MS = 10 * 365 * 86_400_000;

function waitAdvice(waitMs: number | undefined, now: number): string {
	if (waitMs === undefined || waitMs === 0 || waitMs > LONGEST_WAIT_MS) {
		return 'Try again later.';
	}
	const seconds = Math.ceil(waitMs / 1000);
	const wait =
		seconds < 120 ? `${seconds} seconds` : `${formatNumber(Math.ceil(seconds / 60))} minutes`;
	const until = new Date(now + waitMs).toISOString().slice(0, 19).replace('T', ' ');
	return `Its server asks you to wait ${wait}. Try again after ${until} UTC.`;
}

function explainRefusal(status: number): { what: string; advice: string } {
	if (status === 401 || status === 403) {
		return {
			what: 'its server denied access',
			advice:
				'The link may have expired, or the file is protected. Check the link, or add the header that the server requires (e.g. Authorization) in a LinkedIn Media File Server API credential or in "Source Headers".',
		};
	}
	if (status === 404 || status === 410) {
		return { what: 'the file doesn’t exist', advice: 'Open the link in a browser to check it.' };
	}
	if (status === 429) {
		return { what: 'its server received too many requests', advice: '' };
	}
	if (isBusyStatus(status)) {
		return { what: 'its server is busy or failing', advice: '' };
	}
	return {
		what: 'its server refused the request',
		advice: 'Open the link in a browser to check it.',
	};
}

export function unreachableProblem(url: URL, error: ConnectionError): UrlProblem {
	const code = error.code === undefined ? '' : ` (${error.code})`;
	return new UrlProblem(
		`The file at ${shownUrl(url)} could not be read: the connection to its server failed`,
		`Check the link and your network, then try again. The connection reported: "${error.message}"${code}.`,
	);
}

/** n8n doesn't trust its server's certificate. @param code Node's code for the reason */
export function certificateProblem(url: URL, code: string): Problem {
	const { why, advice } = explainCertificate(code);
	return new Problem(
		`The file at ${shownUrl(url)} could not be read: the certificate of its server ${why} (${code})`,
		{ description: advice },
	);
}

function explainCertificate(code: string): { why: string; advice: string } {
	if (code === 'CERT_HAS_EXPIRED') {
		return { why: 'has expired', advice: 'Ask the owner of the server to renew it.' };
	}
	if (code === 'ERR_TLS_CERT_ALTNAME_INVALID' || code === 'HOSTNAME_MISMATCH') {
		return {
			why: 'is for a different host',
			advice: 'Use the host name of the certificate in the link.',
		};
	}
	return {
		why: code.includes('SELF_SIGNED') ? 'is self-signed' : 'can’t be verified',
		advice:
			'Download the file with an HTTP Request node with the option "Ignore SSL Issues (Insecure)", then upload it from the binary field.',
	};
}

/** @param packing such as `gzip`, if it is known */
export function compressedProblem(url: URL, name: string, packing?: string): Problem {
	const how = packing === undefined ? '' : ` (${foreignWords(packing)})`;
	return new Problem(`The server of ${shownUrl(url)} sends "${name}" compressed${how}`, {
		description:
			'LinkedIn needs the size of the uncompressed file before the upload starts. Download the file with an HTTP Request node first, then upload it from the binary field.',
	});
}

export function unknownSizeProblem(url: URL): Problem {
	return new Problem(`The server of ${shownUrl(url)} doesn’t report the size of the file`, {
		description:
			'LinkedIn needs the size of a video before the upload starts. Download the file with an HTTP Request node first, then upload it from the binary field.',
	});
}

export function tooLargeProblem(name: string, limit: number): Problem {
	return new Problem(
		`The file "${name}" is larger than the limit of ${formatNumber(limit)} bytes`,
		{ description: 'Use a smaller file.' },
	);
}

/** @param difference such as `ETag` */
export function changingVersionProblem(url: URL, name: string, difference: string): Problem {
	return new Problem(
		`The server of ${shownUrl(url)} returns a different ${difference} for "${name}" with each response, so changes to the file during the upload can’t be detected`,
		{
			description:
				'If the file doesn’t change, add the option "Accept Changing ETag". Then only the size is compared.',
		},
	);
}

/** A server that returns almost nothing of a range. */
export function tooManyAnswersProblem(
	url: URL,
	{
		name,
		size,
		times,
		bytes,
	}: Readonly<Record<'size' | 'times' | 'bytes', number>> & {
		readonly name: string;
	},
): Problem {
	return new Problem(
		`The server of ${shownUrl(url)} gave only ${formatNumber(bytes)} bytes of "${name}" in ${formatNumber(times)} responses, of ${formatNumber(size)}`,
		{
			description:
				'The server returns less than the requested ranges. Download the file with an HTTP Request node first, then upload it from the binary field.',
		},
	);
}
