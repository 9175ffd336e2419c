import { getEventListeners } from 'node:events';

import fc from 'fast-check';

import type { FileSource } from '../../../linkedin/files/source';
import { CancelledError } from '../../../linkedin/api/http';
import { FileChanged } from '../../../linkedin/files/fileChanged';
import { Problem } from '../../../linkedin/problem';
import type { PartRange } from '../../../linkedin/upload/partRange';
import { fillParts } from '../../../linkedin/upload/parts';
import { failureOf } from '../api/support';
import { rangedFile, sourceOf } from '../files/support';
import { partsOf, stallingFile } from './support';

/** In memory of its own, which small buffers share otherwise. */
const bytesOf = (size: number): Buffer =>
	Buffer.from(Uint8Array.from({ length: size }, (_, at) => at).buffer);

interface Cut {
	readonly part: PartRange;
	readonly bytes: Buffer;
}

async function fill(
	file: FileSource,
	parts: readonly PartRange[],
	signal?: AbortSignal,
): Promise<Cut[]> {
	const filled: Cut[] = [];
	for await (const { part, bytes } of fillParts(file, parts, { ahead: () => 2, signal })) {
		filled.push({ part, bytes: await bytes() });
	}
	return filled;
}

const cut = (file: FileSource, sizes: readonly number[]): Promise<Cut[]> =>
	fill(file, partsOf(sizes));

describe('the parts', () => {
	test('are the file’s bytes, exactly, for any file, plan and chunks', async () => {
		const files = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 12 });
		const chunks = fc.oneof(
			fc.constant([1]),
			fc.constant([1000]),
			fc.constant([0, 7, 0, 0, 1]),
			fc
				.array(fc.nat({ max: 60 }), { minLength: 1, maxLength: 8 })
				.filter((sizes) => sizes.some((size) => size > 0)),
		);
		await fc.assert(
			fc.asyncProperty(files, chunks, fc.boolean(), async (sizes, chunkSizes, plainArrays) => {
				const bytes = bytesOf(sizes.reduce((sum, size) => sum + size, 0));
				const content = plainArrays ? new Uint8Array(bytes) : bytes;
				const source = sourceOf(content, { chunkSizes });
				const filled = await cut(source, sizes);
				expect(filled.map(({ bytes: { length } }) => length)).toEqual(sizes);
				expect(filled.map(({ part }) => part.partNumber)).toEqual(sizes.map((_, at) => at + 1));
				expect(Buffer.concat(filled.map((part) => part.bytes)).equals(bytes)).toBe(true);
				expect(source.released).toBe(true);
			}),
		);
	});

	test('that lie within a chunk are views of it', async () => {
		const bytes = bytesOf(30);
		const filled = await cut(sourceOf(bytes, { chunkSizes: [30] }), [10, 15, 5]);
		expect(filled.map((part) => part.bytes.buffer === bytes.buffer)).toEqual([true, true, true]);
		expect(filled.map((part) => part.bytes.byteOffset - bytes.byteOffset)).toEqual([0, 10, 25]);
	});

	test('that lie within a chunk of any kind are views of it', async () => {
		const bytes = new Uint8Array(bytesOf(10));
		const [first] = await cut(sourceOf(bytes, { chunkSizes: [10] }), [10]);
		expect(first?.bytes.buffer).toBe(bytes.buffer);
	});

	test('that span chunks have a buffer of their own, which nobody writes to again', async () => {
		const bytes = bytesOf(20);
		const filled = await cut(sourceOf(bytes, { chunkSizes: [4] }), [10, 10]);
		expect(filled.map((part) => part.bytes)).toEqual([bytes.subarray(0, 10), bytes.subarray(10)]);
		expect(filled[0]?.bytes.buffer).not.toBe(bytes.buffer);
	});

	test('are cut one at a time: no more of the file is read than is asked for', async () => {
		const source = sourceOf(bytesOf(40), { chunkSizes: [5] });
		const parts = fillParts(source, partsOf([10, 10, 10, 10]), { ahead: () => 1 });
		expect(source.pulled).toBe(0);
		await parts.next();
		expect(source.pulled).toBe(10);
		await parts.next();
		expect(source.pulled).toBe(20);
		await parts.return();
	});
});

describe('a file that is not what it was', () => {
	test.each([
		['a byte shorter', 19, 'ended after 19 of 20 bytes'],
		['a part shorter', 10, 'ended after 10 of 20 bytes'],
		['empty', 0, 'ended after 0 of 20 bytes'],
		['a byte longer', 21, 'is now larger than its previous 20 bytes'],
		['a part longer', 30, 'is now larger than its previous 20 bytes'],
	])('because it is %s, is a problem', async (_, actual, words) => {
		for (const chunkSize of [1, 7, 20, 100]) {
			const source = sourceOf(bytesOf(actual), { size: 20, chunkSizes: [chunkSize] });
			const problem = await failureOf(FileChanged, () => cut(source, [10, 10]));
			expect(problem.message).toBe(`The file "talk.mp4" ${words}`);
			expect(problem.description).toContain('was not completed on LinkedIn');
			expect(source.released).toBe(true);
		}
	});
});

