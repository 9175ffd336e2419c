import { LinkedInError } from '../api/error';
import { errorBodyOf } from '../api/errorBody';
import type { HttpRequest, HttpResponse } from '../api/http';
import { linkedInErrors } from '../api/linkedInErrors';
import type { CallPurpose } from '../api/purpose';
import { sendRepeatedly } from '../api/repeat';
import type { UploadContext } from './context';

/** One request to an upload URL. */
export interface UploadUrlRequest {
	readonly request: HttpRequest;
	readonly purpose: CallPurpose;
	/** Epoch milliseconds after which LinkedIn refuses the URL. */
	readonly expiresAt: number | undefined;
	/** PUT of bytes to their own URL may be sent again; a POST may not. */
	readonly repeatable: boolean;
	/** Goes without a token: the URL carries its own right, so a refusal is about the URL. */
	readonly tokenless: boolean;
}

/**
 * Sends bytes to an upload URL, again where that is safe, and knows an expired URL from other refusals.
 *
 * @param send how: without a token on the byte plane, with it for images
 * @throws LinkedInError, with code `EXPIRED_UPLOAD_URL` for an expired URL; CancelledError
 */
export function sendToUploadUrl(
	context: UploadContext,
	upload: UploadUrlRequest,
	send: (request: HttpRequest) => Promise<HttpResponse>,
	signal?: AbortSignal,
): Promise<HttpResponse> {
	const { client } = context;
	const { options } = client;
	const { purpose, repeatable } = upload;
	const errors = linkedInErrors(purpose, options, repeatable);
	return sendRepeatedly(options, {
		...errors,
		send: async () => {
			if (isPast(upload.expiresAt, options.now())) throw expiredUrlError(purpose, undefined);
			return send(upload.request);
		},
		repeatable,
		retry: options.retry,
		refusalError: (response) => {
			const refused = errors.refusalError(response);
			return isExpiry(upload, response, options.now())
				? expiredUrlError(purpose, refused)
				: refused;
		},
		onRetry: () => {
			client.retries += 1;
		},
		signal,
	});
}

/**
 * For {@link sendToUploadUrl}: with the token, on the control plane.
 *
 * @param expiresAt of the URL: an expired one answers 401 too, and then the token is still good
 */
export function withToken(
	context: UploadContext,
	expiresAt: number | undefined,
): (request: HttpRequest) => Promise<HttpResponse> {
	const { send, now, token } = context.client.options;
	return async (request) => {
		const response = await send(request, { refresh: false });
		const urlExpired = isPast(expiresAt, now());
		if (response.status !== 401 || urlExpired || !token.hasRefreshToken) return response;
		return send(request);
	};
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
function isExpiry(upload: UploadUrlRequest, response: HttpResponse, now: number): boolean {
	if (response.status === 400) return errorBodyOf(response).code === 'EXPIRED_UPLOAD_URL';
	if (upload.tokenless) return [401, 403, 410].includes(response.status);
	return response.status === 410 || (response.status === 401 && isPast(upload.expiresAt, now));
}

/** @param refused LinkedIn's answer as an error, or undefined where the clock alone says so */
function expiredUrlError(purpose: CallPurpose, refused: LinkedInError | undefined): LinkedInError {
	const advice =
		'Start a new upload: LinkedIn’s upload URLs cannot be renewed. Your connection to LinkedIn is not the reason, there is no need to connect again.';
	return new LinkedInError(
		`Could not ${purpose.doing}: the upload URL has expired or is no longer valid`,
		{
			description: `${advice} ${refused?.words ?? 'Its own date has passed.'}`,
			status: refused?.status,
			requestId: refused?.requestId,
			code: 'EXPIRED_UPLOAD_URL',
		},
	);
}
