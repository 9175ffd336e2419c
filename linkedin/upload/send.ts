import { LinkedInError } from '../api/error';
import { noAnswer, notRenewed, readErrorBody, refusal, type Purpose } from '../api/failure';
import {
	CancelledError,
	ConnectionError,
	RenewalError,
	type HttpRequest,
	type HttpResponse,
} from '../api/http';
import { retryDelay, type Failure } from '../api/retry';
import type { UploadContext } from './context';

/** One request to an upload URL. */
export interface Upload {
	readonly request: HttpRequest;
	readonly purpose: Purpose;
	/** Epoch milliseconds after which LinkedIn refuses the URL. */
	readonly expiresAt: number | undefined;
	/** PUT of bytes to their own URL may be sent again; a POST may not. */
	readonly repeatable: boolean;
	/** Goes without a token: the URL carries its own right, so a refusal is about the URL. */
	readonly tokenless: boolean;
}

/**
 * Sends bytes to an upload URL, again where that is safe, and tells an expired URL apart.
 *
 * @param send how: without a token on the byte plane, with it for images
 * @throws LinkedInError, with code `EXPIRED_UPLOAD_URL` for an expired URL; CancelledError
 */
export async function sendToUploadUrl(
	context: UploadContext,
	upload: Upload,
	send: (request: HttpRequest) => Promise<HttpResponse>,
	signal?: AbortSignal,
): Promise<HttpResponse> {
	const { options } = context.client;
	for (let attempt = 1; ; attempt += 1) {
		if (signal?.aborted) throw new CancelledError();
		if (isPast(upload.expiresAt, options.now())) throw expired(upload.purpose, undefined);
		const outcome = await attemptUpload(context, upload, send);
		if (!('failure' in outcome)) return outcome.response;
		const delay = upload.repeatable
			? retryDelay(options.retry, attempt, outcome.failure, options.random)
			: undefined;
		if (delay === undefined) throw outcome.error;
		context.client.retries += 1;
		await options.sleep(delay, signal);
	}
}

async function attemptUpload(
	context: UploadContext,
	upload: Upload,
	send: (request: HttpRequest) => Promise<HttpResponse>,
): Promise<{ response: HttpResponse } | { failure: Failure; error: LinkedInError }> {
	const { token, now } = context.client.options;
	try {
		const response = await send(upload.request);
		if (response.status >= 200 && response.status < 300) return { response };
		const error = isExpiry(upload, response, now())
			? expired(upload.purpose, response)
			: refusal(response, upload.purpose, token, now());
		return { failure: { status: response.status, retryAfterMs: error.retryAfterMs }, error };
	} catch (error) {
		if (error instanceof RenewalError) {
			return {
				failure: { status: error.status, retryAfterMs: undefined },
				error: notRenewed(error, upload.purpose),
			};
		}
		if (!(error instanceof ConnectionError)) throw error;
		return {
			failure: { status: undefined, retryAfterMs: undefined },
			error: noAnswer(error, upload.purpose, !upload.repeatable),
		};
	}
}

/** Whether `expiresAt` has passed. */
export function isPast(expiresAt: number | undefined, now: number): boolean {
	return expiresAt !== undefined && now >= expiresAt;
}

/**
 * LinkedIn documents an expired URL as 401 in its text and as 400 EXPIRED_UPLOAD_URL in its table.
 * Where no token was sent, 401, 403 and 410 can only mean the URL. Where one was, a 401 can mean
 * either: the URL's own date decides before the token is blamed.
 */
function isExpiry(upload: Upload, response: HttpResponse, now: number): boolean {
	if (response.status === 400) return readErrorBody(response.body).code === 'EXPIRED_UPLOAD_URL';
	if (upload.tokenless) return [401, 403, 410].includes(response.status);
	return response.status === 410 || (response.status === 401 && isPast(upload.expiresAt, now));
}

/** @param response LinkedIn's answer, or undefined where the clock alone says so */
function expired(purpose: Purpose, response: HttpResponse | undefined): LinkedInError {
	const source =
		response === undefined ? 'by its own date' : `LinkedIn answered with status ${response.status}`;
	return new LinkedInError(
		`Could not ${purpose.doing}: the upload URL has expired or is no longer valid`,
		{
			description: `Start a new upload: LinkedIn’s upload URLs cannot be renewed (${source}). Your connection to LinkedIn is not the reason, there is no need to connect again.`,
			...(response === undefined ? {} : { status: response.status }),
			code: 'EXPIRED_UPLOAD_URL',
		},
	);
}