describe('the source is released', () => {
	test('when the reader leaves the loop', async () => {
		const source = sourceOf(bytesOf(30), { chunkSizes: [10] });
		for await (const { part } of fillParts(source, partsOf([10, 10, 10]), { ahead: () => 1 })) {
			if (part.partNumber === 1) break;
		}
		expect(source.released).toBe(true);
		expect(source.pulled).toBe(10);
	});

	test('when the reader returns in the middle of a chunk', async () => {
		const source = sourceOf(bytesOf(30), { chunkSizes: [30] });
		const parts = fillParts(source, partsOf([10, 10, 10]), { ahead: () => 1 });
		await parts.next();
		expect(source.released).toBe(false);
		await parts.return();
		expect(source.released).toBe(true);
	});

	test('and never opened when the reader stops before the first part', async () => {
		const source = sourceOf(bytesOf(30));
		let opened = false;
		const open = () => {
			opened = true;
			return source.open();
		};
		await fillParts({ ...source, open }, partsOf([30]), { ahead: () => 1 }).return();
		expect(opened).toBe(false);
	});
});

describe('the signal', () => {
	test('ends the reading of a source that stalls', async () => {
		const cancel = new AbortController();
		const file = stallingFile(20, bytesOf(10));
		const parts = fillParts(file, partsOf([10, 10]), { ahead: () => 1, signal: cancel.signal });
		expect((await parts.next()).value).toMatchObject({ part: { partNumber: 1 } });
		const second = parts.next();
		cancel.abort();
		await failureOf(CancelledError, () => second);
	});

	const never = (signal?: AbortSignal) =>
		new Promise((_, reject) => {
			signal?.addEventListener('abort', () => {
				reject(new CancelledError());
			});
		});

	/** Parts that were all taken, and are all still being read. */
	const taken = async (
		signal: AbortSignal,
		before: (first: number, last: number, signal?: AbortSignal) => unknown,
	) => {
		const { file } = rangedFile(bytesOf(30), { before });
		const reads: Array<Promise<Buffer>> = [];
		for await (const { bytes } of fillParts(file, partsOf([10, 10, 10]), {
			ahead: () => 4,
			signal,
		})) {
			reads.push(bytes());
		}
		return reads;
	};

	test('ends the reading of parts that were taken, also after the last one was', async () => {
		const cancel = new AbortController();
		const reads = await taken(cancel.signal, (_first, _last, signal) => never(signal));
		cancel.abort();
		expect(await Promise.allSettled(reads)).toEqual(
			reads.map(() => ({ status: 'rejected', reason: expect.any(CancelledError) as Error })),
		);
	});

	test.each([
		['read', () => undefined],
		['failed', () => Promise.reject(new Problem('gone'))],
	])('is left alone when the last part was %s', async (_, before) => {
		const { signal } = new AbortController();
		await Promise.allSettled(await taken(signal, before));
		await new Promise(setImmediate);
		expect(getEventListeners(signal, 'abort')).toEqual([]);
	});

	test('is left alone when nobody wants the rest', async () => {
		const { signal } = new AbortController();
		const { file } = rangedFile(bytesOf(30), {
			before: (first, _last, own) => (first > 0 ? never(own) : undefined),
		});
		const parts = fillParts(file, partsOf([10, 10, 10]), { ahead: () => 2, signal });
		await parts.next();
		await parts.return();
		await new Promise(setImmediate);
		expect(getEventListeners(signal, 'abort')).toEqual([]);
	});

	test('is the source’s own, or none', async () => {
		const source = sourceOf(bytesOf(10));
		const given: Array<AbortSignal | undefined> = [];
		const open = (signal?: AbortSignal) => {
			given.push(signal);
			return source.open();
		};
		const { signal } = new AbortController();
		await fillParts({ ...source, open }, partsOf([10]), { ahead: () => 1, signal }).next();
		await fillParts({ ...source, open }, partsOf([10]), { ahead: () => 1 }).next();
		expect(given).toEqual([signal, undefined]);
	});
});

describe('a source that fails', () => {
	const failing = (error: Error): FileSource => ({
		name: 'talk.mp4',
		size: 10,
		open: () => Promise.reject(error),
	});

	test('is a problem that names the file and shows no signature', async () => {
		const error = new Error('no such file: https://example.com/talk.mp4?sig=secret');
		const problem = await failureOf(Problem, () => cut(failing(error), [10]));
		expect(problem.message).toMatch(/^The file "talk\.mp4" could not be read: no such file/);
		expect(problem.message).not.toContain('secret');
		expect(problem.description).toContain('was not completed on LinkedIn');
	});

	test.each([
		new CancelledError(),
		new Problem('It is gone'),
		new FileChanged('talk.mp4', 'is another'),
	])('and says why itself stays as it is: %s', async (error) => {
		await expect(cut(failing(error), [10])).rejects.toBe(error);
	});
});

