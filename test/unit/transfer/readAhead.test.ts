import { ReadAhead } from '../../../linkedin/transfer/readAhead';

const KIB = 1024;

/** A reader that goes on when it is asked to; what it yields is the size of its chunks. */
function reader(readAhead: ReadAhead) {
	return readAhead.share(async function* (chunkBytes) {
		await Promise.resolve();
		for (;;) yield chunkBytes;
	});
}

async function begin(readAhead: ReadAhead, count: number) {
	const readers = Array.from({ length: count }, () => reader(readAhead));
	const sizes = await Promise.all(readers.map(async (each) => (await each.next()).value));
	return { readers, sizes };
}

test('a few files are read in chunks of 1 MiB, many in smaller ones', async () => {
	const { sizes } = await begin(new ReadAhead(), 8);
	const inKib = sizes.map((size) => Number(size) / KIB);
	expect(inKib).toEqual([1024, 1024, 512, 512, 256, 256, 256, 256]);
});

test('however many there are, they get something, a power of two', async () => {
	const { sizes } = await begin(new ReadAhead(), 500);
	expect(sizes.at(-1)).toBe(64 * KIB);
	for (const size of sizes) expect(Number.isInteger(Math.log2(Number(size)))).toBe(true);
	// Nearly all of them: together little more than the smallest chunk for each.
	const together = sizes.reduce<number>((sum, size) => sum + Number(size), 0);
	expect(together).toBeLessThan(500 * 64 * KIB + 8 * 1024 * KIB);
});

test('a reader that is done, fails or is left no longer counts', async () => {
	const readAhead = new ReadAhead(1024 * KIB);
	const { readers } = await begin(readAhead, 3);
	await Promise.all(readers.map((each) => each.return()));
	const failing = readAhead.share(async function* (chunkBytes) {
		await Promise.resolve();
		if (chunkBytes > 0) throw new Error('gone');
		yield chunkBytes;
	});
	await expect(failing.next()).rejects.toThrow('gone');
	const done = readAhead.share(async function* (chunkBytes) {
		await Promise.resolve();
		yield chunkBytes;
	});
	for await (const size of done) expect(size).toBe(1024 * KIB);
	const { sizes } = await begin(readAhead, 1);
	expect(sizes).toEqual([1024 * KIB]);
});

test('who has not begun to read does not count', async () => {
	const readAhead = new ReadAhead(1024 * KIB);
	const waiting = Array.from({ length: 10 }, () => reader(readAhead));
	expect(await begin(readAhead, 1)).toMatchObject({ sizes: [1024 * KIB] });
	await Promise.all(waiting.map((each) => each.return()));
});
