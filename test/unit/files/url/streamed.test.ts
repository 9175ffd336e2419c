import { CancelledError } from '../../../../linkedin/api/http';
import { ByteReader, TooFarAhead } from '../../../../linkedin/files/byteReader';
import { FileChanged } from '../../../../linkedin/files/fileChanged';
import { UrlProblem } from '../../../../linkedin/files/url/problems';
import { failureOf } from '../../api/support';
import {
	breakOff,
	bytesOf,
	endless,
	fallSilent,
	fileServer,
	opening,
	openServed,
	reset,
	serve,
	status,
	take,
	watchedReader,
	type Handler,
	type ServedFile,
} from './support';

const MIB = 1024 * 1024;
const BYTES = bytesOf(300_000);
/** More than what is kept of it. */
const LARGE = bytesOf(12 * MIB);

/** A file whose server knows no ranges, opened, and what its server does from the second GET on. */
async function openStream(bytes: Buffer, ...later: Handler[]) {
	const served: ServedFile = { bytes, ranges: false, etag: '"1"' };
	return { served, ...(await openServed(served, ...later)) };
}

/** A server that sends the first 10 bytes of a stream and falls silent; the file is not opened yet. */
async function openingSilent() {
	const server = await serve(fallSilent({ bytes: LARGE, ranges: false }, 10));
	const { read, waitingAfter } = watchedReader();
	return { server, waitingAfter, ...opening(server.origin, { reading: { read } }) };
}

/** The first bytes of a file; the reader leaves early, as the check of a file does. */
async function peek(file: Awaited<ReturnType<typeof openStream>>['file'], count: number) {
	const reader = await ByteReader.open(file);
	try {
		return Buffer.from(await reader.peek(count));
	} finally {
		await reader.close();
	}
}

describe('one GET serves', () => {
	test('a single reader', async () => {
		const { server, file } = await openStream(LARGE);
		expect((await take(file)).equals(LARGE)).toBe(true);
		expect(server.requests).toHaveLength(1);
		await server.idle();
	});

	test('those that check it, and the one that reads it for good', async () => {
		const { server, file } = await openStream(LARGE);
		expect((await peek(file, 10)).equals(LARGE.subarray(0, 10))).toBe(true);
		expect((await peek(file, 5 * MIB)).equals(LARGE.subarray(0, 5 * MIB))).toBe(true);
		expect((await peek(file, 100)).equals(LARGE.subarray(0, 100))).toBe(true);
		expect((await take(file)).equals(LARGE)).toBe(true);
		expect(server.requests).toHaveLength(1);
		await server.idle();
	});

	test('also one whose check went as far as it may', async () => {
		const { server, file } = await openStream(LARGE);
		expect(file.lookAheadBytes).toBe(8 * MIB);
		await failureOf(TooFarAhead, () => peek(file, LARGE.length));
		expect((await take(file)).equals(LARGE)).toBe(true);
		expect(server.requests).toHaveLength(1);
	});

	test('all readings of a small file', async () => {
		const { server, file } = await openStream(BYTES);
		for (let turn = 0; turn < 3; turn += 1) expect((await take(file)).equals(BYTES)).toBe(true);
		expect(server.requests).toHaveLength(1);
	});
});

