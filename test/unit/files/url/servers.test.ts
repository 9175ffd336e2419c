import { gzipSync } from 'node:zlib';

import { FileChanged } from '../../../../linkedin/files/fileChanged';
import type { UrlUse } from '../../../../linkedin/files/url/fileUrl';
import { openUrl } from '../../../../linkedin/files/url/open';
import { UrlProblem } from '../../../../linkedin/files/url/problems';
import { Problem } from '../../../../linkedin/problem';
import { failureOf } from '../../api/support';
import {
	breakOff,
	bytesOf,
	fileServer,
	played,
	rangeOf,
	readingLab,
	send,
	serve,
	status,
	take,
	type Handler,
	type ServedFile,
} from './support';

const FIRST = 'bytes=0-262143';
const BYTES = bytesOf(300_000);
const MIB = 1024 * 1024;
const PNG = Buffer.from('89504e470d0a1a0a', 'hex');
const WHOLE: UrlUse = { wholeUpTo: MIB };

/** Opens what servers answer, in turn and then the file as it is. */
async function openOn(file: ServedFile, handlers: readonly Handler[], use: UrlUse = {}) {
	const server = await fileServer(file, ...handlers);
	const lab = readingLab();
	const open = () => openUrl(lab.reading, { url: `${server.origin}/talk.mp4`, ...use }, 'URL');
	return { server, open, ...lab };
}

const answerWith =
	(code: number, headers: Record<string, string | number>, body: Buffer): Handler =>
	(_request, response) => {
		response.writeHead(code, { 'Content-Type': 'video/mp4', ...headers }).end(body);
	};
const totalOf = (bytes: Buffer, total: string) => `bytes 0-${bytes.length - 1}/${total}`;
const FIRST_PART = BYTES.subarray(0, 262_144);

describe('an odd first answer to a range is followed by one plain GET', () => {
	test.each<[string, Handler]>([
		['400', status(400)],
		['403', status(403)],
		['405', status(405)],
		['406', status(406)],
		['412', status(412)],
		['416', status(416)],
		['501', status(501)],
		['501 with a wait', status(501, { 'Retry-After': '3600' })],
		['204', status(204)],
		['206 without a range', answerWith(206, {}, BYTES)],
		['206, whole', answerWith(206, { 'Content-Range': totalOf(BYTES, '300000') }, BYTES)],
		[
			'206, and a total that is smaller',
			answerWith(206, { 'Content-Range': totalOf(FIRST_PART, '9') }, FIRST_PART),
		],
		[
			'206 of an unknown total',
			answerWith(206, { 'Content-Range': totalOf(FIRST_PART, '*') }, FIRST_PART),
		],
		['206 of a range of pages', answerWith(206, { 'Content-Range': 'pages 0-1/2' }, FIRST_PART)],
		[
			'206 from elsewhere',
			answerWith(206, { 'Content-Range': 'bytes 1-262144/300000' }, FIRST_PART),
		],
		[
			'206 with more than its range',
			answerWith(206, { 'Content-Range': 'bytes 0-9/300000' }, FIRST_PART),
		],
		[
			'200 with a part',
			answerWith(200, { 'Content-Range': totalOf(FIRST_PART, '300000') }, FIRST_PART),
		],
		['200 without a length', answerWith(200, { 'Transfer-Encoding': 'chunked' }, FIRST_PART)],
	])('%s', async (_, odd) => {
		const { server, open, counts } = await openOn({ bytes: BYTES, ranges: false }, [odd]);
		const file = await open();
		expect((await take(file)).equals(BYTES)).toBe(true);
		expect(server.ranges()).toEqual([FIRST, undefined]);
		expect(counts.retries).toBe(0);
		await file.close?.();
		await server.idle();
	});

	test('of a server that gives 206 to everything', async () => {
		const all = answerWith(206, { 'Content-Range': totalOf(BYTES, '300000') }, BYTES);
		const { server, open } = await openOn({ bytes: BYTES }, [all, all]);
		expect((await take(await open())).equals(BYTES)).toBe(true);
		expect(server.requests).toHaveLength(2);
	});

	test.each([400, 403, 501])('and no more where that is refused with %d too', async (code) => {
		const { server, open } = await openOn({ bytes: BYTES }, Array<Handler>(6).fill(status(code)));
		const problem = await failureOf(UrlProblem, open);
		expect(problem.status).toBe(code);
		expect(server.ranges().slice(0, 2)).toEqual([FIRST, undefined]);
		await server.idle();
	});

	test.each([401, 404, 410, 429, 500, 503])('while %d means the file', async (code) => {
		const { server, open } = await openOn({ bytes: BYTES }, Array<Handler>(6).fill(status(code)));
		await failureOf(UrlProblem, open);
		expect(new Set(server.ranges())).toEqual(new Set([FIRST]));
	});
});

