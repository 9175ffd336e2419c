import { CancelledError } from '../../../../linkedin/api/http';
import { UrlProblem } from '../../../../linkedin/files/url/problems';
import { Problem } from '../../../../linkedin/problem';
import { failureOf } from '../../api/support';
import {
	breakOff,
	bytesOf,
	endless,
	fallSilent,
	fileServer,
	opening,
	played,
	reset,
	serve,
	status,
	take,
	watchedReader,
	type Handler,
	type ServedFile,
} from './support';

/** What is asked for first. */
const FIRST = 'bytes=0-262143';
const BYTES = bytesOf(300_000);
const SMALL = bytesOf(1000);

const openOn = async (...handlers: Handler[]) => {
	const server = await fileServer({ bytes: BYTES }, ...handlers);
	return { server, ...opening(`${server.origin}/talk.mp4?sig=secret`) };
};

describe('what is known at once', () => {
	test('of a file whose server knows ranges: one GET, and no more', async () => {
		const { server, open } = await openOn();
		const file = await open();
		expect(file).toMatchObject({ name: 'talk.mp4', size: 300_000, mimeType: 'video/mp4' });
		expect(file.readRange).toBeDefined();
		expect(file.lookAheadBytes).toBeUndefined();
		expect(server.ranges()).toEqual([FIRST]);
		expect(server.requests[0]).toMatchObject({
			method: 'GET',
			headers: { accept: '*/*', 'accept-encoding': 'identity' },
		});
		await server.idle();
	});

	test('of a file whose server sends it whole', async () => {
		const server = await fileServer({ bytes: BYTES, ranges: false });
		const file = await opening(`${server.origin}/talk.mp4`).open();
		expect(file).toMatchObject({ name: 'talk.mp4', size: 300_000, mimeType: 'video/mp4' });
		expect(file.readRange).toBeUndefined();
		expect(server.ranges()).toEqual([FIRST]);
		await file.close?.();
		await server.idle();
	});

	test.each([true, false])('of an empty file (the server knows ranges: %s)', async (ranges) => {
		const server = await fileServer({ bytes: Buffer.alloc(0), ranges });
		const file = await opening(server.origin).open();
		expect(file.size).toBe(0);
		expect(await take(file)).toHaveLength(0);
	});

	test('of an empty file whose server says nothing with its 416', async () => {
		const server = await fileServer({ bytes: Buffer.alloc(0) }, status(416));
		expect((await opening(server.origin).open()).size).toBe(0);
		expect(server.ranges()).toEqual([FIRST, undefined]);
	});

	test.each([
		['video/MP4; charset=binary', 'video/mp4'],
		['', ''],
	])('the type %j', async (type, mimeType) => {
		const server = await fileServer({ bytes: SMALL, headers: { 'Content-Type': type } });
		expect((await opening(server.origin).open()).mimeType).toBe(mimeType);
	});

	test('the name that the server gives', async () => {
		const headers = { 'Content-Disposition': 'attachment; filename="my talk.mp4"' };
		const server = await fileServer({ bytes: SMALL, headers });
		expect((await opening(`${server.origin}/download?id=7`).open()).name).toBe('my talk.mp4');
	});
});

test('what a person wrote into the headers goes along', async () => {
	const server = await fileServer({ bytes: SMALL });
	await opening(server.origin, { headers: { Authorization: 'Bearer t', 'X-Key': 'k' } }).open();
	expect(server.requests[0]?.headers).toMatchObject({ authorization: 'Bearer t', 'x-key': 'k' });
});

