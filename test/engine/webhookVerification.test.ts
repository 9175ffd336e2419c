import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { imports, startReceiver, video, type Call, type Receiver } from './importSupport';
import { scene } from './scene';

/*
 * The code that docs/import.md gives to receivers, taken from the page, reads what the node really sends.
 */

const SECRET = 'ümlaut-and-0123456789';

const { files, resource } = scene();
const { importList } = imports(resource);

let receiver: Receiver;
beforeAll(async () => {
	receiver = await startReceiver(() => 200);
});
beforeEach(() => {
	receiver.calls.length = 0;
});
afterAll(() => receiver.close());

const audience = () => receiver.url.replace(/\?.*$/, '');

/** The notification of an import. */
async function notification(webhookSecret = SECRET): Promise<Call> {
	await importList([{ url: files.add('/a.mp4', video(1)), id: 'a' }], {
		notification: { webhookUrl: receiver.url, webhookSecret, context: { n: 1 } },
	});
	const [call] = receiver.calls;
	if (!call) throw new Error('nobody was told');
	return call;
}

/** What a receiver knows: its secret, its own address, and what it has received. */
interface Receiving {
	secret: string;
	audience: string;
	seen: Set<string>;
}
type Read = (body: Buffer, headers: Call['headers'], receiving: Receiving) => unknown;

const page = readFileSync(join(__dirname, '..', '..', 'docs', 'import.md'), 'utf8');
const code = /^## The webhook$.*?^```js$\n(.*?)^```$/ms.exec(page)?.[1] ?? '';
// eslint-disable-next-line @typescript-eslint/no-implied-eval -- the page's own code, as readers run it
const load = new Function('require', `${code}; return readNotification;`) as (
	load: (name: string) => unknown,
) => Read;
const readNotification = load((name) => jest.requireActual(name));

const receiving = (other: Partial<Receiving> = {}): Receiving => ({
	secret: SECRET,
	audience: audience(),
	seen: new Set(),
	...other,
});
/** As if it came this much later. */
const later = <Result>(seconds: number, work: () => Result): Result => {
	const { now } = Date;
	const spy = jest.spyOn(Date, 'now').mockImplementation(() => now() + seconds * 1000);
	try {
		return work();
	} finally {
		spy.mockRestore();
	}
};

test.each([SECRET, 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'])(
	'takes a real notification, once, with the secret %s',
	async (secret) => {
		const { body, headers } = await notification(secret);
		const mine = receiving({ secret });
		expect(readNotification(body, headers, mine)).toEqual(JSON.parse(String(body)));
		expect(() => readNotification(body, headers, mine)).toThrow('received before');
	},
);

test.each<[string, (call: Call) => Partial<Call>]>([
	['body', ({ body }) => ({ body: Buffer.from(String(body).replace('success', 'failure')) })],
	['id', ({ headers }) => ({ headers: { ...headers, 'webhook-id': 'x' } })],
	[
		'time',
		({ headers }) => ({
			headers: {
				...headers,
				'webhook-timestamp': String(Number(headers['webhook-timestamp']) + 1),
			},
		}),
	],
	['signature', ({ headers }) => ({ headers: { ...headers, 'webhook-signature': undefined } })],
])('refuses one with another %s', async (_, change) => {
	const genuine = await notification();
	const { body, headers } = { ...genuine, ...change(genuine) };
	expect(() => readNotification(body, headers, receiving())).toThrow('not genuine');
});

test('refuses another secret’s', async () => {
	const { body, headers } = await notification('other');
	expect(() => readNotification(body, headers, receiving())).toThrow('not genuine');
});

test('refuses an old one, and one from the future', async () => {
	const { body, headers } = await notification();
	const read = () => readNotification(body, headers, receiving());
	expect(() => later(310, read)).toThrow('older than five minutes');
	expect(() => later(-310, read)).toThrow('older than five minutes');
	expect(later(250, read)).toEqual(JSON.parse(String(body)));
});

test('refuses what was meant for another receiver', async () => {
	const { body, headers } = await notification();
	const other = receiving({ audience: 'https://example.com/hook' });
	expect(() => readNotification(body, headers, other)).toThrow('meant for another receiver');
});
