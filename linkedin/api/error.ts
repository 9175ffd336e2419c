import { Problem } from '../problem';

/** What a {@link LinkedInError} keeps of LinkedIn's answer. */
interface LinkedInErrorDetails {
	/** How to go on, then `words`. */
	readonly description: string;
	/** LinkedIn's own words, status and request id, as a sentence; empty where no answer came. */
	readonly words?: string;
	/** HTTP status; undefined where no answer came. */
	readonly status?: number;
	/** LinkedIn's error code, e.g. `EXPIRED_UPLOAD_URL`, or the socket's, e.g. `ECONNRESET`. */
	readonly code?: string;
	/** `x-li-uuid` or `x-li-request-id`. */
	readonly requestId?: string;
	/** Milliseconds after which LinkedIn wants to be asked again. */
	readonly retryAfterMs?: number;
	/** Certain: LinkedIn never received the call, or refused the token before it looked at it. */
	readonly notCarriedOut?: boolean;
	/** What was underneath, without secrets: see `causeOf`. */
	readonly cause?: unknown;
}

/**
 * LinkedIn refused, failed, or gave no answer that can be used. Holds no token, no signed URL and no
 * library's error, which has both; a cause is a copy without them.
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

	/** What came from LinkedIn, for an error of other words about the same failure. */
	get facts(): Omit<LinkedInErrorDetails, 'description' | 'notCarriedOut'> {
		const { words, status, code, requestId, retryAfterMs, cause } = this;
		return { words, status, code, requestId, retryAfterMs, cause };
	}
}

/** Whether LinkedIn refused with one of these statuses. */
export function isRefusedWith(error: unknown, ...statuses: number[]): error is LinkedInError {
	return error instanceof LinkedInError && statuses.includes(error.status ?? 0);
}

/** Whether an error is made for the user: it says what happened and how to go on. */
export function isExplained(error: unknown): error is LinkedInError | Problem {
	return error instanceof LinkedInError || error instanceof Problem;
}
