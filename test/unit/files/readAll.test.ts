import { constants } from 'node:buffer';

import { readAll } from '../../../linkedin/files/readAll';
import type { FileSource } from '../../../linkedin/files/source';
import { problemOf, sourceOf } from './support';

const BYTES = Buffer.from('0123456789');
const source = (claimed = BYTES.length) =>
	sourceOf(BYTES, { name: 'photo.png', chunkSizes: [4], size: claimed });

test.each([10, 11])('a file within %d bytes comes whole', async (limit) => {
	expect(await readAll(source(), limit, 'image')).toEqual(BYTES);
});

test('a larger file is refused before it is read', async () => {
	const file = source();
	const problem = await problemOf(() => readAll(file, 9, 'image'));
	expect(problem.message).toBe('The image "photo.png" has 10 bytes; the limit is 9');
	expect(file.pulled).toBe(0);
});

test.each([
	['longer', 9, 'more than 9 bytes', 10],
	['shorter', 11, '10 bytes', 10],
	['much longer, without reading on', 3, 'more than 3 bytes', 4],
])('a file that turns out %s is a problem', async (_, claimed, has, read) => {
	const file = source(claimed);
	const problem = await problemOf(() => readAll(file, 100, 'image'));
	expect(problem.message).toContain(`contains ${has} instead of ${claimed}`);
	expect(problem.description).toContain('Run the workflow again');
	expect(file).toMatchObject({ pulled: read, released: true });
});

/** Gives one buffer again and again, with other bytes in it each time. */
function overwriting(text: string): FileSource {
	const chunk = Buffer.alloc(1);
	async function* chunks(): AsyncGenerator<Buffer> {
		for (const letter of text) {
			chunk.write(letter);
			yield await Promise.resolve(chunk);
		}
	}
	return { name: 'photo.png', size: text.length, open: () => Promise.resolve(chunks()) };
}

test('each chunk is taken before the next one is asked for: no file is in memory twice', async () => {
	expect(String(await readAll(overwriting('0123456789'), 10, 'image'))).toBe('0123456789');
});

test('a file that comes in one chunk is that chunk', async () => {
	expect(await readAll(sourceOf(BYTES, { chunkSizes: [10] }), 10, 'image')).toMatchObject({
		buffer: BYTES.buffer,
		byteOffset: BYTES.byteOffset,
	});
});

test('a file that the process has no memory for is told as such', async () => {
	const size = constants.MAX_LENGTH + 1;
	const problem = await problemOf(() => readAll(source(size), Infinity, 'image'));
	expect(problem.message).toMatch(
		/^The image "photo\.png" of [\d,]+ bytes doesn’t fit into n8n’s memory$/,
	);
});
