import { ByteReader } from '../../../linkedin/files/byteReader';
import { readAll } from '../../../linkedin/files/readAll';
import type { FileSource } from '../../../linkedin/files/source';
import { giveBack, markFresh, markKept } from '../../../linkedin/files/spent';
import { readInto } from '../../../linkedin/files/url/body';
import { cutParts } from '../../../linkedin/upload/cutParts';
import { partsOf } from '../upload/support';
import { ownBytes, withTransfer } from './detaching';

withTransfer();

describe('a chunk that was used', () => {
	test('is freed at once where it was made for its reader: a view of it is empty too', () => {
		const chunk = ownBytes('chunk');
		const view = chunk.subarray(1, 3);
		markFresh(chunk);
		giveBack(chunk);
		expect([chunk.length, view.length, chunk.buffer.byteLength]).toEqual([0, 0, 0]);
	});

	test('stays where nobody said so', () => {
		const chunk = ownBytes('chunk');
		giveBack(chunk);
		expect(String(chunk)).toBe('chunk');
	});

	test('stays where somebody keeps it', () => {
		const chunk = ownBytes('chunk');
		markFresh(chunk);
		markKept(chunk);
		giveBack(chunk);
		expect(String(chunk)).toBe('chunk');
	});

	test.each([
		[0, 4],
		[1, 5],
		[1, 4],
	])('stays where it is only a part of something, bytes %d to %d', (from, to) => {
		const whole = ownBytes('chunk');
		const chunk = whole.subarray(from, to);
		markFresh(chunk);
		giveBack(chunk);
		expect(String(whole)).toBe('chunk');
	});

	test('is no secret of Buffer’s pool', () => {
		const neighbour = Buffer.from('neighbour');
		const chunk = Buffer.from('chunk');
		expect(chunk.buffer).toBe(neighbour.buffer);
		markFresh(chunk);
		giveBack(chunk);
		expect(String(neighbour)).toBe('neighbour');
	});

	test('is collected as ever where the engine cannot free it', () => {
		const chunk = ownBytes('chunk');
		Object.defineProperty(chunk.buffer, 'transfer', { value: undefined });
		markFresh(chunk);
		giveBack(chunk);
		expect(String(chunk)).toBe('chunk');
	});
});

/** A file of fresh chunks, and how many bytes of each are left. */
function freshFile(...texts: string[]) {
	const chunks = texts.map(ownBytes);
	async function* give(): AsyncGenerator<Buffer> {
		for (const chunk of chunks) {
			markFresh(chunk);
			yield await Promise.resolve(chunk);
		}
	}
	const file: FileSource = {
		name: 'talk.mp4',
		size: texts.join('').length,
		open: () => Promise.resolve(give()),
	};
	return { file, left: () => chunks.map(({ length }) => length) };
}

describe('chunks that are made for their reader are given back', () => {
	test('by what cuts parts, when they were copied out', async () => {
		const { file, left } = freshFile('abc', 'def', 'gh');
		const cut: string[] = [];
		const seen: number[][] = [];
		for await (const { bytes } of cutParts(file, partsOf([4, 4]), undefined, undefined)) {
			cut.push(String(await bytes()));
			seen.push(left());
		}
		expect(cut).toEqual(['abcd', 'efgh']);
		// The second one is still being cut when the first part is full.
		expect(seen).toEqual([
			[0, 3, 2],
			[0, 0, 2],
		]);
		expect(left()).toEqual([0, 0, 0]);
	});

	test('but not where a part is a view of one: it is sent after the file was read', async () => {
		const { file, left } = freshFile('abcde', 'fgh', 'ij');
		const parts: Buffer[] = [];
		for await (const { bytes } of cutParts(file, partsOf([2, 4, 4]), undefined, undefined)) {
			parts.push(await bytes());
		}
		expect(parts.map(String)).toEqual(['ab', 'cdef', 'ghij']);
		expect(left()).toEqual([5, 0, 0]);
	});

	test('nor where a part is the whole of one', async () => {
		const { file, left } = freshFile('abcd', 'efgh');
		const parts: Buffer[] = [];
		for await (const { bytes } of cutParts(file, partsOf([4, 4]), undefined, undefined)) {
			parts.push(await bytes());
		}
		expect(parts.map(String)).toEqual(['abcd', 'efgh']);
		expect(left()).toEqual([4, 4]);
	});

	test('by what reads a file whole', async () => {
		const { file, left } = freshFile('abc', 'def');
		expect(String(await readAll(file, 10, 'image'))).toBe('abcdef');
		expect(left()).toEqual([0, 0]);
	});

	test('but not where one is the whole file, which is handed on', async () => {
		const { file } = freshFile('abc');
		expect(String(await readAll(file, 10, 'image'))).toBe('abc');
	});

	test('by what reads an answer into a buffer', async () => {
		const { file, left } = freshFile('abc', 'def');
		const bytes = Buffer.alloc(6);
		expect(await readInto(await file.open(), bytes)).toBe(true);
		expect([String(bytes), left()]).toEqual(['abcdef', [0, 0]]);
	});

	test('by what looks into a file, when it has moved on', async () => {
		const { file, left } = freshFile('abcd', 'efgh', 'ijkl');
		const reader = await ByteReader.open(file);
		const looked = Buffer.from(await reader.peek(6));
		expect(left()).toEqual([4, 4, 4]);
		await reader.skipTo(9);
		expect(left()).toEqual([0, 0, 4]);
		expect(Buffer.from((await reader.read(2)).buffer).toString()).toBe('jk');
		expect(String(looked)).toBe('abcdef');
		await reader.close();
	});
});
