import { LinkedInError } from '../../../linkedin/api/error';
import { CancelledError, type SendBytes } from '../../../linkedin/api/http';
import type { FileSource } from '../../../linkedin/files/source';
import { TransferQueue } from '../../../linkedin/transfer/transferQueue';
import { Problem } from '../../../linkedin/problem';
import { partIds } from '../../../linkedin/upload/partIds';
import { MOST_PARTS } from '../../../linkedin/upload/plan';
import { putParts } from '../../../linkedin/upload/put';
import type { VideoUploadSession } from '../../../linkedin/upload/session';
import { answer, failureOf, NOW } from '../api/support';
import { rangedFile, sourceOf } from '../files/support';
import {
	begunSession,
	countingPlane,
	deferred,
	etagOf,
	idle,
	partUrl,
	sessionOf,
	stallingFile,
	uploadLab,
} from './support';

const SIZES = [10, 10, 5];
const file = (size = 25) => sourceOf(Buffer.alloc(size, 'x'), { size: 25, chunkSizes: [7] });
const accept: SendBytes = (request) => Promise.resolve(etagOf(request));

/** Parts that are sent: what is not said here is usual. */
function putting({
	session = sessionOf(SIZES),
	source = file(),
	lanes = 1,
	...lab
}: {
	session?: VideoUploadSession;
	source?: FileSource;
	lanes?: number;
} & Parameters<typeof uploadLab>[0] = {}) {
	const { context, ...rest } = uploadLab({ bytes: accept, ...lab });
	return {
		...rest,
		context,
		session,
		run: (own = context) => putParts(own, source, session, lanes),
	};
}

describe('each part', () => {
	test('goes to its own URL with its exact length, and without a token', async () => {
		const { run, sent, requests } = putting({ bytes: [etagOf, etagOf, etagOf] });
		await run();
		expect(requests).toEqual([]);
		expect(sent).toEqual(
			SIZES.map((size, index) => ({
				method: 'PUT',
				url: partUrl(index + 1),
				headers: { 'Content-Type': 'application/octet-stream', 'Content-Length': String(size) },
				body: Buffer.alloc(size, 'x'),
				// The queue ends what does not move.
				timeoutMs: 21_600_000,
			})),
		);
	});

	test('has its id at its own place, whichever arrives first', async () => {
		const arrivals = new Map(SIZES.map((_, index) => [partUrl(index + 1), deferred()]));
		const { run, session } = putting({
			lanes: 3,
			bytes: async (request) => {
				await arrivals.get(request.url)?.promise;
				return etagOf(request);
			},
		});
		const running = run();
		for (const partNumber of [3, 1, 2]) {
			arrivals.get(partUrl(partNumber))?.resolve();
			await idle();
		}
		await running;
		expect(partIds(session.parts)).toEqual(['id-1', 'id-2', 'id-3']);
	});

	test('that fails for a moment is sent again by itself', async () => {
		const { run, sent, client, session } = putting({
			bytes: [etagOf, answer(503), etagOf, etagOf],
		});
		await run();
		expect(sent.map(({ url }) => url)).toEqual([1, 2, 2, 3].map(partUrl));
		expect(client.retries).toBe(1);
		expect(partIds(session.parts)).toEqual(['id-1', 'id-2', 'id-3']);
	});
});

const begun = (...partNumbers: number[]) => begunSession(SIZES, ...partNumbers);

describe('parts that arrived before', () => {
	test.each([
		[[1], [2, 3]],
		[[2], [1, 3]],
		[[3], [1, 2]],
		[[1, 2], [3]],
		[[2, 3], [1]],
	])('%j are not sent again', async (arrived, missing) => {
		const { run, sent, session } = putting({ session: begun(...arrived) });
		await run();
		expect(sent.map(({ url }) => url)).toEqual(missing.map(partUrl));
		expect(sent.map(({ body }) => body?.length)).toEqual(
			missing.map((number) => SIZES[number - 1]),
		);
		expect(partIds(session.parts)).toEqual(
			[1, 2, 3].map((number) => (arrived.includes(number) ? `before-${number}` : `id-${number}`)),
		);
	});

	test('all of them leave nothing to read or to ask', async () => {
		const source = file();
		const { run, sent } = putting({ session: begun(1, 2, 3), source, lanes: 0 });
		await run();
		expect([sent, source.pulled]).toEqual([[], 0]);
	});
});

