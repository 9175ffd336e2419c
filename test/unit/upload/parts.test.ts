import fc from 'fast-check';

import type { FileSource } from '../../../linkedin/files/source';
import { CancelledError } from '../../../linkedin/api/http';
import { Problem } from '../../../linkedin/problem';
import { cutParts, type FilledPart } from '../../../linkedin/upload/parts';
import { failureOf } from '../api/support';
import { sourceOf } from '../files/support';
import { partsOf, stallingFile } from './support';

/** In memory of its own, which small buffers share otherwise. */
const bytesOf = (size: number): Buffer =>
	Buffer.from(Uint8Array.from({ length: size }, (_, at) => at).buffer);

async function cut(file: FileSource, sizes: readonly number[]): Promise<FilledPart[]> {
	const filled: FilledPart[] = [];
	for await (const part of cutParts(file, partsOf(sizes))) filled.push(part);
	return filled;
}

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
		const parts = cutParts(source, partsOf([10, 10, 10, 10]));
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
		['a byte longer', 21, 'has more than the 20 bytes it had before'],
		['a part longer', 30, 'has more than the 20 bytes it had before'],
	])('because it is %s, is a problem', async (_, actual, words) => {
		for (const chunkSize of [1, 7, 20, 100]) {
			const source = sourceOf(bytesOf(actual), { size: 20, chunkSizes: [chunkSize] });
			const problem = await failureOf(Problem, () => cut(source, [10, 10]));
			expect(problem.message).toBe(`The file "talk.mp4" ${words}`);
			expect(problem.description).toContain('Nothing was finalized on LinkedIn');
			expect(source.released).toBe(true);
		}
	});
});

describe('the source is released', () => {
	test('when the reader leaves the loop', async () => {
		const source = sourceOf(bytesOf(30), { chunkSizes: [10] });
		for await (const { part } of cutParts(source, partsOf([10, 10, 10]))) {
			if (part.partNumber === 1) break;
		}
		expect(source.released).toBe(true);
		expect(source.pulled).toBe(10);
	});

	test('when the reader returns in the middle of a chunk', async () => {
		const source = sourceOf(bytesOf(30), { chunkSizes: [30] });
		const parts = cutParts(source, partsOf([10, 10, 10]));
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
		await cutParts({ ...source, open }, partsOf([30])).return();
		expect(opened).toBe(false);
	});
});

describe('the signal', () => {
	test('ends the reading of a source that stalls', async () => {
		const cancel = new AbortController();
		const file = stallingFile(20, bytesOf(10));
		const parts = cutParts(file, partsOf([10, 10]), cancel.signal);
		expect((await parts.next()).value).toMatchObject({ part: { partNumber: 1 } });
		const second = parts.next();
		cancel.abort();
		await failureOf(CancelledError, () => second);
	});

	test('is the source’s own, or none', async () => {
		const source = sourceOf(bytesOf(10));
		const given: Array<AbortSignal | undefined> = [];
		const open = (signal?: AbortSignal) => {
			given.push(signal);
			return source.open();
		};
		const { signal } = new AbortController();
		await cutParts({ ...source, open }, partsOf([10]), signal).next();
		await cutParts({ ...source, open }, partsOf([10])).next();
		expect(given).toEqual([signal, undefined]);
	});
});

test('a source that cannot be opened is reported', async () => {
	const file: FileSource = {
		name: 'talk.mp4',
		size: 10,
		open: () => Promise.reject(new Error('no such file')),
	};
	await expect(cut(file, [10])).rejects.toThrow('no such file');
});
