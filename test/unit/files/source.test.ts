import { fileOf } from '../../../linkedin/files/source';
import { readAll } from '../../../linkedin/files/readAll';

test.each([0, 5])('a file of %d bytes in memory is read as often as needed', async (size) => {
	const bytes = Buffer.alloc(size, 'x');
	const file = fileOf('photo.png', bytes);
	expect(file).toMatchObject({ name: 'photo.png', size });
	expect(file.readRange).toBeUndefined();
	for (let turn = 0; turn < 2; turn += 1) expect(await readAll(file, 5, 'image')).toBe(bytes);
});
