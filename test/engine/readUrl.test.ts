import { brotliCompressSync, constants, deflateSync, gzipSync } from 'node:zlib';

import { CancelledError, ConnectionError } from '../../linkedin/api/http';
import type { FileSource } from '../../linkedin/files/source';
import type { UrlAnswer } from '../../linkedin/files/url/http';
import type { UrlUse } from '../../linkedin/files/url/fileUrl';
import { openUrl } from '../../linkedin/files/url/open';
import { Problem } from '../../linkedin/problem';
import { readUrl } from '../../nodes/transport/readUrl';
import { failureOf } from '../unit/api/support';
import {
	breakOff,
	bytesOf,
	fileServer,
	rangeOf,
	readingLab,
	reset,
	send,
	serve,
	status,
	take,
	type Handler,
	type ServedFile,
} from '../unit/files/url/support';
import { insideNode } from './insideNode';

const BYTES = bytesOf(300_000);
const LARGE = bytesOf(12 * 1024 * 1024);

/** One GET by n8n's own client. */
const reading = <Result>(
	url: string,
	work: (answer: UrlAnswer) => Promise<Result> | Result,
	signal?: AbortSignal,
) =>
	insideNode(async (execution) =>
		work(await readUrl(execution)({ url, headers: { A: 'b' }, timeoutMs: 5000 }, signal)),
	);

async function bodyOf(answer: UrlAnswer): Promise<Buffer> {
	const chunks: Uint8Array[] = [];
	for await (const chunk of answer.body) chunks.push(chunk);
	return Buffer.concat(chunks);
}

describe('an answer', () => {
	test.each([200, 206, 301, 304, 401, 403, 404, 416, 429, 500, 503])(
		'with %d is an answer, with its headers',
		async (code) => {
			const server = await serve(status(code, { Location: '/elsewhere', 'Retry-After': '7' }));
			const answer = await reading(`${server.origin}/talk.mp4?a=b%2Fc`, (given) => {
				given.discard();
				return given;
			});
			expect(answer.status).toBe(code);
			expect(answer.headers.get('location')).toBe('/elsewhere');
			expect(answer.headers.get('Retry-After')).toBe('7');
			expect(server.requests.map(({ url }) => url)).toEqual(['/talk.mp4?a=b%2Fc']);
			expect(server.requests[0]?.headers).toMatchObject({ a: 'b' });
			expect(server.requests[0]?.headers).not.toHaveProperty('authorization');
			await server.idle();
		},
	);

	test('has the bytes of its body', async () => {
		const server = await fileServer({ bytes: LARGE, ranges: false });
		expect((await reading(server.origin, bodyOf)).equals(LARGE)).toBe(true);
		await server.idle();
	});

	test('without a body has none', async () => {
		const server = await serve(status(204));
		expect(await reading(server.origin, bodyOf)).toHaveLength(0);
	});
});

/** The headers and a few bytes, and then nothing more. */
const stalling: Handler = (request, response) => {
	send({ bytes: LARGE, ranges: false }, request, response, { withBody: false });
	response.write(LARGE.subarray(0, 10));
};

describe('the connection is ended', () => {
	test('by an answer that nobody wants', async () => {
		for (const handler of [stalling, status(404), status(302, { Location: '/' })]) {
			const server = await serve(handler);
			await reading(server.origin, (answer) => {
				answer.discard();
			});
			await server.idle();
		}
	});

	test('by a reader that leaves early, and by one that gives up on silence', async () => {
		for (const chunks of [0, 1]) {
			const server = await serve(stalling);
			await reading(server.origin, async (answer) => {
				const body = answer.body[Symbol.asyncIterator]();
				for (let count = 0; count < chunks; count += 1) await body.next();
				const waiting = body.next().catch(() => undefined);
				answer.discard();
				await waiting;
			});
			await server.idle();
		}
	});

	test.each(['before the answer', 'before its body is read', 'while its body is read'])(
		'by a cancel %s',
		async (when) => {
			const stop = new AbortController();
			const server = await serve((request, response, turn) => {
				if (when === 'before the answer') stop.abort();
				else void stalling(request, response, turn);
			});
			const read = async (answer: UrlAnswer) => {
				if (when === 'before its body is read') stop.abort();
				const body = answer.body[Symbol.asyncIterator]();
				await body.next();
				const waiting = body.next();
				stop.abort();
				await waiting;
			};
			await expect(reading(server.origin, read, stop.signal)).rejects.toThrow();
			await server.idle();
		},
	);
});

