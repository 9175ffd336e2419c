import { readAll } from '../../../linkedin/files/readAll';
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
	expect(problem.message).toBe('The image "photo.png" has 10 bytes; at most 9 can be uploaded');
	expect(file.pulled).toBe(0);
});

test.each([
	['longer', 9, 10],
	['shorter', 11, 10],
	['much longer, without reading on', 3, 4],
])('a file that turns out %s is a problem', async (_, claimed, read) => {
	const file = source(claimed);
	const problem = await problemOf(() => readAll(file, 100, 'image'));
	expect(problem.message).toContain(`gave ${read} bytes instead of ${claimed}`);
	expect(file).toMatchObject({ pulled: read, released: true });
});
