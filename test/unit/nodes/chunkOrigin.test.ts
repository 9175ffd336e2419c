import { createReadStream } from 'node:fs';
import { createServer, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';

import { giveBack } from '../../../linkedin/files/spent';
import { chunkOriginOf, type ChunkOrigin } from '../../../nodes/transport/chunkOrigin';
import { OpenStream } from '../../../nodes/transport/stream';
import { collectYoungSoon } from '../../../nodes/transport/youngGarbage';
import { fixturePath } from '../../fixtures/make';
import { ownBytes, withTransfer } from '../files/detaching';

withTransfer();

jest.mock('../../../nodes/transport/youngGarbage', () => ({ collectYoungSoon: jest.fn() }));
afterEach(() => {
	jest.mocked(collectYoungSoon).mockClear();
});

const file = () => createReadStream(fixturePath('talk.mp4'), { highWaterMark: 1000 });

/** Reads a stream as the node does; each chunk is given back. */
async function spend(stream: Readable, origin: ChunkOrigin): Promise<Uint8Array[]> {
	const chunks: Uint8Array[] = [];
	for await (const chunk of new OpenStream(stream, undefined, undefined, origin).chunks()) {
		chunks.push(chunk);
		giveBack(chunk);
	}
	return chunks;
}

const bytesLeft = (chunks: readonly Uint8Array[]): number =>
	chunks.reduce((sum, { length }) => sum + length, 0);

/** An answer of Node's HTTP, while its server is there. */
async function answered(work: (answer: IncomingMessage) => Promise<void>): Promise<void> {
	const server = createServer((_, response) => response.end(Buffer.alloc(300_000, 'x')));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	try {
		await work(
			await new Promise<IncomingMessage>((resolve, reject) => {
				get({ port, agent: false }, resolve).on('error', reject);
			}),
		);
	} finally {
		server.close();
	}
}

test('chunks of n8n’s file streams are freed when they were used', async () => {
	const stream = file();
	const chunks = await spend(stream, chunkOriginOf(stream));
	expect(chunks.length).toBeGreaterThan(2);
	expect(bytesLeft(chunks)).toBe(0);
	// Nothing but the chunks themselves was made.
	expect(collectYoungSoon).not.toHaveBeenCalled();
});

test('chunks of an HTTP answer, as S3 gives one, are freed too', () =>
	answered(async (answer) => {
		const origin = chunkOriginOf(answer);
		expect(origin).toBe('from sockets');
		expect(bytesLeft(await spend(answer, origin))).toBe(0);
		const sizes = jest.mocked(collectYoungSoon).mock.calls.map(([size]) => size);
		expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(300_000);
	}));

test('and those of a stream that n8n’s helper made around one', () =>
	answered(async (answer) => {
		async function* passed(): AsyncGenerator {
			for await (const chunk of answer) yield chunk;
		}
		const around = Readable.from(passed(), { objectMode: false });
		expect(bytesLeft(await spend(around, 'from sockets'))).toBe(0);
	}));

describe('chunks that somebody may still hold stay', () => {
	test.each<[string, (kept: Buffer) => Readable]>([
		['as n8n’s database mode does', (kept) => Readable.from(kept)],
		['in a list', (kept) => Readable.from([kept])],
		[
			'in a stream of its own',
			(kept) =>
				new Readable({
					read(): void {
						this.push(kept);
						this.push(null);
					},
				}),
		],
	])('%s', async (_, give) => {
		const kept = ownBytes('the whole file');
		const stream = give(kept);
		await spend(stream, chunkOriginOf(stream));
		expect(String(kept)).toBe('the whole file');
	});

	test('whatever is said of a stream of objects', async () => {
		const kept = ownBytes('the whole file');
		await spend(Readable.from([kept]), 'from sockets');
		expect(String(kept)).toBe('the whole file');
	});

	test('where another listens to the same stream', async () => {
		const stream = file();
		const views: Buffer[] = [];
		stream.on('data', (chunk) => views.push(Buffer.from(chunk as Buffer).subarray(0)));
		const held: Buffer[] = [];
		stream.on('data', (chunk) => held.push(chunk as Buffer));
		await spend(stream, chunkOriginOf(stream));
		expect(held.length).toBeGreaterThan(2);
		expect(Buffer.concat(held).equals(Buffer.concat(views))).toBe(true);
	});

	test.each(['before', 'in between'])('where another listens once, %s', async (when) => {
		const stream = file();
		const held: Buffer[] = [];
		const listen = () => stream.once('data', (chunk) => held.push(chunk as Buffer));
		if (when === 'before') listen();
		for await (const chunk of new OpenStream(stream, undefined).chunks()) {
			giveBack(chunk);
			if (held.length === 0) listen();
		}
		expect(bytesLeft(held)).toBe(1000);
	});

	test('and nothing stays at the stream', async () => {
		const stream = file();
		await spend(stream, chunkOriginOf(stream));
		expect(stream.listenerCount('newListener')).toBe(0);
	});
});