describe('what goes in one piece', () => {
	test.each<[string, ServedFile]>(
		[
			['a length', {}],
			['no length', { length: false }],
		].map(([name, more]) => [name as string, { bytes: BYTES, ...(more as Partial<ServedFile>) }]),
	)('is asked for once, with %s', async (_, file) => {
		const { server, open } = await openOn(file, [], WHOLE);
		const opened = await open();
		expect(opened).toMatchObject({ name: 'talk.mp4', size: 300_000, mimeType: 'video/mp4' });
		expect((await take(opened)).equals(BYTES)).toBe(true);
		expect((await take(opened)).equals(BYTES)).toBe(true);
		expect(server.ranges()).toEqual([undefined]);
		await server.idle();
	});

	test.each(['12x', '-5', '1e3', ''])('needs no length that is a number: %j', async (length) => {
		const read = played(200, { 'Content-Length': length }, undefined, PNG, BYTES);
		const lab = readingLab({ read });
		const file = await openUrl(lab.reading, { url: 'https://example.com/a', ...WHOLE }, 'URL');
		expect(file.size).toBe(300_008);
	});

	test.each([true, false])('is empty where it is (length: %s)', async (length) => {
		const { open } = await openOn({ bytes: Buffer.alloc(0), length }, [], WHOLE);
		expect((await open()).size).toBe(0);
	});

	test('and is larger than it may be, without a length, is refused on the way', async () => {
		const bytes = bytesOf(2 * MIB);
		const { server, open } = await openOn({ bytes, length: false }, [], WHOLE);
		const problem = await failureOf(Problem, open);
		expect(problem.message).toContain('"talk.mp4" is larger than the limit of 1,048,576 bytes');
		await server.idle();
	});

	test('and is larger than it may be by its length is not read', async () => {
		const bytes = bytesOf(2 * MIB);
		const { server, open } = await openOn({ bytes }, [], WHOLE);
		const file = await open();
		expect(file.size).toBe(2 * MIB);
		await file.close?.();
		await server.idle();
	});

	test('and is large is not in memory before it is read, and no connection waits for it', async () => {
		const bytes = bytesOf(32 * MIB);
		let sent = 0;
		const whole: Handler = (_request, response) => {
			response.writeHead(200, { 'Content-Length': bytes.length });
			const more = (): void => {
				while (sent < bytes.length) {
					sent += MIB;
					if (response.write(bytes.subarray(sent - MIB, sent))) continue;
					response.once('drain', more);
					return;
				}
				response.end();
			};
			more();
		};
		const { server, open } = await openOn({ bytes }, [whole], { wholeUpTo: 64 * MIB });
		const file = await open();
		expect(file.size).toBe(32 * MIB);
		expect(sent).toBeLessThan(32 * MIB);
		await server.idle();
		expect((await take(file)).equals(bytes)).toBe(true);
		expect(server.requests).toHaveLength(2);
		await server.idle();
	});

	test('and is large is asked for again where it breaks off', async () => {
		const file: ServedFile = { bytes: bytesOf(9 * MIB) };
		const use = { wholeUpTo: 64 * MIB };
		const whole: Handler = (request, response) => {
			send(file, request, response);
		};
		const { server, open, counts } = await openOn(file, [whole, breakOff(file, 1000)], use);
		const opened = await open();
		expect((await take(opened)).equals(file.bytes)).toBe(true);
		expect([server.requests.length, counts.retries]).toEqual([3, 1]);
	});

	test('and is large and has another size a moment later has changed', async () => {
		const file: ServedFile = { bytes: bytesOf(9 * MIB) };
		const { open } = await openOn(file, [], { wholeUpTo: 64 * MIB });
		const opened = await open();
		file.bytes = bytesOf(9 * MIB + 1);
		expect((await failureOf(Problem, () => take(opened))).message).toContain('changed');
	});

	test('is asked for again where it breaks off, with and without a length', async () => {
		for (const length of [true, false]) {
			const file: ServedFile = { bytes: BYTES, length };
			const { server, open, counts } = await openOn(file, [breakOff(file, 1000)], WHOLE);
			expect((await take(await open())).equals(BYTES)).toBe(true);
			expect([server.requests.length, counts.retries]).toEqual([2, 1]);
		}
	});

	test('may have another ETag each time', async () => {
		const file: ServedFile = { bytes: BYTES, etag: '"1"' };
		const { open } = await openOn(file, [], WHOLE);
		const opened = await open();
		file.etag = '"2"';
		expect((await take(opened)).equals(BYTES)).toBe(true);
	});

	test('may come packed where the HTTP library unpacks it', async () => {
		const read = played(200, { 'Content-Length': '9' }, undefined, BYTES);
		const unpacking: typeof read = async (...given) => ({
			...(await read(...given)),
			unpacked: 'br',
		});
		const lab = readingLab({ read: unpacking });
		const url = 'https://example.com/talk.srt';
		expect((await openUrl(lab.reading, { url, ...WHOLE }, 'URL')).size).toBe(300_000);
		// A video is planned by its size, which nobody knows.
		const problem = await failureOf(Problem, () => openUrl(lab.reading, { url }, 'URL'));
		expect(problem.message).toContain('sends "talk.srt" compressed (br)');
	});
});

