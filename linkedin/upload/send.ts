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
	/** Complete: a request that may be retried needs its bytes again. */
	readonly body: Buffer;
	/** Default: PUT, which may be retried, since each URL is for its own bytes. A POST may not. */
	readonly method?: 'PUT' | 'POST';
	/** Besides `Content-Length`; a `Content-Type` replaces that of plain bytes. */
	readonly headers?: Readonly<Record<string, string>>;
	readonly purpose: CallPurpose;
	/** Epoch milliseconds after which LinkedIn refuses the URL. */
	readonly expiresAt: number | undefined;
	/** Grows with whatever else of the same upload arrives meanwhile. */
	readonly arrived?: () => number;
	/** Called if a try shows that the line, or LinkedIn, can't handle that much at once. */
	readonly onTrouble?: () => void;
	/** With the token. Without it, the URL itself grants access, so a refusal is about the URL. */
	readonly authorized: boolean;
}

/**
 * Sends bytes to an upload URL, with retries if that is safe, and distinguishes an expired URL from
 * other refusals. They are sent even after the URL's expiry date: LinkedIn decides.
 *
 * @param signal default: the execution's
 * @throws LinkedInError, with code `EXPIRED_UPLOAD_URL` for an expired URL, `UPLOAD_URL_REFUSED`
 * for one that LinkedIn or a proxy refuses before it expires; Problem for a request that can't be
 * built; CancelledError
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
 * One try, in the process's queue. What needs the token is sent by n8n's helper, which the queue
 * can't observe, so it has its own time limit.
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

/** Everything for this host waits too: otherwise LinkedIn would not get the pause that it asks for. */
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
		// The queue ends it if no data moves.
		timeoutMs: authorized ? timeLimitMs(body.length) : MOST_TRANSFER_MS,
	};
}

/**
 * An expired URL returns 401 too, although the token is valid: the token is renewed only before the
 * URL expires.
 */
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
