import { ByteReader, TooFarAhead } from '../../../linkedin/files/byteReader';
import { checkVideo } from '../../../linkedin/files/video';
import { failureOf } from '../api/support';
import { problemOf, rangedFile, sourceOf } from './support';

const BYTES = Buffer.from('0123456789');

async function textOf(reading: Promise<DataView>): Promise<string> {
	const { buffer, byteOffset, byteLength } = await reading;
	return Buffer.from(buffer, byteOffset, byteLength).toString();
}

test.each([[[1]], [[3]], [[4, 0, 1]], [[10]]])('chunks of %j', async (chunkSizes) => {
	const reader = await ByteReader.open(sourceOf(BYTES, { chunkSizes }));
	expect(Buffer.from(await reader.peek(4)).toString()).toBe('0123');
	expect(await textOf(reader.read(2))).toBe('01');
	await reader.skipTo(5);
	expect(reader.position).toBe(5);
	expect(await textOf(reader.read(3))).toBe('567');
	await reader.skipTo(8);
	expect(Buffer.from(await reader.peek(100)).toString()).toBe('89');
	expect(reader.position).toBe(8);
});

test.each(['read', 'skip'])(
	'a %s beyond the end is an error that says how far it came',
	async (how) => {
		const reader = await ByteReader.open(sourceOf(BYTES, { size: 1000, chunkSizes: [3] }));
		await reader.read(4);
		const problem = await problemOf(() => (how === 'read' ? reader.read(7) : reader.skipTo(11)));
		expect(problem.message).toBe(
			'The video "talk.mp4" ends early: 10 of 1,000 bytes could be read',
		);
	},
);

test('nothing is read that was not asked for', async () => {
	const source = sourceOf(BYTES, { chunkSizes: [2] });
	const reader = await ByteReader.open(source);
	expect(source.pulled).toBe(0);
	await reader.read(3);
	expect(source.pulled).toBe(4);
	await reader.close();
	expect(source.released).toBe(true);
});

const BLOCK = 65_536;

describe('a file whose ranges can be read', () => {
	const large = Buffer.from(Uint8Array.from({ length: 1_000_000 }, (_, at) => at % 251));

	test('is read in small blocks where something is asked for, and nowhere else', async () => {
		const { file, asked } = rangedFile(large);
		const reader = await ByteReader.open(file);
		expect(asked).toEqual([]);
		expect(Buffer.from(await reader.peek(8)).equals(large.subarray(0, 8))).toBe(true);
		await reader.read(8);
		await reader.skipTo(900_000);
		const { buffer, byteOffset } = await reader.read(16);
		expect(Buffer.from(buffer, byteOffset, 16).equals(large.subarray(900_000, 900_016))).toBe(true);
		expect(reader.position).toBe(900_016);
		expect(asked).toEqual([
			[0, BLOCK - 1],
			[900_000, 900_000 + BLOCK - 1],
		]);
		await reader.close();
	});

	test('is not asked again for what is here already', async () => {
		const { file, asked } = rangedFile(large);
		const reader = await ByteReader.open(file);
		await reader.read(8);
		await reader.skipTo(1000);
		await reader.read(8);
		await reader.skipTo(BLOCK);
		expect(asked).toEqual([[0, BLOCK - 1]]);
		expect(Buffer.from(await reader.peek(1)).equals(large.subarray(BLOCK, BLOCK + 1))).toBe(true);
		expect(asked[1]).toEqual([BLOCK, 2 * BLOCK - 1]);
	});

	test('gives what spans two blocks', async () => {
		const { file, asked } = rangedFile(large);
		const reader = await ByteReader.open(file);
		await reader.skipTo(10);
		const bytes = Buffer.from(await reader.peek(BLOCK + 100));
		expect(bytes.equals(large.subarray(10, 10 + BLOCK + 100))).toBe(true);
		expect(asked).toHaveLength(2);
	});

	test('is read to its end and not beyond', async () => {
		const { file, asked } = rangedFile(large);
		const reader = await ByteReader.open(file);
		await reader.skipTo(999_990);
		expect(await reader.peek(100)).toHaveLength(10);
		await reader.skipTo(1_000_000);
		expect(await reader.peek(1)).toHaveLength(0);
		expect(asked).toEqual([[999_990, 999_999]]);
		const problem = await problemOf(() => reader.skipTo(1_000_001));
		expect(problem.message).toContain('ends early: 1,000,000 of 1,000,000 bytes');
	});

	test('is read with the signal of the look', async () => {
		const { file, signals } = rangedFile(large);
		const { signal } = new AbortController();
		await (await ByteReader.open(file, signal)).peek(1);
		expect(signals).toEqual([signal]);
	});
});

describe('a file that may not be looked at for long before it is read', () => {
	const lookedAt = (lookAheadBytes: number, chunkSize = 10) => {
		const source = sourceOf(Buffer.alloc(1000), { chunkSizes: [chunkSize] });
		return { source, file: { ...source, lookAheadBytes } };
	};

	test.each(['peek', 'skip'])('is not read further than that by a %s', async (how) => {
		const { source, file } = lookedAt(100);
		const reader = await ByteReader.open(file);
		await reader.peek(100);
		await failureOf(TooFarAhead, () => (how === 'peek' ? reader.peek(101) : reader.skipTo(101)));
		expect(source.pulled).toBe(100);
		await reader.close();
		expect(source.released).toBe(true);
	});

	test('by more than the chunk in which that lies', async () => {
		const { source, file } = lookedAt(100, 30);
		const reader = await ByteReader.open(file);
		await failureOf(TooFarAhead, () => reader.peek(1000));
		expect(source.pulled).toBe(120);
	});

	test('is a video of unknown length where its header lies behind', async () => {
		const video = Buffer.alloc(400_000);
		video.write('\0\0\0\x18ftypisom\0\0\0\0isommp42', 'latin1');
		video.write('\0\x05\x00\x00mdat', 24, 'latin1');
		const source = sourceOf(video, { chunkSizes: [1000] });
		const { warnings, durationMs } = await checkVideo({ ...source, lookAheadBytes: 10_000 });
		expect(durationMs).toBeUndefined();
		expect(warnings).toEqual([expect.stringContaining('The length of the video "talk.mp4"')]);
		expect(source.pulled).toBe(10_000);
		expect(source.released).toBe(true);
	});
});