describe('a small file of a server without ranges', () => {
	test('is asked for again where it breaks off', async () => {
		const file: ServedFile = { bytes: BYTES, ranges: false };
		const { server, open, counts } = await openOn(file, [breakOff(file, 1000), breakOff(file, 0)]);
		expect((await take(await open())).equals(BYTES)).toBe(true);
		expect([server.requests.length, counts.retries]).toEqual([3, 2]);
		await server.idle();
	});

	test('is told where it breaks off each time', async () => {
		const file: ServedFile = { bytes: BYTES, ranges: false };
		const { open } = await openOn(file, Array<Handler>(3).fill(breakOff(file, 1000)));
		const problem = await failureOf(UrlProblem, open);
		expect(problem.message).toContain('the connection to its server failed');
	});

	test('is read once, as often as it is needed', async () => {
		const bytes = bytesOf(8 * MIB);
		const { server, open } = await openOn({ bytes, ranges: false }, []);
		const file = await open();
		expect((await take(file)).equals(bytes)).toBe(true);
		expect((await take(file)).equals(bytes)).toBe(true);
		expect(server.requests).toHaveLength(1);
		await server.idle();
	});
});

describe('a Content-Encoding', () => {
	test.each([
		'',
		'identity',
		'aws-chunked',
		'utf-8',
		'UTF8',
		'base64',
		'binary',
		'none',
		'text/plain',
		'aws-chunked, ',
	])('%j is no compression', async (encoding) => {
		for (const ranges of [true, false]) {
			const headers = { 'Content-Encoding': encoding };
			const { open } = await openOn({ bytes: BYTES, ranges, headers }, []);
			expect((await take(await open())).equals(BYTES)).toBe(true);
		}
	});

	test.each([
		'gzip',
		'GZIP',
		'x-gzip',
		'br',
		'zstd',
		'deflate',
		'compress',
		'aws-chunked,gzip',
		'gzip, br',
	])('%j is one, and named', async (encoding) => {
		const headers = { 'Content-Encoding': encoding };
		for (const [ranges, use] of [
			[true, {}],
			[false, {}],
			[true, WHOLE],
		] as const) {
			const { server, open } = await openOn({ bytes: gzipSync(BYTES), ranges, headers }, [], use);
			const problem = await failureOf(Problem, open);
			expect(problem.message).toMatch(/sends "talk.mp4" compressed \((?:x-)?[a-z]+\)$/);
			await server.idle();
		}
	});
});