/** For each part whether it is still missing; some are. */
const gaps = (count: number) =>
	fc
		.array(fc.boolean(), { minLength: count, maxLength: count })
		.filter((missing) => missing.includes(true));

describe('parts that are on LinkedIn already are left out', () => {
	const plans = fc
		.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 10 })
		.chain((sizes) => fc.tuple(fc.constant(sizes), gaps(sizes.length)));

	test.each(['read in order', 'read by ranges'])('of a file %s, any of them', async (how) => {
		const chunks = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 5 });
		await fc.assert(
			fc.asyncProperty(plans, chunks, async ([sizes, missing], chunkSizes) => {
				const bytes = bytesOf(sizes.reduce((sum, size) => sum + size, 0));
				const source = sourceOf(bytes, { chunkSizes });
				const parts = partsOf(sizes).filter((_, index) => missing[index]);
				const file = how === 'read in order' ? source : rangedFile(bytes).file;
				const filled = await fill(file, parts);
				expect(filled.map(({ part }) => part)).toEqual(parts);
				expect(filled.map((part) => [...part.bytes])).toEqual(
					parts.map(({ firstByte, lastByte }) => [...bytes.subarray(firstByte, lastByte + 1)]),
				);
			}),
		);
	});

	test('and what lies behind the last missing one is not read', async () => {
		const source = sourceOf(bytesOf(40), { chunkSizes: [5] });
		const [, second] = partsOf([10, 10, 10, 10]);
		if (!second) throw new Error('no part');
		expect(await fill(source, [second])).toHaveLength(1);
		expect(source.pulled).toBeLessThanOrEqual(25);
		expect(source.released).toBe(true);
	});

	test.each([1, 7, 100])('a file that ends before one of them has changed (%d)', async (chunk) => {
		const source = sourceOf(bytesOf(25), { size: 30, chunkSizes: [chunk] });
		const parts = partsOf([10, 10, 10]).slice(2);
		const problem = await failureOf(FileChanged, () => fill(source, parts));
		expect(problem.message).toBe('The file "talk.mp4" ended after 25 of 30 bytes');
	});

	test('a file that has grown has changed, where its end is read', async () => {
		const source = sourceOf(bytesOf(31), { size: 30, chunkSizes: [100] });
		await failureOf(FileChanged, () => fill(source, partsOf([10, 10, 10]).slice(1)));
	});
});

describe('a file whose ranges can be read', () => {
	test('is read ahead by so many parts and no more', async () => {
		const { file, asked } = rangedFile(bytesOf(40));
		const parts = fillParts(file, partsOf([10, 15, 5, 5, 5]), { ahead: () => 2 });
		const first = await parts.next();
		expect(asked).toEqual([
			[0, 9],
			[10, 24],
		]);
		const bytes = await (first.done === true ? undefined : first.value.bytes());
		expect(bytes?.equals(bytesOf(40).subarray(0, 10))).toBe(true);
		await parts.next();
		expect(asked).toHaveLength(3);
		await parts.return();
		expect(asked).toHaveLength(3);
	});

	test('leaving early ends the reads that nobody has taken, and waits for their end', async () => {
		const ended: string[] = [];
		const { file, signals } = rangedFile(bytesOf(40), {
			before: (firstByte, lastByte, signal) =>
				new Promise((_, reject) => {
					signal?.addEventListener('abort', () => {
						ended.push(`${firstByte}-${lastByte}`);
						reject(new CancelledError());
					});
				}),
		});
		const parts = fillParts(file, partsOf([10, 10, 10, 10]), { ahead: () => 3 });
		await parts.next();
		await parts.return();
		expect(ended).toEqual(['10-19', '20-29']);
		expect(signals.map((signal) => signal?.aborted)).toEqual([false, true, true]);
	});

	test('a signal ends all reads, those that were taken too', async () => {
		const { file, signals } = rangedFile(bytesOf(40), {
			before: (_first, _last, own) =>
				new Promise((resolve) => own?.addEventListener('abort', resolve)),
		});
		const stop = new AbortController();
		const parts = fillParts(file, partsOf([10, 10, 10, 10]), {
			ahead: () => 2,
			signal: stop.signal,
		});
		await parts.next();
		stop.abort();
		expect(signals.map((signal) => signal?.aborted)).toEqual([true, true]);
		await parts.return();
	});

	test('hears of a signal that ended before a read was begun', async () => {
		const { file, signals } = rangedFile(bytesOf(20));
		const signal = AbortSignal.abort();
		const parts = fillParts(file, partsOf([10, 10]), { ahead: () => 2, signal });
		await parts.next();
		expect(signals.map((own) => own?.aborted)).toEqual([true, true]);
		await parts.return();
	});

	test('says itself what is wrong with it', async () => {
		const error = new FileChanged('talk.mp4', 'is another');
		const file = { ...rangedFile(bytesOf(10)).file, readRange: () => Promise.reject(error) };
		await expect(cut(file, [10])).rejects.toBe(error);
	});
});
