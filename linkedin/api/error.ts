import { Problem } from '../problem';

/** What a {@link LinkedInError} keeps of LinkedIn's answer. */
interface LinkedInErrorDetails {
	/** What to do next, then `words`. */
	readonly description: string;
	/** LinkedIn's own words, status and request id, as a sentence; empty if no answer came. */
	readonly words?: string;
	/** HTTP status; undefined if no answer came. */
	readonly status?: number;
	/** LinkedIn's error code, e.g. `EXPIRED_UPLOAD_URL`, or the socket's, e.g. `ECONNRESET`. */
	readonly code?: string;
	/** `x-li-uuid` or `x-li-request-id`. */
	readonly requestId?: string;
	/** Milliseconds to wait before the next try, as LinkedIn asked. */
	readonly retryAfterMs?: number;
	/**
	 * True only if it is certain: LinkedIn never received the call, or refused the token before
	 * reading it.
	 */
	readonly notCarriedOut?: boolean;
	/** The underlying error, without secrets: see `causeOf`. */
	readonly cause?: unknown;
}

/**
 * LinkedIn refused, failed, or returned nothing usable. Contains no token, no signed URL and no
 * library's error, which would contain both; its cause is a copy without them.
 */
export class LinkedInError extends Error {
	readonly description: string;
	readonly words: string;
	readonly status: number | undefined;
	readonly code: string | undefined;
	readonly requestId: string | undefined;
	readonly retryAfterMs: number | undefined;
	readonly notCarriedOut: boolean;

	constructor(message: string, details: LinkedInErrorDetails) {
		super(message, details.cause === undefined ? undefined : { cause: details.cause });
		this.name = 'LinkedInError';
		this.words = details.words ?? '';
		this.description = [details.description, this.words].filter((text) => text !== '').join(' ');
		this.status = details.status;
		this.code = details.code;
		this.requestId = details.requestId;
		this.retryAfterMs = details.retryAfterMs;
		this.notCarriedOut = details.notCarriedOut ?? false;
	}

	/** What LinkedIn said, for another error about the same failure. */
	get facts(): Omit<LinkedInErrorDetails, 'description' | 'notCarriedOut'> {
		const { words, status, code, requestId, retryAfterMs, cause } = this;
		return { words, status, code, requestId, retryAfterMs, cause };
	}
}

/** Whether LinkedIn refused with one of these statuses. */
export function isRefusedWith(error: unknown, ...statuses: number[]): error is LinkedInError {
	return error instanceof LinkedInError && statuses.includes(error.status ?? 0);
}

/** Whether an error is meant for the user: it says what happened and what to do next. */
export function isExplained(error: unknown): error is LinkedInError | Problem {
	return error instanceof LinkedInError || error instanceof Problem;
}
