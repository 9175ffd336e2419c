import type { ConnectionError } from '../../api/http';
import { foreignWords } from '../../api/foreignWords';
import { parseRetryAfter } from '../../api/retry';
import { Problem } from '../../problem';
import { formatNumber } from '../format';
import type { UrlAnswer } from './http';
import { shareLinkAdvice } from './shareLinks';
import { shownUrl } from './shownUrl';

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

/** The latest date that JavaScript knows is far behind this. */
const LONGEST_WAIT_MS = 10 * 365 * 86_400_000;

function waitAdvice(waitMs: number | undefined, now: number): string {
	if (waitMs === undefined || waitMs === 0 || waitMs > LONGEST_WAIT_MS) {
		return 'Run the workflow again later.';
	}
	const seconds = Math.ceil(waitMs / 1000);
	const wait =
		seconds < 120 ? `${seconds} seconds` : `${formatNumber(Math.ceil(seconds / 60))} minutes`;
	const until = new Date(now + waitMs).toISOString().slice(0, 19).replace('T', ' ');
	return `Its server asks to wait ${wait}: run the workflow again after ${until} UTC.`;
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
	if (status === 429) {
		return { what: 'its server was asked too often', advice: '' };
	}
	if (isBusyStatus(status)) {
		return { what: 'its server is busy or failing', advice: '' };
	}
	return { what: 'its server refused', advice: 'Check the link, for example in a browser.' };
}

export function unreachableProblem(url: URL, error: ConnectionError): UrlProblem {
	const code = error.code === undefined ? '' : ` (${error.code})`;
	return new UrlProblem(
		`The file at ${shownUrl(url)} could not be read: the connection to its server failed`,
		`Check the link and the network, and run the workflow again. The connection said: "${error.message}"${code}.`,
	);
}

/** Its server's certificate proves nothing to n8n. @param code Node's word for why */
export function certificateProblem(url: URL, code: string): Problem {
	const { why, advice } = explainCertificate(code);
	return new Problem(
		`The file at ${shownUrl(url)} could not be read: the certificate of its server ${why} (${code})`,
		{ description: advice },
	);
}

function explainCertificate(code: string): { why: string; advice: string } {
	if (code === 'CERT_HAS_EXPIRED') {
		return { why: 'has expired', advice: 'Have it renewed by whoever runs the server.' };
	}
	if (code === 'ERR_TLS_CERT_ALTNAME_INVALID' || code === 'HOSTNAME_MISMATCH') {
		return {
			why: 'is for another host',
			advice: 'Use the host name in the link that the certificate was made for.',
		};
	}
	return {
		why: code.includes('SELF_SIGNED') ? 'is self-signed' : 'cannot be verified',
		advice:
			'Download the file with an HTTP Request node with its option "Ignore SSL Issues (Insecure)", and upload it from the binary field.',
	};
}

/** @param packing such as `gzip`, where it is known */
export function compressedProblem(url: URL, name: string, packing?: string): Problem {
	const how = packing === undefined ? '' : ` (${foreignWords(packing)})`;
	return new Problem(`The server of ${shownUrl(url)} sends "${name}" compressed${how}`, {
		description:
			'It was asked for the file as it is, whose size LinkedIn must be told before the upload starts. Download the file with an HTTP Request node first, and upload it from the binary field.',
	});
}

export function unknownSizeProblem(url: URL): Problem {
	return new Problem(`The server of ${shownUrl(url)} does not say how large the file is`, {
		description:
			'LinkedIn must be told the size of a video before the upload starts. Download the file with an HTTP Request node first, and upload it from the binary field.',
	});
}

export function tooLargeProblem(name: string, limit: number): Problem {
	return new Problem(
		`The file "${name}" has more than ${formatNumber(limit)} bytes, and so much cannot be uploaded`,
		{ description: 'Use a smaller file.' },
	);
}

/** @param difference such as `ETag` */
export function changingVersionProblem(url: URL, name: string, difference: string): Problem {
	return new Problem(
		`The server of ${shownUrl(url)} gives another ${difference} for "${name}" with each answer, so a change of the file during the upload could not be noticed`,
		{
			description:
				'If the file does not change, add the option "Accept Changing ETag": its size alone is compared then.',
		},
	);
}

/** A server that answers ranges with next to nothing. */
export function tooManyAnswersProblem(
	url: URL,
	{
		name,
		size,
		answers,
		bytes,
	}: Readonly<Record<'size' | 'answers' | 'bytes', number>> & {
		readonly name: string;
	},
): Problem {
	return new Problem(
		`The server of ${shownUrl(url)} gave only ${formatNumber(bytes)} bytes of "${name}" in ${formatNumber(answers)} answers, of ${formatNumber(size)}`,
		{
			description:
				'It answers ranges with less than it is asked for. Download the file with an HTTP Request node first, and upload it from the binary field.',
		},
	);
}
