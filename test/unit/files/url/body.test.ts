import { CancelledError, ConnectionError, ResponseHeaders } from '../../../../linkedin/api/http';
import { bodyOf, readInto } from '../../../../linkedin/files/url/body';
import type { UrlAnswer } from '../../../../linkedin/files/url/http';
import { Problem } from '../../../../linkedin/problem';
import { failureOf } from '../../api/support';
import { deferred, idle } from '../../upload/support';
import { readingLab } from './support';

const chunk = (text: string) => Buffer.from(text);

/** An answer whose chunks come when the test says so; discarding it ends the wait for one. */
function answering() {
	const queue: Array<Buffer | Error | 'end'> = [];
	let wake = deferred();
	let discards = 0;
	async function* body(): AsyncGenerator<Buffer> {
		for (;;) {
			const next = queue.shift();
			if (next === 'end') return;
			if (next instanceof Error) throw next;
			if (next) yield next;
			else if (discards > 0) throw new Error('premature close');
			else await wake.promise;
		}
	}
	const answer: UrlAnswer = {
		status: 200,
		headers: new ResponseHeaders({}),
		body: body(),
		discard: () => {
			discards += 1;
			wake.resolve();
		},
	};
	const push = (what: Buffer | Error | 'end'): void => {
		queue.push(what);
		const woken = wake;
		wake = deferred();
		woken.resolve();
	};
	return { answer, push, discards: () => discards };
}

function reading(signal?: AbortSignal) {
	const lab = readingLab();
	const source = answering();
	return { ...lab, ...source, chunks: bodyOf(lab.reading, source.answer, signal) };
}

describe('a body', () => {
	test('comes chunk by chunk, and its connection is let go at its end', async () => {
		const { chunks, push, discards, watches } = reading();
		push(chunk('a'));
		push(chunk('b'));
		push('end');
		const all = [];
		for await (const bytes of chunks) all.push(String(bytes));
		expect(all).toEqual(['a', 'b']);
		expect(discards()).toBe(1);
		expect(watches()).toBe(0);
	});

	test('that nobody wants any more lets its connection go', async () => {
		const { chunks, push, discards, watches } = reading();
		push(chunk('a'));
		await chunks.next();
		expect([discards(), watches()]).toEqual([0, 1]);
		await chunks.return();
		expect([discards(), watches()]).toEqual([1, 0]);
	});

	test('that breaks off is a lost connection', async () => {
		const { chunks, push, discards } = reading();
		push(new Error('aborted'));
		const error = await failureOf(ConnectionError, () => chunks.next());
		expect(error).toMatchObject({ message: 'aborted', code: 'ECONNRESET' });
		expect(discards()).toBe(1);
	});

	test.each([
		['a problem of its own', new Problem('no')],
		['a cancel', new CancelledError()],
	])('that ends in %s says so', async (_, cause) => {
		const { chunks, push } = reading();
		push(cause);
		expect(await failureOf(cause.constructor as typeof Problem, () => chunks.next())).toMatchObject(
			{
				message: cause.message,
			},
		);
	});

	test('that breaks off because of a cancel is a cancel', async () => {
		const { chunks, push } = reading(AbortSignal.abort());
		push(new Error('aborted'));
		await failureOf(CancelledError, () => chunks.next());
	});
});

describe('a server that falls silent', () => {
	test('while it is listened to has stopped, after the second look', async () => {
		const { chunks, push, minute, discards } = reading();
		push(chunk('a'));
		await chunks.next();
		const waiting = failureOf(ConnectionError, () => chunks.next());
		await minute();
		expect(discards()).toBe(0);
		await minute();
		expect(await waiting).toMatchObject({
			message: 'the response stopped arriving',
			code: 'BODY_TIMEOUT',
		});
		expect(discards()).toBeGreaterThan(0);
	});

	test('before its first byte has stopped too', async () => {
		const { chunks, minute } = reading();
		const waiting = failureOf(ConnectionError, () => chunks.next());
		await minute();
		await minute();
		expect((await waiting).code).toBe('BODY_TIMEOUT');
	});

	test('is not one that sends a little now and then, for hours', async () => {
		const { chunks, push, minute, discards } = reading();
		for (let turn = 0; turn < 200; turn += 1) {
			const waiting = chunks.next();
			await idle();
			// The watch looks while the reader waits, each time.
			await minute();
			push(chunk('a'));
			expect(String((await waiting).value)).toBe('a');
		}
		expect(discards()).toBe(0);
	});

	test('is not a reader that takes its time', async () => {
		const { chunks, push, minute, discards } = reading();
		push(chunk('a'));
		await chunks.next();
		for (let turn = 0; turn < 5; turn += 1) await minute();
		push(chunk('b'));
		expect(String((await chunks.next()).value)).toBe('b');
		expect(discards()).toBe(0);
	});
});

describe('a body that fills a buffer', () => {
	async function* chunksOf(...parts: string[]): AsyncGenerator<Buffer> {
		for (const part of parts) yield await Promise.resolve(chunk(part));
	}

	test.each([[['abcdef']], [['a', 'bc', '', 'def']]])('from %j', async (parts) => {
		const bytes = Buffer.alloc(6);
		expect(await readInto(chunksOf(...parts), bytes)).toBe(true);
		expect(String(bytes)).toBe('abcdef');
	});

	test('of nothing has nothing', async () => {
		expect(await readInto(chunksOf(), Buffer.alloc(0))).toBe(true);
	});

	test.each([[['abcdefg']], [['abcdef', 'g']]])('does not fit: %j', async (parts) => {
		expect(await readInto(chunksOf(...parts), Buffer.alloc(6))).toBe(false);
	});

	test('has fewer bytes: the connection was lost', async () => {
		const error = await failureOf(ConnectionError, () =>
			readInto(chunksOf('abc', 'de'), Buffer.alloc(6)),
		);
		expect(error).toMatchObject({
			message: 'the response ended after 5 of 6 bytes',
			code: 'ECONNRESET',
		});
	});
});