describe('what is no file', () => {
	const refused = async (file: ServedFile | Handler) => {
		const server = await (typeof file === 'function' ? serve(file) : fileServer(file));
		const problem = await failureOf(Problem, opening(`${server.origin}/talk.mp4?sig=secret`).open);
		expect(`${problem.message} ${String(problem.description)}`).not.toContain('secret');
		// Nothing is left open: the rest of it is of no interest.
		await server.idle();
		return { problem, server, shown: `${server.origin}/talk.mp4` };
	};

	test.each(['text/html', 'text/HTML; charset=utf-8', 'application/xhtml+xml'])(
		'a web page (%s), with and without ranges',
		async (type) => {
			for (const ranges of [true, false]) {
				const headers = { 'Content-Type': type };
				const { problem, shown } = await refused({ bytes: BYTES, ranges, headers });
				expect(problem.message).toBe(`${shown} returns a web page instead of a file`);
				expect(problem.description).toContain('direct link');
			}
		},
	);

	test('one of an unknown length, refused before anything else is sent', async () => {
		const { problem, shown } = await refused({ bytes: BYTES, ranges: false, length: false });
		expect(problem.message).toBe(`The server of ${shown} doesn’t report the size of the file`);
		expect(problem.description).toContain('HTTP Request node');
	});

	test.each(['12x', '-5', '1e3', ''])('a length that is no number: %j', async (length) => {
		let discarded = false;
		const read = played(200, { 'Content-Length': length }, () => (discarded = true));
		const { open } = opening('https://example.com/talk.mp4', { reading: { read } });
		const problem = await failureOf(Problem, open);
		expect(problem.message).toContain('doesn’t report the size of the file');
		expect(discarded).toBe(true);
	});

	test('a range of a file of unknown length', async () => {
		const { problem } = await refused((_request, response) => {
			response.writeHead(206, { 'Content-Range': 'bytes 0-2/*', 'Content-Length': 3 }).end('abc');
		});
		expect(problem.message).toContain('doesn’t report the size of the file');
	});

	test.each([true, false])('one that comes compressed (ranges: %s)', async (ranges) => {
		const headers = { 'Content-Encoding': 'gzip' };
		const { problem, shown } = await refused({ bytes: BYTES, ranges, headers });
		expect(problem.message).toBe(`The server of ${shown} sends "talk.mp4" compressed (gzip)`);
	});

	test.each([
		['another range', { 'Content-Range': 'bytes 5-9/10' }],
		['no range', {}],
		['an unreadable range', { 'Content-Range': 'items 0-2/3' }],
	])('an answer of 206 with %s', async (_, headers) => {
		const { problem } = await refused((_request, response) => {
			response.writeHead(206, headers);
			response.write('abc');
		});
		expect(problem.message).toContain('didn’t return a file');
		expect(problem.description).toContain('It responded with status 206');
	});

	test('an answer without content', async () => {
		const { problem } = await refused(status(204));
		expect(problem.message).toContain('didn’t return a file');
	});
});

