import { createHash, webcrypto } from 'node:crypto';

import type { INodeParameters } from 'n8n-workflow';

import {
	imports,
	inLibrary,
	startReceiver,
	statesOf,
	video,
	type Call,
	type Receiver,
} from './importSupport';
import { scene } from './scene';

const SECRET = 'ümlaut-and-0123456789';

const { files, linkedIn, plan, resource } = scene();
const { importList } = imports(resource);

let answer: Parameters<typeof startReceiver>[0];
let receiver: Receiver;
beforeAll(async () => {
	receiver = await startReceiver((call) => answer(call));
});
beforeEach(() => {
	answer = () => 200;
	receiver.calls.length = 0;
});
afterAll(() => receiver.close());

const importOne = (notification: INodeParameters = {}, form: INodeParameters = {}) =>
	importList([{ url: files.add('/a.mp4', video(1)), id: 'a' }], {
		notification: { webhookUrl: receiver.url, ...notification },
		options: { maxRetries: 1, importId: 'i-1' },
		...form,
	});
const audience = () => receiver.url.replace(/\?.*$/, '');
const told = () => receiver.calls.map(({ body }): unknown => JSON.parse(String(body)));

function firstCall(): Call {
	const [call] = receiver.calls;
	if (!call) throw new Error('nobody was told');
	return call;
}