describe('the first part’s hash', () => {
	const bytes = Buffer.from('the first!the othersthird');
	const inOrder = () => sourceOf(bytes, { chunkSizes: [7] });
	// Of "the first!", by sha256sum.
	const HASH = '785cec18d5d2fdcf6c94e7666c1872f85e411b0233d5a6f06d6ebcdf1d106c66';

	test('is kept with the session', async () => {
		const { run, session } = putting({ source: inOrder(), lanes: 3 });
		await run();
		expect(session.firstPartSha256).toBe(HASH);
	});

	test('is kept also where that part is refused', async () => {
		const { run, session } = putting({ source: inOrder(), bytes: [answer(400)] });
		await failureOf(LinkedInError, run);
		expect(session.firstPartSha256).toBe(HASH);
	});

	test('is known before any other part goes', async () => {
		const gate = deferred();
		const { file: source } = rangedFile(bytes, {
			before: (first) => (first === 0 ? gate.promise : undefined),
		});
		const { run, sent, session } = putting({ source, lanes: 3 });
		const running = run();
		await idle();
		expect(sent).toEqual([]);
		gate.resolve();
		await running;
		expect(session.firstPartSha256).toBe(HASH);
		expect(sent).toHaveLength(3);
	});

	test('and where that part cannot be read, none goes', async () => {
		const { file: source } = rangedFile(bytes, {
			before: async (first) => {
				await idle();
				if (first === 0) throw new Problem('gone');
			},
		});
		const { run, sent } = putting({ source, lanes: 3 });
		expect((await failureOf(Problem, run)).message).toBe('gone');
		expect(sent).toEqual([]);
	});

	test('stays where the part arrived before', async () => {
		const session = { ...begun(1), firstPartSha256: 'of an earlier run' };
		await putting({ session, source: inOrder() }).run();
		expect(session.firstPartSha256).toBe('of an earlier run');
	});
});

describe('progress', () => {
	test('comes for each part that arrived, by the clock of the client', async () => {
		const { run, clock, progress } = putting({
			bytes: (request) => {
				clock.now += 250;
				return Promise.resolve(etagOf(request));
			},
		});
		await run();
		const whole = { fileName: 'talk.mp4', fileSizeBytes: 25, parts: 3 };
		expect(progress).toEqual([
			{ ...whole, sentBytes: 10, sentParts: 1, elapsedMs: 250 },
			{ ...whole, sentBytes: 20, sentParts: 2, elapsedMs: 500 },
			{ ...whole, sentBytes: 25, sentParts: 3, elapsedMs: 750 },
		]);
	});

	test('counts the parts of earlier runs, but not their bytes', async () => {
		const { run, progress } = putting({ session: begun(1, 2), bytes: [etagOf] });
		await run();
		expect(progress).toMatchObject([{ sentBytes: 5, sentParts: 3, parts: 3 }]);
	});

	test('does not come for a part that failed', async () => {
		const { run, progress } = putting({ bytes: [etagOf, answer(400)] });
		await failureOf(LinkedInError, run);
		expect(progress).toHaveLength(1);
	});
});

test.each([
	[0, 2],
	[1, 1],
	[2, 2],
	[16, 3],
])('%d lanes of 3 parts are %d at first', async (lanes, expected) => {
	const { bytes, most } = countingPlane();
	await putting({ bytes, lanes }).run();
	expect(most()).toBe(expected);
});

