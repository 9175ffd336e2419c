import { createHmac } from 'crypto';
import type { SendBytes, ConnectionError, HttpResponse } from '../api/http';
import { redact } from '../api/redact';
import type { RetryClock } from '../api/repeat';
import { sendRepeatedly } from '../api/repeat';
import type { RetryPolicy } from '../api/retry';
import { parseRetryAfter } from '../api/retry';
import { Problem } from '../problem';
import type { ImportOverview } from './result';
import type { Webhook } from './webhook';

/** What it gets (livingdocs-import-videos, `webhook`). */
interface WebhookNotification {
	readonly id: string;
	readonly state: 'success' | 'failed';
	readonly overview: ImportOverview;
	readonly context?: Readonly<Record<string, unknown>>;
}

/** What notifying takes from outside. */
interface WebhookTools extends RetryClock {
	/** Without any token. */
	readonly send: SendBytes;
	readonly retry: RetryPolicy;
	/** Epoch milliseconds. */
	readonly now: () => number;
	readonly signal?: AbortSignal;
}

const TIMEOUT_MS = 30_000;

/** The import is done, and somebody waits for its result. */
const MAX_RETRY_AFTER_MS = 60_000;

const SIGNATURE_HEADER = 'X-Signature-256';

/** `sha256=` and the HMAC-SHA256 of exactly these bytes, in lower-case hexadecimal digits. */
export function signatureOf(body: Buffer, secret: string): string {
	return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
}

/**
 * POSTs how an import ended, several times where it fails.
 *
 * @returns what went wrong, as a sentence for the user: the import itself is none the worse
 * @throws CancelledError
 */
export async function notifyWebhook(
	tools: WebhookTools,
	webhook: Webhook,
	notification: WebhookNotification,
): Promise<string | undefined> {
	const { url, secret } = webhook;
	const body = Buffer.from(JSON.stringify(notification), 'utf8');
	const request = {
		method: 'POST',
		url: url.href,
		headers: {
			'Content-Type': 'application/json',
			...(secret === undefined ? {} : { [SIGNATURE_HEADER]: signatureOf(body, secret) }),
		},
		body,
		timeoutMs: TIMEOUT_MS,
	} as const;
	try {
		await sendRepeatedly(tools, {
			send: () => tools.send(request, tools.signal),
			// It names the import, so that the receiver knows one that comes twice.
			repeatable: true,
			retry: { ...tools.retry, maxRetryAfterMs: MAX_RETRY_AFTER_MS },
			onRetry: () => undefined,
			signal: tools.signal,
			refusalError: (answer) =>
				new WebhookError(`it responded with status ${answer.status}`, answer, tools),
			noAnswerError: (error) => new WebhookError(noAnswer(error)),
		});
		return undefined;
	} catch (error) {
		if (!(error instanceof WebhookError) && !(error instanceof Problem)) throw error;
		return `The webhook at ${url.origin} could not be notified of import ${notification.id}: ${error.message}.${notification.state === 'success' ? ' The import itself is complete.' : ''}`;
	}
}

function noAnswer({ message, code }: ConnectionError): string {
	return `it didn’t respond (${code ?? redact(message)})`;
}

class WebhookError extends Error {
	readonly retryAfterMs: number | undefined;

	constructor(message: string, answer?: HttpResponse, { now }: { now?: () => number } = {}) {
		super(message);
		this.retryAfterMs = parseRetryAfter(answer?.headers.get('retry-after'), now?.() ?? 0);
	}
}
