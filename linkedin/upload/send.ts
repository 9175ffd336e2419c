import { unusableAnswerError } from '../api/answerErrors';
import { tooLargeAnswer, webPage } from '../api/foreignAnswer';
import type { HttpRequest, HttpResponse } from '../api/http';
import { linkedInErrors } from '../api/linkedInErrors';
import type { CallPurpose } from '../api/purpose';
import { sendRepeatedly } from '../api/repeat';
import { assertSendable } from '../api/sendable';
import { MOST_TRANSFER_MS } from '../transfer/line';
import type { UploadContext } from './context';
import { timeLimitMs } from './timeLimit';
import { parseUploadUrl } from './uploadUrl';
import { expiredUrlError, isExpiry, isRefusedUrl, refusedUrlError } from './urlExpiry';

/** Bytes for an upload URL. */
export interface UploadUrlRequest {
	readonly url: string;
	/** Whole: a request that may have to be sent again needs its bytes again. */
	readonly body: Buffer;
	/** Default: PUT, of bytes to their own URL, which may be sent again. A POST may not. */
	readonly method?: 'PUT' | 'POST';
	/** Besides `Content-Length`; a `Content-Type` in place of that of plain bytes. */
	readonly headers?: Readonly<Record<string, string>>;
	readonly purpose: CallPurpose;
	/** Epoch milliseconds after which LinkedIn refuses the URL. */
	readonly expiresAt: number | undefined;
	/** Grows with what arrives of the same upload meanwhile. */
	readonly arrived?: () => number;
	/** Called where a try shows that the line, or LinkedIn, does not bear so much at a time. */
	readonly onTrouble?: () => void;
	/** With the token. Without it the URL carries its own right, so a refusal is about the URL. */
	readonly authorized: boolean;
}

/**
 * Sends bytes to an upload URL, again where that is safe, and knows an expired URL from other refusals.
 * The URL's own date never keeps them from being sent: LinkedIn decides.
 *
 * @param signal default: the execution's
 * @throws LinkedInError, with code `EXPIRED_UPLOAD_URL` for an expired URL, `UPLOAD_URL_REFUSED` for one
 * that LinkedIn or a proxy refuses before that; Problem for a request that cannot be built;
 * CancelledError
 */
export async function sendToUploadUrl(
	context: UploadContext,
	upload: UploadUrlRequest,
	signal = context.signal,
): Promise<HttpResponse> {
	const { client } = context;
	const { options } = client;
	const { purpose } = upload;
	const { url } = parseUploadUrl(upload.url, options.baseUrl, 'answer');
	const request = requestOf({ ...upload, url });
	assertSendable(request, purpose.doing);
	const repeatable = request.method === 'PUT';
	const errors = linkedInErrors(purpose, options, repeatable);
	return sendRepeatedly(options, {
		...errors,
		send: () => carry(context, upload, request, signal),
		repeatable,
		retry: options.retry,
		noAnswerError: (error) => {
			if (!error.neverSent) upload.onTrouble?.();
			return errors.noAnswerError(error);
		},
		refusalError: (response) => {
			const refused = errors.refusalError(response);
			if (isBusy(response)) {
				upload.onTrouble?.();
				holdBack(context, url, refused.retryAfterMs);
			}
			if (isExpiry(upload, response, options.now())) return expiredUrlError(purpose, refused);
			return isRefusedUrl(upload, response) ? refusedUrlError(purpose, refused) : refused;
		},
		arrived: upload.arrived,
		unusableError: (response) => {
			const foreign = tooLargeAnswer(response) ?? webPage(response);
			return foreign && unusableAnswerError(foreign, response, purpose);
		},
		onRetry: () => {
			client.retries += 1;
		},
		signal,
	});
}

/**
 * One try, in the process's queue. What goes with the token takes n8n's own way, which cannot be ended by
 * the queue and has a time limit of its own.
 */
function carry(
	context: UploadContext,
	upload: UploadUrlRequest,
	request: HttpRequest,
	signal: AbortSignal | undefined,
): Promise<HttpResponse> {
	const { transfers, clock } = context;
	const { url } = request;
	const bytes = upload.body.length;
	return transfers.carry({ member: context, url, bytes, clock, signal }, (sight) =>
		upload.authorized
			? sendWithToken(context, upload, request)
			: context.sendBytes(request, sight.signal, sight.onOpen),
	);
}

function isBusy({ status, headers }: HttpResponse): boolean {
	return status === 429 || (status === 503 && headers.get('retry-after') !== undefined);
}

/** Whoever sends there waits as well: otherwise the pause that LinkedIn asks for is none. */
function holdBack({ client, transfers }: UploadContext, url: string, askedMs?: number): void {
	const { now, retry } = client.options;
	if (askedMs === undefined || askedMs > retry.maxRetryAfterMs) return;
	transfers.hold(url, now() + askedMs);
}

function requestOf({
	method = 'PUT',
	url,
	headers,
	body,
	authorized,
}: UploadUrlRequest): HttpRequest {
	return {
		method,
		url,
		headers: {
			'Content-Type': 'application/octet-stream',
			...headers,
			'Content-Length': String(body.length),
		},
		body,
		// The queue ends what does not move.
		timeoutMs: authorized ? timeLimitMs(body.length) : MOST_TRANSFER_MS,
	};
}

/** An expired URL answers 401 too, and then the token is still good: it is renewed only before that. */
async function sendWithToken(
	{ client }: UploadContext,
	upload: UploadUrlRequest,
	request: HttpRequest,
): Promise<HttpResponse> {
	const { send, now, token } = client.options;
	const response = await send(request, { refresh: false });
	const isOver = response.status !== 401 || isExpiry(upload, response, now());
	if (isOver || !token.hasRefreshToken) return response;
	return send(request);
}