describe('a file whose ranges can be read', () => {
	const bytes = Buffer.from('the first!the othersthird');

	test('is read by as many lanes as send it, each with its own signal', async () => {
		const gates: Array<() => void> = [];
		const {
			file: source,
			asked,
			signals,
		} = rangedFile(bytes, {
			before: () => {
				const gate = deferred();
				gates.push(gate.resolve);
				return gate.promise;
			},
		});
		const { run, sent, session } = putting({ source, lanes: 3 });
		const running = run();
		await idle();
		expect(asked.map(([first]) => first)).toEqual([0, 10, 20]);
		expect(new Set(signals).size).toBe(3);
		for (const go of gates.reverse()) go();
		await running;
		expect(Object.fromEntries(sent.map(({ url, body }) => [url, String(body)]))).toEqual({
			[partUrl(1)]: 'the first!',
			[partUrl(2)]: 'the others',
			[partUrl(3)]: 'third',
		});
		expect(partIds(session.parts)).toEqual(['id-1', 'id-2', 'id-3']);
	});

	test('is read no further once a part has failed', async () => {
		const { file: source, asked } = rangedFile(bytes);
		await failureOf(LinkedInError, putting({ source, bytes: [answer(400)] }).run);
		expect(asked.map(([first]) => first)).toEqual([0]);
	});
});

/** What all uploads of a process have together. */
describe('the queue of the process', () => {
	const bytes = Buffer.from('the first!the othersthird');
	const URLS = [partUrl(1), partUrl(2), partUrl(3)];

	test('lends no more memory than it has, and has it back at the end', async () => {
		const transfers = new TransferQueue({ bytes: 20, connectionsPerHost: 16 });
		const { file: source, asked } = rangedFile(bytes);
		const { bytes: plane, most } = countingPlane();
		const { run, context, sent } = putting({ source, lanes: 3, bytes: plane });
		await run({ ...context, transfers });
		expect(most()).toBe(2);
		expect(asked).toHaveLength(3);
		expect(sent.map(({ url }) => url).sort()).toEqual(URLS);
		expect(transfers.bytes.isIdle).toBe(true);
	});

	test('lets a part that is larger than all of it go alone', async () => {
		const transfers = new TransferQueue({ bytes: 3, connectionsPerHost: 16 });
		const { file: source } = rangedFile(bytes);
		const { bytes: plane, most } = countingPlane();
		const { run, context } = putting({ source, lanes: 3, bytes: plane });
		await run({ ...context, transfers });
		expect(most()).toBe(1);
	});

	test('has so many connections to a host, for all uploads together', async () => {
		const transfers = new TransferQueue({ bytes: 1000, connectionsPerHost: 2 });
		const { bytes: plane, most } = countingPlane();
		const uploads = Array.from({ length: 4 }, () => putting({ lanes: 3, bytes: plane }));
		await Promise.all(uploads.map(({ run, context }) => run({ ...context, transfers })));
		expect(most()).toBe(2);
	});

	test('has its memory back after a failure and after a cancel', async () => {
		const transfers = new TransferQueue({ bytes: 20, connectionsPerHost: 16 });
		const refuse: SendBytes = () => Promise.resolve(answer(400));
		const failing = putting({ source: rangedFile(bytes).file, lanes: 3, bytes: refuse });
		await failureOf(LinkedInError, () => failing.run({ ...failing.context, transfers }));
		expect(transfers.bytes.isIdle).toBe(true);
		const signal = AbortSignal.abort();
		const stopped = putting({ source: rangedFile(bytes).file, lanes: 3 });
		await failureOf(CancelledError, () => stopped.run({ ...stopped.context, transfers, signal }));
		expect(transfers.bytes.isIdle).toBe(true);
	});
});

