import { CancelledError } from '../../../../linkedin/api/http';
import { FileChanged } from '../../../../linkedin/files/fileChanged';
import { giveBack } from '../../../../linkedin/files/spent';
import { UrlProblem } from '../../../../linkedin/files/url/problems';
import { failureOf } from '../../api/support';
import { withTransfer } from '../detaching';
import {
	breakOff,
	bytesOf,
	endless,
	fallSilent,
	fileServer,
	opening,
	openServed,
	rangeOf,
	reset,
	send,
	serve,
	status,
	take,
	type Handler,
	type ServedFile,
} from './support';

withTransfer();

const HEAD = 262_144;
const BYTES = bytesOf(300_000);

describe('ranges', () => {
	test.each([
		[HEAD, HEAD],
		[HEAD - 1, HEAD],
		[270_000, 299_999],
		[0, 299_999],
	])('%d to %d are the file’s bytes, in one GET', async (first, last) => {
		const { server, file } = await openServed({ bytes: BYTES });
		expect((await rangeOf(file, first, last)).equals(BYTES.subarray(first, last + 1))).toBe(true);
		expect(server.ranges().slice(1)).toEqual([`bytes=${first}-${last}`]);
		await server.idle();
	});

	test.each([
		[0, 0],
		[100, 199],
		[0, HEAD - 1],
	])('%d to %d came with the first answer', async (first, last) => {
		const { server, file } = await openServed({ bytes: BYTES });
		expect((await rangeOf(file, first, last)).equals(BYTES.subarray(first, last + 1))).toBe(true);
		expect(server.requests).toHaveLength(1);
	});

	test('may be asked for at the same time', async () => {
		const { file } = await openServed({ bytes: BYTES });
		const wanted = [290_000, 270_000, 280_000, 262_144].map((first) => [first, first + 999]);
		const ranges = await Promise.all(
			wanted.map(([first = 0, last = 0]) => rangeOf(file, first, last)),
		);
		for (const [index, [first = 0, last = 0]] of wanted.entries()) {
			expect(ranges[index]?.equals(BYTES.subarray(first, last + 1))).toBe(true);
		}
	});

	test('read in order leave no memory behind, and the file as it was', async () => {
		const { file } = await openServed({ bytes: BYTES });
		const left: number[] = [];
		for await (const chunk of await file.open()) {
			giveBack(chunk);
			left.push(chunk.length);
		}
		// The first bytes came with the first answer, and are there for the next reader.
		expect(left).toEqual([HEAD, 0]);
		expect((await take(file)).equals(BYTES)).toBe(true);
	});

	/** Gives so many bytes of each range at most, beginning so far from what was asked for. */
	const short =
		(atMost: number, shift = 0): Handler =>
		({ headers }, response) => {
			const first = Number(/=(\d+)/.exec(headers.range ?? '')?.[1]) + shift;
			const bytes = BYTES.subarray(first, first + atMost);
			const range = `bytes ${first}-${first + bytes.length - 1}/${BYTES.length}`;
			response.writeHead(206, { 'Content-Range': range, 'Content-Length': bytes.length });
			response.end(bytes);
		};

	test('that come short are asked for again, from where they ended', async () => {
		const { server, file } = await openServed({ bytes: BYTES }, short(20_000));
		expect((await rangeOf(file, 270_000, 299_999)).equals(BYTES.subarray(270_000))).toBe(true);
		expect(server.ranges().slice(1)).toEqual(['bytes=270000-299999', 'bytes=290000-299999']);
		await server.idle();
	});

	test.each([
		['beyond what was asked for', short(20_001)],
		['before it', short(20_000, -1)],
		['behind it', short(10, 1)],
	])('that reach %s are another file’s', async (_, handler) => {
		const { server, file } = await openServed({ bytes: BYTES }, handler);
		const problem = await failureOf(FileChanged, () => rangeOf(file, 270_000, 289_999));
		expect(problem.message).toContain(
			'was returned with a different range than bytes 270000 to 289999',
		);
		expect(server.requests).toHaveLength(2);
		await server.idle();
	});

	test('in order are the whole file, in blocks of 4 MiB', async () => {
		const bytes = bytesOf(HEAD + 4 * 1024 * 1024 + 5);
		const { server, file } = await openServed({ bytes });
		expect((await take(file)).equals(bytes)).toBe(true);
		expect(server.ranges()).toEqual([
			`bytes=0-${HEAD - 1}`,
			`bytes=${HEAD}-${HEAD + 4 * 1024 * 1024 - 1}`,
			`bytes=${HEAD + 4 * 1024 * 1024}-${bytes.length - 1}`,
		]);
		// As often as needed.
		expect((await take(file)).equals(bytes)).toBe(true);
	});

	test('of a small file need no further request', async () => {
		const { server, file } = await openServed({ bytes: BYTES.subarray(0, 1000) });
		expect(await take(file)).toHaveLength(1000);
		expect(server.requests).toHaveLength(1);
	});

	test('of a server that gives fewer bytes at first than asked for are read all the same', async () => {
		const bytes = BYTES.subarray(0, 1000);
		const server = await fileServer({ bytes }, (_request, response) => {
			response
				.writeHead(206, { 'Content-Range': 'bytes 0-9/1000', 'Content-Length': 10 })
				.end(bytes.subarray(0, 10));
		});
		const file = await opening(server.origin).open();
		expect((await take(file)).equals(bytes)).toBe(true);
		expect(server.ranges()[1]).toBe('bytes=10-999');
	});
});