describe('no answer', () => {
	test('is a lost connection', async () => {
		const server = await serve(reset);
		const error = await failureOf(ConnectionError, () => reading(server.origin, () => undefined));
		expect(error.code).toBe('ECONNRESET');
	});

	test('because nobody listens was never sent', async () => {
		const error = await failureOf(ConnectionError, () =>
			reading('http://127.0.0.1:1/', () => undefined),
		);
		expect(error.neverSent).toBe(true);
	});

	test('in time is a lost connection', async () => {
		const server = await serve(() => undefined);
		await failureOf(ConnectionError, () =>
			insideNode((execution) =>
				readUrl(execution)({ url: server.origin, headers: {}, timeoutMs: 50 }),
			),
		);
		await server.idle();
	});

	test('is a cancel where the execution was cancelled', async () => {
		const stop = new AbortController();
		const server = await serve(() => {
			stop.abort();
		});
		await failureOf(CancelledError, () => reading(server.origin, () => undefined, stop.signal));
		await failureOf(CancelledError, () => reading(server.origin, () => undefined, stop.signal));
		expect(server.requests).toHaveLength(1);
	});
});

describe('a file', () => {
	const opened = <Result>(
		url: string,
		work: (file: FileSource) => Promise<Result>,
		use: UrlUse = {},
	) =>
		insideNode(async (execution) => {
			const lab = readingLab({ read: readUrl(execution) });
			const file = await openUrl(lab.reading, { url, ...use }, 'URL');
			try {
				return await work(file);
			} finally {
				await file.close?.();
			}
		});

	test.each([true, false])('is read (ranges: %s)', async (ranges) => {
		const server = await fileServer({ bytes: LARGE, ranges });
		expect((await opened(`${server.origin}/talk.mp4`, take)).equals(LARGE)).toBe(true);
		await server.idle();
	});

	test('has ranges that are read at the same time', async () => {
		const server = await fileServer({ bytes: BYTES });
		await opened(server.origin, async (file) => {
			const [one, other] = await Promise.all([
				rangeOf(file, 262_144, 280_000),
				rangeOf(file, 280_001, 299_999),
			]);
			expect(Buffer.concat([one, other]).equals(BYTES.subarray(262_144))).toBe(true);
		});
		await server.idle();
	});

	test('that breaks off is asked for again', async () => {
		const file: ServedFile = { bytes: BYTES };
		const server = await fileServer(file, breakOff(file, 1000), reset, status(503));
		await expect(opened(server.origin, take)).rejects.toThrow('busy or failing');
		const other = await fileServer(file, breakOff(file, 1000), reset);
		expect((await opened(other.origin, take)).equals(BYTES)).toBe(true);
	});

	test('that is streamed and breaks off is told, and not taken for whole', async () => {
		const file: ServedFile = { bytes: LARGE, ranges: false };
		const server = await fileServer(file, breakOff(file, 1_000_000));
		const problem = await failureOf(Problem, () => opened(server.origin, take));
		expect(problem.message).toContain('the connection to its server failed');
		await server.idle();
	});

	// n8n's client unpacks it and takes the header away that says so; the length is the packed one's.
	describe.each([
		['gzip', gzipSync],
		['x-gzip', gzipSync],
		['deflate', deflateSync],
		[
			'br',
			(bytes: Buffer) =>
				brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
		],
	])('that comes packed with %s although asked not to', (packing, pack) => {
		const packed = (bytes: Buffer, length = true) => {
			const body = pack(bytes);
			const headers = { 'Content-Encoding': packing };
			return fileServer({ bytes: body, ranges: length, length, headers });
		};

		test.each([
			['smaller', Buffer.alloc(10_000_000, 'x'), true],
			['larger', BYTES.subarray(0, 1000), true],
			['by more than is read at once', LARGE, true],
			['without a length', BYTES, false],
		])('is refused at once where it is a video (%s)', async (_, bytes, length) => {
			const server = await packed(bytes, length);
			const problem = await failureOf(Problem, () => opened(server.origin, take));
			expect(problem.message).toBe(
				`The server of ${server.origin}/ sends "file" compressed (${packing})`,
			);
			expect(server.requests.length).toBeLessThan(3);
			await server.idle();
		});

		test('is read where it goes in one piece', async () => {
			const server = await packed(BYTES);
			const bytes = await opened(server.origin, take, { wholeUpTo: 1_000_000 });
			expect(bytes.equals(BYTES)).toBe(true);
			await server.idle();
		});

		test('is refused where that is not true', async () => {
			const headers = { 'Content-Encoding': packing };
			const server = await fileServer({ bytes: BYTES, headers });
			const problem = await failureOf(Problem, () =>
				opened(server.origin, take, { wholeUpTo: 1_000_000 }),
			);
			expect(problem.message).toContain(`sends "file" compressed (${packing})`);
			expect(server.requests).toHaveLength(1);
			await server.idle();
		});
	});

	test.each(['', 'aws-chunked', 'utf-8', 'base64', 'identity'])(
		'with the encoding %j is read as it is',
		async (encoding) => {
			for (const ranges of [true, false]) {
				const headers = { 'Content-Encoding': encoding };
				const server = await fileServer({ bytes: LARGE, ranges, headers });
				expect((await opened(server.origin, take)).equals(LARGE)).toBe(true);
				await server.idle();
			}
		},
	);
});