describe('a failure', () => {
	test('names the part and keeps the ids that are there', async () => {
		const { run, sent, session } = putting({
			bytes: [etagOf, answer(400, { message: 'bad' })],
		});
		const error = await failureOf(LinkedInError, run);
		expect(error.message).toBe(
			'Could not upload part 2 of 3 of "talk.mp4": LinkedIn rejected the request',
		);
		expect(session.parts.map(({ etag }) => etag)).toEqual(['id-1', undefined, undefined]);
		expect(sent).toHaveLength(2);
	});

	test.each([
		['no ETag', {}],
		['an empty one', { ETag: '""' }],
	])('is an answer with %s', async (_, headers) => {
		const { run } = putting({ bytes: [answer(200, '', headers)] });
		const error = await failureOf(LinkedInError, run);
		expect(error).toMatchObject({
			message: 'Could not upload part 1 of 3 of "talk.mp4": LinkedIn’s response has no ETag',
			status: 200,
			code: 'MISSING_ETAG',
		});
	});

	test.each([401, 403, 410])('with %d is about the URL: no token went along', async (status) => {
		const error = await failureOf(LinkedInError, putting({ bytes: [answer(status)] }).run);
		expect(error).toMatchObject({ status, code: 'UPLOAD_URL_REFUSED' });
	});

	test.each([401, 403, 410])('with %d after the URL’s date is its end', async (status) => {
		const session = sessionOf(SIZES, { expiresAt: NOW });
		const error = await failureOf(LinkedInError, putting({ session, bytes: [answer(status)] }).run);
		expect(error).toMatchObject({ status, code: 'EXPIRED_UPLOAD_URL' });
	});

	test('ends the requests that are under way', async () => {
		const ended: string[] = [];
		const { run } = putting({
			lanes: 2,
			bytes: (request, signal) => {
				if (request.url === partUrl(2)) return Promise.resolve(answer(400));
				signal?.addEventListener('abort', () => ended.push(request.url));
				return Promise.resolve(idle()).then(() => etagOf(request));
			},
		});
		await failureOf(LinkedInError, run);
		expect(ended).toEqual([partUrl(1)]);
	});

	test('is a file that is shorter than before', async () => {
		const source = file(22);
		await failureOf(Problem, putting({ source, bytes: [etagOf, etagOf] }).run);
		expect(source.released).toBe(true);
	});

	test('is a cancelled execution, which sends nothing more', async () => {
		const outside = new AbortController();
		const { run, sent } = putting({
			signal: outside.signal,
			bytes: (request) => {
				outside.abort();
				return Promise.resolve(etagOf(request));
			},
		});
		await failureOf(CancelledError, run);
		expect(sent).toHaveLength(1);
	});

	test('does not wait for a file that stalls', async () => {
		const source = stallingFile(25, Buffer.alloc(10));
		const { run, sent } = putting({
			source,
			lanes: 2,
			bytes: [answer(400, { message: 'bad' })],
		});
		const error = await failureOf(LinkedInError, run);
		expect(error.status).toBe(400);
		expect(sent).toHaveLength(1);
	});

	test('does not wait for a part that waits for its next try', async () => {
		const waits: Array<() => void> = [];
		// As the real one does where it is given a signal: ends at once with it.
		const sleep = (_milliseconds: number, signal?: AbortSignal) =>
			new Promise<void>((resolve, reject) => {
				waits.push(resolve);
				signal?.addEventListener('abort', () => {
					reject(new CancelledError());
				});
			});
		const { run } = putting({
			sleep,
			lanes: 2,
			bytes: (request) =>
				Promise.resolve(request.url === partUrl(1) ? answer(503) : answer(400, { message: 'bad' })),
		});
		let reported: unknown;
		const running = run().catch((error: unknown) => {
			reported = error;
		});
		await idle();
		const early = reported;
		for (const end of waits) end();
		await running;
		expect(early).toBeInstanceOf(LinkedInError);
	});
});

describe('a plan of very many parts', () => {
	const ONE_BYTE = (count: number) => Array.from({ length: count }, () => 1);

	test('works up to the most that are sent', async () => {
		const session = sessionOf(ONE_BYTE(MOST_PARTS));
		// All but the last one are there.
		for (const part of session.parts.slice(0, -1)) part.etag = 'there';
		const source = sourceOf(Buffer.alloc(MOST_PARTS, 'x'), {
			size: MOST_PARTS,
			chunkSizes: [1000],
		});
		const { run, sent } = putting({ session, source, bytes: [etagOf] });
		await run();
		expect(sent).toHaveLength(1);
	});
});