describe('a refusal', () => {
	test.each<[number, string, string]>([
		[400, 'its server refused the request', 'in a browser'],
		[401, 'its server denied access', '"Source Headers"'],
		[403, 'its server denied access', 'may have expired'],
		[404, 'the file doesn’t exist', 'Open the link'],
		[410, 'the file doesn’t exist', 'Open the link'],
		[304, 'its server refused the request', 'in a browser'],
	])('with %d is reported at once', async (code, words, advice) => {
		// Two of them may mean the range: without one the answer is the same.
		const { server, open, waits } = await openOn(status(code), status(code));
		const problem = await failureOf(UrlProblem, open);
		expect(problem.message).toBe(
			`The file at ${server.origin}/talk.mp4 could not be read: ${words} (status ${code})`,
		);
		expect(problem.description).toContain(advice);
		expect(problem.status).toBe(code);
		expect(server.requests).toHaveLength([400, 403].includes(code) ? 2 : 1);
		expect(waits).toEqual([]);
		await server.idle();
	});

	test.each([408, 429, 500, 502, 503])('with %d is asked again', async (code) => {
		const { open, server, counts, waits } = await openOn(status(code), status(code));
		expect((await open()).size).toBe(300_000);
		expect(server.requests).toHaveLength(3);
		expect(counts.retries).toBe(2);
		expect(waits).toEqual([50, 100]);
	});

	test('is reported after the last try', async () => {
		const { open, server } = await openOn(...Array<Handler>(3).fill(status(503)));
		const problem = await failureOf(UrlProblem, open);
		expect(problem.message).toContain('its server is busy or failing (status 503)');
		expect(server.requests).toHaveLength(3);
	});

	test.each([
		['seconds', '7', 7050],
		['a date', 'Fri, 20 Nov 2026 12:00:30 GMT', 30_050],
	])('that asks to wait (%s) is waited for', async (_, header, wait) => {
		const { open, waits } = await openOn(status(429, { 'Retry-After': header }));
		await open();
		expect(waits).toEqual([wait]);
	});

	test.each([403, 416, 503])(
		'with %d leaves no connection open, however long it goes on',
		async (code) => {
			const server = await serve(endless(code, { 'Content-Type': 'text/plain' }));
			await failureOf(UrlProblem, opening(server.origin).open);
			await server.idle();
		},
	);

	test.each([
		[429, '3600', 'received too many requests', '60 minutes. Try again after 2026-11-20 13:00:00'],
		[503, '3600', 'busy or failing', '60 minutes. Try again after 2026-11-20 13:00:00'],
		[
			429,
			'Sat, 21 Nov 2026 12:00:00 GMT',
			'received too many requests',
			'1,440 minutes. Try again after 2026-11-21',
		],
	])(
		'with %d that asks to wait until %s is reported with the time',
		async (code, header, words, wait) => {
			const { open, waits } = await openOn(status(code, { 'Retry-After': header }));
			const problem = await failureOf(UrlProblem, open);
			expect(problem.message).toContain(words);
			expect(problem.description).toContain(`Its server asks you to wait ${wait}`);
			expect(waits).toEqual([]);
		},
	);

	test.each(['0', 'soon', '-5', '9'.repeat(400)])(
		'with the wait %j says no time that there is not',
		async (header) => {
			const busy = status(429, { 'Retry-After': header });
			const problem = await failureOf(UrlProblem, (await openOn(busy, busy, busy)).open);
			expect(problem.description).toBe('Try again later.');
		},
	);

	test('of a wait that is short is told in seconds, after the last try', async () => {
		const busy = status(429, { 'Retry-After': '60' });
		const problem = await failureOf(UrlProblem, (await openOn(busy, busy, busy)).open);
		expect(problem.description).toMatch(
			/^Its server asks you to wait 60 seconds\. Try again after .* UTC\.$/,
		);
	});
});

describe('a connection that fails', () => {
	test.each<[string, Handler]>([
		['before the answer', reset],
		['in the first bytes', breakOff({ bytes: BYTES }, 1000)],
	])('%s is made again', async (_, handler) => {
		const { open, counts } = await openOn(handler);
		expect((await take(await open())).equals(BYTES)).toBe(true);
		expect(counts.retries).toBe(1);
	});

	test('for good is reported with its code and without the link’s query', async () => {
		const { open, server } = await openOn(reset, reset, reset);
		const problem = await failureOf(UrlProblem, open);
		expect(problem.message).toBe(
			`The file at ${server.origin}/talk.mp4 could not be read: the connection to its server failed`,
		);
		expect(problem.description).toContain('(ECONNRESET)');
		expect(problem.description).not.toContain('secret');
		expect(problem.status).toBeUndefined();
	});

	test('because the server stops sending is made again', async () => {
		const server = await fileServer({ bytes: BYTES }, fallSilent({ bytes: BYTES }, 10));
		const { read, waitingAfter } = watchedReader();
		const { open, minute, counts } = opening(server.origin, { reading: { read } });
		const opened = open();
		await waitingAfter(10);
		await minute();
		expect(counts.retries).toBe(0);
		await minute();
		expect((await opened).size).toBe(300_000);
		expect(counts.retries).toBe(1);
	});
});

describe('a cancel', () => {
	test('before it sends nothing', async () => {
		const server = await fileServer({ bytes: BYTES });
		const { open } = opening(server.origin, { signal: AbortSignal.abort() });
		await failureOf(CancelledError, open);
		expect(server.requests).toEqual([]);
	});

	test('ends the request that is under way', async () => {
		const stop = new AbortController();
		const server = await serve(() => {
			stop.abort();
		});
		await failureOf(CancelledError, opening(server.origin, { signal: stop.signal }).open);
		expect(server.requests).toHaveLength(1);
		await server.idle();
	});

	test('ends the body that is under way', async () => {
		const stop = new AbortController();
		const server = await serve(
			fallSilent({ bytes: BYTES }, 3, () => {
				stop.abort();
			}),
		);
		await failureOf(CancelledError, opening(server.origin, { signal: stop.signal }).open);
		await server.idle();
	});
});