/** RFC 2104, from the hash alone. */
function hmac(key: Buffer, text: Buffer): string {
	const padded = Buffer.alloc(64);
	key.copy(padded);
	const hash = (...parts: Buffer[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
	const xor = (byte: number) => padded.map((value) => value ^ byte) as Buffer;
	return hash(Buffer.from(xor(0x5c)), hash(Buffer.from(xor(0x36)), text)).toString('hex');
}

test('a webhook gets id, state, overview and context; no token, and no signature without a secret', async () => {
	const { hints } = await importOne({ context: { n: 1 } });
	expect(hints).toEqual([]);
	expect(receiver.calls).toHaveLength(1);
	const [call] = receiver.calls;
	expect(call?.headers['content-type']).toBe('application/json');
	expect(Object.keys(call?.headers ?? {})).not.toContain('authorization');
	expect(Object.keys(call?.headers ?? {})).not.toContain('webhook-signature');
	expect(call?.headers['webhook-id']).toMatch(/^[\da-f-]{36}$/);
	expect(call?.headers['webhook-timestamp']).toMatch(/^\d{10}$/);
	expect(told()[0]).toEqual({
		id: 'i-1',
		state: 'success',
		attempt: 1,
		overview: { success: 1, skipped: 0, failed: 0 },
		context: { n: 1 },
		audience: audience(),
	});
});

test('the signature is that of id, time and the very bytes, by two other implementations', async () => {
	const result = await importOne({ webhookSecret: SECRET, context: { text: '“ü” 東京 🎬' } });
	const { headers, body } = firstCall();
	const [version, signature = ''] = String(headers['webhook-signature']).split(',');
	expect(version).toBe('v1');
	const stamp = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.`;
	const signed = Buffer.concat([Buffer.from(stamp), body]);
	const bytes = Buffer.from(signature, 'base64');
	expect(bytes.toString('hex')).toBe(hmac(Buffer.from(SECRET), signed));
	const algorithm = { name: 'HMAC', hash: 'SHA-256' };
	const key = (secret: string) =>
		webcrypto.subtle.importKey('raw', Buffer.from(secret), algorithm, false, ['verify']);
	expect(await webcrypto.subtle.verify(algorithm, await key(SECRET), bytes, signed)).toBe(true);
	expect(await webcrypto.subtle.verify(algorithm, await key('other'), bytes, signed)).toBe(false);
	expect(JSON.stringify(result.items)).not.toContain(SECRET);
	expect(result.hints.join('\n')).not.toContain(SECRET);
});

test.each<[string, Parameters<typeof startReceiver>[0]]>([
	['a failure of its own', (call) => (call === 1 ? 500 : 200)],
	['a connection that breaks off', (call) => (call === 1 ? 'reset' : 200)],
	['too many requests', (call) => (call === 1 ? 429 : 204)],
])('after %s it is told again: the same bytes, under the same id', async (_, given) => {
	answer = given;
	const { hints } = await importOne({ webhookSecret: SECRET });
	expect(hints).toEqual([]);
	const [first, second, ...others] = receiver.calls;
	expect(others).toEqual([]);
	expect(second?.body.equals(first?.body ?? Buffer.alloc(0))).toBe(true);
	expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
	expect(second?.headers['webhook-signature']).toMatch(/^v1,/);
});

test('a slow one is waited for', async () => {
	answer = () => new Promise((resolve) => setTimeout(resolve, 700, 200));
	const { hints } = await importOne();
	expect(hints).toEqual([]);
	expect(receiver.calls).toHaveLength(1);
});

test.each<[string, Parameters<typeof startReceiver>[0], number, string]>([
	['fails every time', () => 500, 2, 'it responded with status 500'],
	['breaks off every time', () => 'reset', 2, 'it didn’t respond (ECONNRESET)'],
	['refuses', () => 401, 1, 'it responded with status 401'],
	['leads elsewhere', () => 302, 1, 'it responded with status 302'],
])(
	'a webhook that %s is a hint, and never the import’s failure',
	async (_, given, calls, words) => {
		answer = given;
		const result = await importOne({ webhookSecret: SECRET });
		expect(statesOf(result)).toEqual(['success']);
		expect(receiver.calls).toHaveLength(calls);
		const hints = result.hints.join('\n');
		expect(hints).toContain(
			`could not be notified of import i-1: ${words}. The import itself is complete.`,
		);
		expect(hints).not.toContain('hidden');
		expect(hints).not.toContain(SECRET);
	},
);

test('a webhook that is down is a hint', async () => {
	const closed = await startReceiver(() => 200);
	await closed.close();
	const result = await importOne({ webhookUrl: closed.url });
	expect(statesOf(result)).toEqual(['success']);
	expect(result.hints.join('\n')).toContain('it didn’t respond (ECONNREFUSED)');
});

test('an import that could not run at all is told as failed', async () => {
	plan('videos.find', 403);
	await importOne({}, inLibrary).fails('Could not find the videos');
	expect(told()[0]).toEqual({
		id: 'i-1',
		state: 'failed',
		attempt: 1,
		overview: { success: 0, skipped: 0, failed: 0 },
		audience: audience(),
	});
});

test('a request that is refused is told to nobody', async () => {
	await importOne({}, { systemName: ' ' }).fails('System Name is empty');
	expect(receiver.calls).toEqual([]);
});

test('two imports have two ids, whatever they are called', async () => {
	await importOne();
	await importOne();
	const [first, second] = receiver.calls.map(({ headers }) => headers['webhook-id']);
	expect(first).toBeDefined();
	expect(second).not.toBe(first);
});

describe('Allowed Webhooks', () => {
	const allowing = (allowedWebhooks: string, form: INodeParameters = {}) =>
		importOne(form, { options: { maxRetries: 0, importId: 'i-1', allowedWebhooks } });
	const origin = () => new URL(receiver.url).origin;

	test.each<[string, () => string]>([
		['its origin', () => origin()],
		['its path', () => `other.example.com ${origin()}/hook`],
	])('a webhook of the list is told: %s', async (_, list) => {
		expect((await allowing(list())).hints).toEqual([]);
		expect(told()).toHaveLength(1);
	});

	test.each<[string, () => string]>([
		['nothing', () => ''],
		['its host alone, which means https', () => new URL(receiver.url).host],
		['another port', () => 'http://127.0.0.1:1'],
		['another path', () => `${origin()}/hook/below`],
	])('any other stops the import before anything is sent: %s', async (_, list) => {
		await allowing(list()).fails('Webhook URL leads to');
		expect(receiver.calls).toEqual([]);
		expect(linkedIn.journal).toEqual([]);
	});

	test('an entry that is none is named', async () => {
		await allowing('https://user@example.com').fails(
			'Allowed Webhooks: "https://user@example.com"',
		);
	});
});
