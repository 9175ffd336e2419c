import type { SendBytes, ConnectionError, HttpRequest, HttpResponse } from '../api/http';
import type { RetryClock } from '../api/repeat';
import { sendRepeatedly } from '../api/repeat';
import type { RetryPolicy } from '../api/retry';
import { parseRetryAfter } from '../api/retry';
import { Problem } from '../problem';
import type { ImportOverview } from './result';
import type { Webhook } from './webhook';
import { webhookHeaders } from './webhookSignature';

/** What the webhook receives (livingdocs-import-videos, `webhook`), together with its own URL. */
interface WebhookNotification {
	readonly id: string;
	readonly state: 'success' | 'failed';
	/** Which try of the import it was, from 1: those before it failed, and nobody was told. */
	readonly attempt: number;
	readonly overview: ImportOverview;
	readonly context?: Readonly<Record<string, unknown>>;
}

/** What notifying needs from outside. */
interface WebhookTools extends RetryClock {
	/** Without any token. */
	readonly send: SendBytes;
	readonly retry: RetryPolicy;
	/** Epoch milliseconds. */
	readonly now: () => number;
	/** Identifies a notification, however often it is sent. */
	readonly messageId: string;
	readonly signal?: AbortSignal;
}

const TIMEOUT_MS = 30_000;

/** The longest `Retry-After` that is waited for: the import is done, and its result is needed. */
const MAX_RETRY_AFTER_MS = 60_000;

/**
 * POSTs the result of an import, with retries.
 *
 * @returns what went wrong, as a sentence for the user: the import itself is not affected
 * @throws CancelledError
 */
export async function notifyWebhook(
	tools: WebhookTools,
	webhook: Webhook,
	notification: WebhookNotification,
): Promise<string | undefined> {
	const { url, key } = webhook;
	// Signed with the rest: what one receiver got is useless at another one with the same secret.
	const audience = `${url.origin}${url.pathname}`;
	const body = Buffer.from(JSON.stringify({ ...notification, audience }), 'utf8');
	const requestNow = (): HttpRequest => {
		// The time of this try: a retry after a minute is as fresh as the first one.
		const timestamp = Math.floor(tools.now() / 1000);
		const stamp = webhookHeaders({ id: tools.messageId, timestamp, body }, key);
		const headers = { 'Content-Type': 'application/json', ...stamp };
		return { method: 'POST', url: url.href, headers, body, timeoutMs: TIMEOUT_MS };
	};
	try {
		await sendRepeatedly(tools, {
			send: () => tools.send(requestNow(), tools.signal),
			// It has an ID, so that the receiver recognizes duplicates.
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
	return `it didn’t respond (${code ?? message})`;
}

class WebhookError extends Error {
	readonly retryAfterMs: number | undefined;

	constructor(message: string, answer?: HttpResponse, { now }: { now?: () => number } = {}) {
		super(message);
		this.retryAfterMs = parseRetryAfter(answer?.headers.get('retry-after'), now?.() ?? 0);
	}
}