describe('a file that is another one now is never mixed with what it was', () => {
	const changed = async (file: ServedFile, change: (file: ServedFile) => void) => {
		const opened = await openServed(file);
		const before = opened.server.requests.length;
		change(file);
		const problem = await failureOf(FileChanged, () => rangeOf(opened.file, HEAD, 299_999));
		expect(problem.description).toContain('upload was not completed on LinkedIn');
		expect(opened.server.requests).toHaveLength(before + 1);
		await opened.server.idle();
		return problem.message;
	};

	test.each<[string, (file: ServedFile) => void, string]>([
		[
			'its ETag',
			(file) => (file.etag = '"2"'),
			'changed during the upload (its ETag is different)',
		],
		[
			'its date',
			(file) => (file.lastModified = 'Fri, 20 Nov 2026 12:00:01 GMT'),
			'changed during the upload (its Last-Modified is different)',
		],
		[
			'its length',
			(file) => (file.bytes = Buffer.concat([BYTES, BYTES])),
			'has 600000 bytes now instead of 300000',
		],
		[
			'a length that is shorter',
			(file) => (file.bytes = BYTES.subarray(0, 299_999)),
			'has 299999 bytes now instead of 300000',
		],
		['any range', (file) => (file.bytes = BYTES.subarray(0, 10)), 'is shorter than before'],
		[
			'that it has ranges',
			(file) => (file.ranges = false),
			'was returned as a whole (status 200) instead of the requested range',
		],
	])('told by %s', async (_, change, words) => {
		const date = 'Fri, 20 Nov 2026 12:00:00 GMT';
		const file: ServedFile = { bytes: BYTES, etag: '"1"', lastModified: date };
		expect(await changed(file, change)).toBe(`The file "talk.mp4" ${words}`);
	});

	test.each<[string, number, Record<string, string>]>([
		['without any range', 416, {}],
		['with another version', 206, { ETag: '"2"', 'Content-Range': `bytes ${HEAD}-299999/300000` }],
		['whole', 200, {}],
	])('told %s, and not listened to any further', async (_, code, headers) => {
		const { file, server } = await openServed(
			{ bytes: BYTES, etag: '"1"' },
			endless(code, headers),
		);
		await failureOf(FileChanged, () => rangeOf(file, HEAD, 299_999));
		await server.idle();
	});

	test('told by more bytes than were asked for', async () => {
		const { file, server } = await openServed({ bytes: BYTES }, (_request, response) => {
			response.writeHead(206, { 'Content-Range': `bytes ${HEAD}-299999/300000` });
			response.write(BYTES);
		});
		const problem = await failureOf(FileChanged, () => rangeOf(file, HEAD, 299_999));
		expect(problem.message).toBe('The file "talk.mp4" returned more bytes than requested');
		await server.idle();
	});

	test('and the option for servers that always say so stands with it', async () => {
		const file: ServedFile = { bytes: BYTES, etag: '"1"' };
		const opened = await openServed(file);
		file.etag = '"2"';
		const problem = await failureOf(FileChanged, () => rangeOf(opened.file, HEAD, 299_999));
		expect(problem.description).toContain('add the option "Accept Changing ETag"');
	});

	test.each([
		['weakly the same', { etag: 'W/"1"' }],
		['no version any more', { etag: undefined, lastModified: undefined }],
		['the same', {}],
	])('and is not suspected where its server says %s', async (_, changes) => {
		const file: ServedFile = { bytes: BYTES, etag: '"1"', lastModified: 'yesterday' };
		const opened = await openServed(file);
		Object.assign(file, changes);
		expect(await rangeOf(opened.file, HEAD, 299_999)).toHaveLength(300_000 - HEAD);
	});

	test('and is not suspected where a range leaves the length open', async () => {
		const { file } = await openServed({ bytes: BYTES }, (_request, response) => {
			response
				.writeHead(206, { 'Content-Range': `bytes ${HEAD}-299999/*` })
				.end(BYTES.subarray(HEAD));
		});
		expect(await rangeOf(file, HEAD, 299_999)).toHaveLength(300_000 - HEAD);
	});
});

