import {
	CancelledError,
	ConnectionError,
	ResponseHeaders,
	type HttpRequest,
} from '../../../linkedin/api/http';
import { DEFAULT_RETRY } from '../../../linkedin/api/retry';
import { notifyWebhook, signatureOf } from '../../../linkedin/imports/notifyWebhook';
import { readWebhook, type Webhook } from '../../../linkedin/imports/webhook';
import { Problem } from '../../../linkedin/problem';

const NOTIFICATION = {
	id: 'i-1',
	state: 'success',
	overview: { success: 1, skipped: 2, failed: 3 },
} as const;

/** What the webhook does with one call: a status, perhaps with Retry-After, or an error. */
type Step = { readonly status: number; readonly retryAfter?: string } | Error;

/** Tells on a clock that only waits move. */
async function tellBy(steps: readonly Step[], secret = 's', signal?: AbortSignal) {
	const requests: HttpRequest[] = [];
	const waits: number[] = [];
	const webhook: Webhook = { url: new URL('https://example.com/hook?key=hidden'), secret };
	const tools = {
		send: (request: HttpRequest) => {
			const step = steps[requests.length] ?? { status: 599 };
			requests.push(request);
			if (step instanceof Error) return Promise.reject(step);
			const { status, retryAfter } = step;
			return Promise.resolve({
				status,
				headers: new ResponseHeaders(retryAfter === undefined ? {} : { 'Retry-After': retryAfter }),
				body: '',
			});
		},
		sleep: (milliseconds: number) => {
			waits.push(milliseconds);
			return Promise.resolve();
		},
		random: () => 0.5,
		now: () => 0,
		retry: DEFAULT_RETRY,
		...(signal && { signal }),
	};
	return { hint: await notifyWebhook(tools, webhook, NOTIFICATION), requests, waits };
}

test('a webhook without an answer is told again; each time with the same body and signature', async () => {
	const timeout = new ConnectionError('timeout', 'ETIMEDOUT');
	const { hint, requests, waits } = await tellBy([timeout, { status: 503 }, { status: 200 }]);
	expect(hint).toBeUndefined();
	expect(waits).toEqual([250, 500]);
	expect(requests).toHaveLength(3);
	const [request] = requests;
	expect(request).toMatchObject({ method: 'POST', url: 'https://example.com/hook?key=hidden' });
	expect(request?.timeoutMs).toBe(30_000);
	expect(String(request?.body)).toBe(JSON.stringify(NOTIFICATION));
	expect(requests.every((each) => each === request)).toBe(true);
});

test('it is given up after the policy’s retries', async () => {
	const timeout = new ConnectionError('timeout', 'ETIMEDOUT');
	const { hint, requests } = await tellBy(Array.from({ length: 9 }, () => timeout));
	expect(requests).toHaveLength(6);
	expect(hint).toBe(
		'The webhook at https://example.com could not be notified of import i-1: it didn’t respond (ETIMEDOUT). The import itself is complete.',
	);
});

test.each([
	['60', 60_250, 2],
	['61', undefined, 1],
])('a Retry-After of %s seconds', async (retryAfter, wait, calls) => {
	const { requests, waits } = await tellBy([{ status: 429, retryAfter }, { status: 200 }]);
	expect(waits).toEqual(wait === undefined ? [] : [wait]);
	expect(requests).toHaveLength(calls);
});

test('n8n’s own refusal to send is a hint at once', async () => {
	const { hint, requests } = await tellBy([new Problem('n8n may not send it there')]);
	expect(hint).toContain('n8n may not send it there');
	expect(requests).toHaveLength(1);
});

test('a cancel is no hint', async () => {
	await expect(tellBy([], 's', AbortSignal.abort())).rejects.toBeInstanceOf(CancelledError);
	await expect(tellBy([new CancelledError()])).rejects.toBeInstanceOf(CancelledError);
});

test('a defect is no hint', async () => {
	await expect(tellBy([new TypeError('a bug')])).rejects.toThrow('a bug');
});

test('signatures, by test case 2 of RFC 4231', () => {
	expect(signatureOf(Buffer.from('what do ya want for nothing?'), 'Jefe')).toBe(
		'sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
	);
});

describe('an address', () => {
	test('that is empty is no webhook', () => {
		expect(readWebhook('  ', 's')).toBeUndefined();
	});
	test('with and without a secret', () => {
		expect(readWebhook(' https://example.com/a ', 's')).toMatchObject({ secret: 's' });
		expect(readWebhook('http://example.com/a', '')).not.toHaveProperty('secret');
	});
	test.each(['example.com', 'javascript:alert(1)', 'https://', 'https://u@example.com'])(
		'%s is refused',
		(address) => {
			expect(() => readWebhook(address, '')).toThrow(Problem);
		},
	);
});