describe('a server that returns a different version of the same file with each answer', () => {
	/** `turn` counts the requests. */
	const changing = (versionOf: (turn: number) => Record<string, string>) =>
		serve((request, response, turn) => {
			send({ bytes: BYTES, headers: versionOf(turn) }, request, response);
		});
	const DATE = 'Fri, 20 Nov 2026 12:00:00 GMT';
	const dated = (turn: number) => `Fri, 20 Nov 2026 12:00:0${turn} GMT`;

	const SERVERS: Array<[string, (turn: number) => Record<string, string>]> = [
		['ETag', (turn) => ({ ETag: `"${turn}"`, 'Last-Modified': DATE })],
		['ETag', (turn) => ({ ETag: `W/"node-${turn % 2}"` })],
		['Last-Modified', (turn) => ({ ETag: '"1"', 'Last-Modified': dated(turn) })],
		['Last-Modified', (turn) => ({ 'Last-Modified': dated(turn) })],
		['ETag and Last-Modified', (turn) => ({ ETag: `"${turn}"`, 'Last-Modified': dated(turn) })],
	];

	test.each(SERVERS)('by its %s is told at once, with the option', async (what, versions) => {
		const server = await changing(versions);
		const lab = readingLab();
		const open = () => openUrl(lab.reading, { url: `${server.origin}/talk.mp4` }, 'URL');
		const problem = await failureOf(Problem, open);
		expect(problem.message).toContain(
			`returns a different ${what} for "talk.mp4" with each response`,
		);
		expect(problem.description).toContain('add the option "Accept Changing ETag"');
		expect(server.ranges()).toEqual([FIRST, 'bytes=299999-299999']);
		await server.idle();
	});

	test.each(SERVERS)('by its %s is read with the option', async (_, versions) => {
		const server = await changing(versions);
		const place = { url: `${server.origin}/talk.mp4`, acceptChangingEtag: true };
		const file = await openUrl(readingLab().reading, place, 'URL');
		expect((await take(file)).equals(BYTES)).toBe(true);
		expect((await rangeOf(file, 270_000, 299_999)).equals(BYTES.subarray(270_000))).toBe(true);
		expect(server.requests).toHaveLength(3);
	});

	test('is still another file with another size, with the option', async () => {
		const file: ServedFile = { bytes: BYTES, etag: '"1"' };
		const { open } = await openOn(file, [], { acceptChangingEtag: true });
		const opened = await open();
		file.bytes = bytesOf(300_001);
		await failureOf(FileChanged, () => rangeOf(opened, 270_000, 299_999));
	});

	test.each([
		['is small', { bytes: BYTES.subarray(0, 1000), etag: '"1"' }],
		['has no version', { bytes: BYTES }],
	])('is not asked where the file %s', async (_, file) => {
		const { server, open } = await openOn(file, []);
		await open();
		expect(server.requests).toHaveLength(1);
	});
});

describe('text/html', () => {
	const attached = {
		'Content-Type': 'text/html; charset=utf-8',
		'Content-Disposition': 'attachment; filename="a.mp4"',
	};

	test('around a file that is to be kept is the file', async () => {
		for (const [ranges, use] of [
			[true, {}],
			[false, {}],
			[false, WHOLE],
		] as const) {
			const { open } = await openOn({ bytes: BYTES, ranges, headers: attached }, [], use);
			const file = await open();
			expect(file.name).toBe('a.mp4');
			expect((await take(file)).equals(BYTES)).toBe(true);
		}
	});

	test('around a page that is to be kept is a page', async () => {
		const bytes = Buffer.from(`<!doctype html><title>Gone</title>${' '.repeat(1000)}`);
		for (const [ranges, use] of [
			[true, {}],
			[false, {}],
			[false, WHOLE],
		] as const) {
			const { open } = await openOn({ bytes, ranges, headers: attached }, [], use);
			expect((await failureOf(Problem, open)).message).toContain(
				'returns a web page instead of a file',
			);
		}
	});
});
