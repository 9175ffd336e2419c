import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { checkImage } from '../../../linkedin/files/image';
import { fixture, fixturePath, gifWithFrames, jpegWithSize, pngHeader } from '../../fixtures/make';
import { often } from '../../long/sampled';
import { outcomeOf, problemOf } from './support';

const check = (bytes: Buffer, name: string, what?: string) => checkImage(bytes, { name, what });

describe('real files', () => {
	test.each([
		['thumbnail.jpg', { type: 'jpeg', width: 1280, height: 720 }],
		['picture.png', { type: 'png', width: 640, height: 360 }],
		['animation.gif', { type: 'gif', width: 160, height: 90, frames: 10 }],
	])('%s', async (name, facts) => {
		expect(await check(fixture(name), name)).toEqual({ facts, warnings: [] });
	});

	const others = readdirSync(fixturePath('kinds'));
	test.each(others)('%s is no image that LinkedIn takes', async (file) => {
		const problem = await problemOf(() => check(fixture(`kinds/${file}`), 'photo.jpg'));
		expect(problem.message).toMatch(
			/^The image "photo.jpg" is not a JPG, PNG or GIF; it looks like an? /,
		);
		expect(problem.description).not.toContain('Check File');
		expect(problem.description).toMatch(
			/Edit Image node.*"Format"|^Convert it to JPEG or PNG|^Use a JPG, PNG or GIF image/,
		);
	});

	test.each([
		['RIFF\x10\0\0\0WEBPVP8 ', 'Convert it with an Edit Image node before this one'],
		['BM\x10\0\0\0\0\0\0\0', 'Convert it with an Edit Image node before this one'],
		['II*\0', 'Convert it with an Edit Image node before this one'],
		['\0\0\0\x18ftypheic', 'Convert it to JPEG or PNG first.'],
		['\0\0\0\x18ftypmif1', 'Convert it to JPEG or PNG first.'],
		['\0\0\0\x18ftypavif', 'Convert it to JPEG or PNG first.'],
		['%PDF-1.7', 'Use a JPG, PNG or GIF image.'],
	])('what to do about %j', async (start, advice) => {
		const bytes = Buffer.concat([Buffer.from(start, 'latin1'), Buffer.alloc(100)]);
		const problem = await problemOf(() => checkImage(bytes, { name: 'photo.jpg' }));
		expect(problem.description?.startsWith(advice)).toBe(true);
	});
});

describe('the number of pixels', () => {
	test.each([
		['png', pngHeader(36_152_319, 1)],
		['png', pngHeader(101_267, 357)],
		['jpeg', jpegWithSize(5120, 7060)],
		['gif', gifWithFrames(1, 5120, 7060)],
	])('%s: just under 36,152,320', async (type, bytes) => {
		expect(await check(bytes, 'photo')).toMatchObject({ facts: { type } });
	});

	test.each([
		['png', pngHeader(36_152_320, 1), '36152320 x 1'],
		['jpeg', jpegWithSize(5120, 7061), '5120 x 7061'],
		['gif', gifWithFrames(1, 5120, 7061), '5120 x 7061'],
	])('%s: 36,152,320', async (_, bytes, size) => {
		const problem = await problemOf(() => check(bytes, 'photo', 'thumbnail'));
		expect(problem.message).toBe(
			`The thumbnail "photo" has 36,152,320 pixels (${size}); LinkedIn allows fewer than 36,152,320`,
		);
		expect(problem.description).toContain('Scale it down');
		expect(problem.description).toContain('switch off "Check File"');
	});

	test('bytes are not pixels: a small picture may have many', async () => {
		const padded = Buffer.concat([fixture('picture.png'), Buffer.alloc(37_000_000)]);
		expect(await check(padded, 'picture.png')).toMatchObject({
			facts: { width: 640, height: 360 },
		});
	});
});

describe('broken files', () => {
	test('an empty one', async () => {
		const problem = await problemOf(() => check(Buffer.alloc(0), 'photo.jpg'));
		expect(problem.message).toBe('The image "photo.jpg" is empty (0 bytes)');
		expect(problem.description).not.toContain('Check File');
	});

	test.each([
		['png', pngHeader(1, 1), 24],
		['jpeg', jpegWithSize(1, 1), 29],
		['gif', gifWithFrames(1), 10],
	])('%s: cut off in its header', async (_, bytes, headerBytes) => {
		for (let length = 8; length < headerBytes; length++) {
			const problem = await problemOf(() => check(bytes.subarray(0, length), 'photo'));
			expect(problem.message).toContain('is damaged or cut off: its width and height');
		}
	});

	test('no bytes of other buffers are read for missing ones', async () => {
		const pool = Buffer.concat([pngHeader(640, 360), Buffer.alloc(10)]);
		await problemOf(() => check(pool.subarray(0, 20), 'photo.png'));
	});

	test.each([
		['png', pngHeader(0, 10)],
		['jpeg', jpegWithSize(10, 0)],
		['gif', gifWithFrames(1, 0, 0)],
	])('%s: without extent', async (_, bytes) => {
		const problem = await problemOf(() => check(bytes, 'photo'));
		expect(problem.message).toContain('its width and height can’t be read');
	});

	test('PNG without its header chunk', async () => {
		const bytes = pngHeader(10, 10);
		bytes.write('IDAT', 12, 'latin1');
		const problem = await problemOf(() => check(bytes, 'photo.png'));
		expect(problem.message).toContain('its width and height can’t be read');
	});

	test('a GIF that ends within a picture, or before the first', async () => {
		const bytes = fixture('animation.gif');
		const half = await problemOf(() => check(bytes.subarray(0, 6000), 'a.gif'));
		expect(half.message).toContain('it ends in the middle of a frame');
		const none = await problemOf(() => check(gifWithFrames(0), 'a.gif'));
		expect(none.message).toContain('it contains no frame');
	});

	test.each([
		['png', pngHeader(3, 3)],
		['jpeg', jpegWithSize(3, 3)],
		['gif', gifWithFrames(2, 3, 3)],
	])('%s: cut off at every offset, or with any bytes behind its start', async (_, bytes) => {
		for (let length = 0; length <= bytes.length; length++) {
			expect(await outcomeOf(() => check(bytes.subarray(0, length), 'x'))).not.toBe('');
		}
		await fc.assert(
			fc.asyncProperty(fc.nat(20), fc.uint8Array({ maxLength: 200 }), async (keep, rest) => {
				const mixed = Buffer.concat([bytes.subarray(0, keep), rest]);
				expect(await outcomeOf(() => check(mixed, 'x'))).not.toBe('');
			}),
			{ numRuns: often(100, 5000) },
		);
	});
});
