import {
	CancelledError,
	ConnectionError,
	ResponseHeaders,
	type HttpRequest,
} from '../../../linkedin/api/http';
import { DEFAULT_RETRY } from '../../../linkedin/api/retry';
import { parseAllowedAddress } from '../../../linkedin/imports/allowedAddresses';
import { notifyWebhook } from '../../../linkedin/imports/notifyWebhook';
import { readWebhook, type Webhook } from '../../../linkedin/imports/webhook';
import { webhookHeaders, webhookKey } from '../../../linkedin/imports/webhookSignature';
import { Problem } from '../../../linkedin/problem';

const NOTIFICATION = {
	id: 'i-1',
	state: 'success',
	attempt: 1,
	overview: { success: 1, skipped: 2, failed: 3 },
} as const;

/** What the webhook does with one call: a status, perhaps with Retry-After, or an error. */
type Step = { readonly status: number; readonly retryAfter?: string } | Error;

/** Tells on a clock that only waits move. */
async function tellBy(steps: readonly Step[], signal?: AbortSignal) {
	const requests: HttpRequest[] = [];
	const waits: number[] = [];
	let now = 1_700_000_000_000;
	const url = new URL('https://example.com/hook?key=hidden');
	const webhook: Webhook = { url, key: Buffer.from('s') };
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
			now += milliseconds;
			return Promise.resolve();
		},
		random: () => 0.5,
		now: () => now,
		messageId: 'm-1',
		retry: DEFAULT_RETRY,
		...(signal && { signal }),
	};
	return { hint: await notifyWebhook(tools, webhook, NOTIFICATION), requests, waits };
}

test('a webhook without an answer is told again: the same body and id, at its own time', async () => {
	const timeout = new ConnectionError('timeout', 'ETIMEDOUT');
	const later = { status: 429, retryAfter: '60' };
	const { hint, requests, waits } = await tellBy([timeout, later, { status: 200 }]);
	expect(hint).toBeUndefined();
	expect(waits).toEqual([250, 60_250]);
	expect(requests).toHaveLength(3);
	const [request] = requests;
	expect(request).toMatchObject({ method: 'POST', url: 'https://example.com/hook?key=hidden' });
	expect(request?.timeoutMs).toBe(30_000);
	const body = JSON.stringify({ ...NOTIFICATION, audience: 'https://example.com/hook' });
	expect(requests.map((each) => String(each.body))).toEqual([body, body, body]);
	expect(requests.map(({ headers }) => headers['webhook-id'])).toEqual(['m-1', 'm-1', 'm-1']);
	expect(requests.map(({ headers }) => headers['webhook-timestamp'])).toEqual([
		'1700000000',
		'1700000000',
		'1700000060',
	]);
	const [first, , last] = requests.map(({ headers }) => headers['webhook-signature']);
	expect(last).not.toBe(first);
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
	await expect(tellBy([], AbortSignal.abort())).rejects.toBeInstanceOf(CancelledError);
	await expect(tellBy([new CancelledError()])).rejects.toBeInstanceOf(CancelledError);
});

test('a defect is no hint', async () => {
	await expect(tellBy([new TypeError('a bug')])).rejects.toThrow('a bug');
});

/** The example of Standard Webhooks' own libraries. */
const EXAMPLE = {
	id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
	timestamp: 1_614_265_330,
	body: Buffer.from('{"test": 2432232314}'),
};
const EXAMPLE_SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

test('headers, by the example of Standard Webhooks', () => {
	expect(webhookHeaders(EXAMPLE, webhookKey(EXAMPLE_SECRET))).toEqual({
		'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
		'webhook-timestamp': '1614265330',
		'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
	});
	expect(webhookHeaders(EXAMPLE, undefined)).not.toHaveProperty('webhook-signature');
});

test.each<[string, Partial<typeof EXAMPLE>]>([
	['id', { id: 'msg_q' }],
	['time', { timestamp: 1_614_265_331 }],
	['body', { body: Buffer.from('{"test": 2432232315}') }],
])('another %s has another signature', (_, other) => {
	const key = webhookKey(EXAMPLE_SECRET);
	const changed = webhookHeaders({ ...EXAMPLE, ...other }, key);
	expect(changed['webhook-signature']).not.toBe(webhookHeaders(EXAMPLE, key)['webhook-signature']);
});

test('a secret is its text, or the bytes behind whsec_', () => {
	expect(webhookKey('ü').toString('hex')).toBe('c3bc');
	expect(webhookKey('whsec_AAEC').toString('hex')).toBe('000102');
	expect(webhookKey('whsec_AAE=').toString('hex')).toBe('0001');
	expect(webhookKey('whsec_AAE').toString('hex')).toBe('0001');
	expect(webhookKey('whsec-AAEC').toString()).toBe('whsec-AAEC');
});

test.each(['whsec_', 'whsec_nö', 'whsec_a b', 'whsec_AAEC!'])('%s is no secret', (secret) => {
	expect(() => webhookKey(secret)).toThrow('Webhook Secret begins with "whsec_"');
});

describe('an address', () => {
	test('that is empty is no webhook', () => {
		expect(readWebhook({ address: '  ', secret: 's' })).toBeUndefined();
	});
	test('with and without a secret', () => {
		const address = ' https://example.com/a ';
		expect(readWebhook({ address, secret: 's' })?.key?.toString()).toBe('s');
		expect(readWebhook({ address, secret: '' })).not.toHaveProperty('key');
	});
	test.each(['example.com', 'javascript:alert(1)', 'https://', 'https://u@example.com'])(
		'%s is refused',
		(address) => {
			expect(() => readWebhook({ address, secret: '' })).toThrow(Problem);
		},
	);
	test('that is not allowed is refused, and its query stays unsaid', () => {
		const allowed = [parseAllowedAddress('example.com', 'Allowed Webhooks')];
		const read = (address: string) => () => readWebhook({ address, secret: '', allowed });
		expect(read('https://example.com/a')).not.toThrow();
		expect(read('https://example.org/a?key=hidden')).toThrow(
			/^Webhook URL leads to https:\/\/example\.org, to a URL that is not allowed$/,
		);
	});
});