describe('a range that fails', () => {
	test.each<[string, Handler]>([
		['a 503', status(503)],
		['a reset', reset],
		[
			'an end in the middle of its body',
			(request, response) => {
				send({ bytes: BYTES }, request, response, { withBody: false });
				response.write(BYTES.subarray(HEAD, HEAD + 10), () => request.socket.destroy());
			},
		],
		['an end before it said', breakOff({ bytes: BYTES }, 0)],
	])('with %s is asked for again, by itself', async (_, handler) => {
		const { file, server, counts, waits } = await openServed({ bytes: BYTES }, handler);
		const bytes = await rangeOf(file, HEAD, 299_999);
		expect(bytes.equals(BYTES.subarray(HEAD))).toBe(true);
		expect(server.ranges().slice(1)).toEqual(Array<string>(2).fill(`bytes=${HEAD}-299999`));
		expect(counts.retries).toBe(1);
		expect(waits).toEqual([50]);
	});

	test('with a body that is shorter than its own length says is asked for again', async () => {
		const { file, counts } = await openServed({ bytes: BYTES }, (_request, response) => {
			response
				.writeHead(206, { 'Content-Range': `bytes ${HEAD}-299999/300000`, 'Content-Length': 3 })
				.end('abc');
		});
		expect((await rangeOf(file, HEAD, 299_999)).equals(BYTES.subarray(HEAD))).toBe(true);
		expect(counts.retries).toBe(1);
	});

	test.each([403, 404, 503])('for good with %d is told', async (code) => {
		const { file, server } = await openServed(
			{ bytes: BYTES },
			...Array<Handler>(3).fill(status(code)),
		);
		const problem = await failureOf(UrlProblem, () => rangeOf(file, HEAD, 299_999));
		expect(problem.status).toBe(code);
		expect(problem.message).not.toContain('secret');
		expect(server.requests).toHaveLength(code === 503 ? 4 : 2);
		await server.idle();
	});

	test('because its reader has stopped is not asked for again', async () => {
		const stop = new AbortController();
		const { file, server } = await openServed(
			{ bytes: BYTES },
			fallSilent({ bytes: BYTES }, 3, () => {
				stop.abort();
			}),
		);
		await failureOf(CancelledError, () => rangeOf(file, HEAD, 299_999, stop.signal));
		await failureOf(CancelledError, () => rangeOf(file, HEAD, 299_999, stop.signal));
		expect(server.requests).toHaveLength(2);
		await server.idle();
	});
});

test('a reader that leaves early reads no further block', async () => {
	const { file, server } = await openServed({ bytes: BYTES });
	for await (const chunk of await file.open()) {
		expect(chunk).toHaveLength(HEAD);
		break;
	}
	expect(server.requests).toHaveLength(1);
});

test('the signal of a reading in order goes to its requests', async () => {
	const stop = new AbortController();
	const server = await serve((request, response, turn) => {
		if (turn === 0) send({ bytes: BYTES }, request, response);
		else stop.abort();
	});
	const file = await opening(server.origin).open();
	await failureOf(CancelledError, () => take(file, stop.signal));
	await server.idle();
});