describe('what was read and not kept is fetched again', () => {
	test('from its start, once', async () => {
		const { server, file } = await openStream(LARGE);
		await take(file);
		expect((await take(file)).equals(LARGE)).toBe(true);
		expect(server.ranges()).toEqual([expect.any(String), undefined]);
		await server.idle();
	});

	test('where the first reader left after more than is kept', async () => {
		const served: ServedFile = { bytes: LARGE, ranges: false };
		const server = await fileServer(served, fallSilent(served, 11 * MIB));
		const file = await opening(server.origin).open();
		let seen = 0;
		for await (const chunk of await file.open()) {
			seen += chunk.length;
			if (seen > 10 * MIB) break;
		}
		expect((await take(file)).equals(LARGE)).toBe(true);
		expect(server.requests).toHaveLength(2);
		// The first connection was let go.
		await server.idle();
	});

	test.each<[string, Handler]>([
		['a 503', status(503)],
		['a reset', reset],
	])('again after %s', async (_, handler) => {
		const { file, counts } = await openStream(LARGE, handler);
		await take(file);
		expect((await take(file)).equals(LARGE)).toBe(true);
		expect(counts.retries).toBe(1);
	});

	test.each([403, 503])('and a %d for good is told', async (code) => {
		const { file, server } = await openStream(LARGE, ...Array<Handler>(3).fill(status(code)));
		await take(file);
		const problem = await failureOf(UrlProblem, () => take(file));
		expect(problem.status).toBe(code);
		expect(problem.message).not.toContain('secret');
		await server.idle();
	});

	test('and a refusal is not listened to, however long it goes on', async () => {
		const { file, server } = await openStream(LARGE, endless(403));
		await take(file);
		await failureOf(UrlProblem, () => take(file));
		await server.idle();
	});

	test('and a connection that fails for good too', async () => {
		const { file } = await openStream(LARGE, reset, reset, reset);
		await take(file);
		const problem = await failureOf(UrlProblem, () => take(file));
		expect(problem.message).toContain('the connection to its server failed');
	});

	test.each<[string, (served: ServedFile) => void]>([
		['length', (served) => (served.bytes = LARGE.subarray(1))],
		['ETag', (served) => (served.etag = '"2"')],
	])('and is another file by its %s', async (_, change) => {
		const { served, file, server } = await openStream(LARGE);
		await take(file);
		change(served);
		const problem = await failureOf(FileChanged, () => take(file));
		expect(problem.message).toBe('The file "talk.mp4" changed a moment ago');
		await server.idle();
	});

	test('and is no file where the answer is no whole one', async () => {
		const { file, server } = await openStream(LARGE, (_request, response) => {
			response.writeHead(206, { 'Content-Length': LARGE.length });
			response.write('abc');
		});
		await take(file);
		await failureOf(FileChanged, () => take(file));
		await server.idle();
	});
});

describe('a stream that breaks off', () => {
	test('is told, and fetched again by the next reader', async () => {
		const file: ServedFile = { bytes: LARGE, ranges: false };
		const server = await fileServer(file, breakOff(file, 1000));
		const opened = await opening(`${server.origin}/talk.mp4?sig=secret`).open();
		const problem = await failureOf(UrlProblem, () => take(opened));
		expect(problem.message).toBe(
			`The file at ${server.origin}/talk.mp4 could not be read: the connection to its server failed`,
		);
		expect(server.requests).toHaveLength(1);
		expect((await take(opened)).equals(LARGE)).toBe(true);
		expect(server.requests).toHaveLength(2);
	});

	test('before anybody reads it is told to the one who does', async () => {
		const file: ServedFile = { bytes: LARGE, ranges: false };
		const server = await fileServer(file, breakOff(file, 1000));
		const opened = await opening(server.origin).open();
		await server.idle();
		await failureOf(UrlProblem, () => take(opened));
	});

	test('because its server stops sending is told after a while', async () => {
		const { server, open, minute, waitingAfter } = await openingSilent();
		const file = await open();
		const reading = failureOf(UrlProblem, () => take(file));
		await waitingAfter(10);
		await minute();
		await minute();
		expect((await reading).description).toContain('the response stopped arriving');
		await server.idle();
	});
});

describe('a reader’s signal', () => {
	const stalling = async () => {
		const lab = await openingSilent();
		return { ...lab, file: await lab.open() };
	};

	test('ends the wait for a server that sends nothing, at once', async () => {
		const { server, file, waitingAfter, watches } = await stalling();
		const stop = new AbortController();
		const reading = failureOf(CancelledError, () => take(file, stop.signal));
		await waitingAfter(10);
		stop.abort();
		await reading;
		await server.idle();
		expect(watches()).toBe(0);
	});

	test('that has ended already reads nothing', async () => {
		const { file } = await stalling();
		await failureOf(CancelledError, () => take(file, AbortSignal.abort()));
	});

	test('is left alone when the reading is over', async () => {
		const { file } = await openStream(LARGE);
		const { signal } = new AbortController();
		const added = jest.spyOn(signal, 'addEventListener');
		const removed = jest.spyOn(signal, 'removeEventListener');
		await take(file, signal);
		expect(added).toHaveBeenCalled();
		expect(removed.mock.calls.map(([, listener]) => listener)).toEqual(
			expect.arrayContaining(added.mock.calls.map(([, listener]) => listener)),
		);
	});
});

describe('closing', () => {
	test.each(['before it was read', 'in the middle', 'at its end'])(
		'%s ends the connection and the watch',
		async (when) => {
			const { server, file, watches } = await openStream(LARGE);
			if (when === 'in the middle') await peek(file, 10);
			if (when === 'at its end') await take(file);
			await file.close?.();
			await server.idle();
			expect(watches()).toBe(0);
		},
	);

	test('twice does no harm, and a later reader fetches it again', async () => {
		const { server, file } = await openStream(LARGE);
		await file.close?.();
		await file.close?.();
		expect((await take(file)).equals(LARGE)).toBe(true);
		expect(server.requests).toHaveLength(2);
	});
});
