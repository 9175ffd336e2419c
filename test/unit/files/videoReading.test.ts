import fc from 'fast-check';
import { checkVideo } from '../../../linkedin/files/video';
import {
	box,
	enlargeMp4,
	fixture,
	MP4_HEAD_BYTES,
	mp4WithDuration,
	noise,
	uint32,
} from '../../fixtures/make';
import { often } from '../../long/sampled';
import { outcomeOf, problemOf, sourceOf } from './support';

const atEnd = fixture('moov-at-end.mp4');

describe('chunk borders mean nothing', () => {
	const expected = { warnings: [], durationMs: 4000 };

	test.each([
		['one byte each', [1]],
		['the whole file', [atEnd.length]],
		['with empty ones in between', [0, 7, 0, 0, 4096]],
	])('%s', async (_, chunkSizes) => {
		expect(await checkVideo(sourceOf(atEnd, { chunkSizes }))).toMatchObject(expected);
	});

	test('any sizes, any file', async () => {
		const files = ['moov-at-end.mp4', 'short-2s.mp4', 'fragmented.mp4', 'quicktime.mov'].map(
			fixture,
		);
		const results = await Promise.all(
			files.map((file) => outcomeOf(() => checkVideo(sourceOf(file)))),
		);
		await fc.assert(
			fc.asyncProperty(
				fc.nat(files.length - 1),
				fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 20 }),
				async (index, chunkSizes) => {
					const file = files[index] ?? Buffer.alloc(0);
					const outcome = await outcomeOf(() => checkVideo(sourceOf(file, { chunkSizes })));
					expect(outcome).toBe(results[index]);
				},
			),
			{ numRuns: often(20, 300) },
		);
	});
});

describe('reads no more than needed', () => {
	const chunkSizes = [4096];

	test('moov at the front: its own bytes and the next header', async () => {
		const source = sourceOf(enlargeMp4(fixture('talk.mp4'), 20_000_000), { chunkSizes });
		expect(await checkVideo(source)).toMatchObject({ warnings: [], durationMs: 8000 });
		expect(source.pulled).toBeLessThanOrEqual(8192);
		expect(source.released).toBe(true);
	});

	test('a large box between moov and the media data is not read through', async () => {
		const parts = [
			mp4WithDuration(5).subarray(0, MP4_HEAD_BYTES),
			box('free', noise(5_000_000)),
			box('mdat'),
		];
		const source = sourceOf(Buffer.concat(parts), { chunkSizes });
		expect(await checkVideo(source)).toMatchObject({ warnings: [], durationMs: 5000 });
		expect(source.pulled).toBeLessThanOrEqual(8192);
	});

	test('another kind of file: its first chunk', async () => {
		const source = sourceOf(Buffer.alloc(100_000, 'no video '), { chunkSizes });
		await problemOf(() => checkVideo(source));
		expect(source.pulled).toBe(4096);
		expect(source.released).toBe(true);
	});

	test('a file that ends within its media data: the header of that box', async () => {
		const source = sourceOf(atEnd.subarray(0, atEnd.length - 5000), { chunkSizes });
		await problemOf(() => checkVideo(source));
		expect(source.pulled).toBe(4096);
		expect(source.released).toBe(true);
	});

	test('a file of media data alone: the header of that box', async () => {
		const source = sourceOf(Buffer.concat([atEnd.subarray(0, 32), box('mdat', noise(500_000))]), {
			chunkSizes,
		});
		await problemOf(() => checkVideo(source));
		expect(source.pulled).toBe(4096);
	});

	test('a walk over millions of empty boxes ends', async () => {
		const empty = box('free');
		const boxes = Buffer.concat([atEnd.subarray(0, 32), Buffer.alloc(8 * 1_000_000, empty)]);
		const source = sourceOf(boxes, { chunkSizes });
		await problemOf(() => checkVideo(source));
		expect(source.pulled).toBeLessThan(900_000);
	});
});

test('memory does not grow with the file: chunks are not kept', async () => {
	// 512 MB of media data from one and the same chunk, moov behind it.
	const chunk = noise(1_048_576);
	const count = 512;
	const front = Buffer.concat([
		atEnd.subarray(0, 32),
		uint32(8 + count * chunk.length),
		Buffer.from('mdat'),
	]);
	const moov = mp4WithDuration(5).subarray(32, MP4_HEAD_BYTES);
	let held = 0;
	const source = {
		name: 'large.mp4',
		size: front.length + count * chunk.length + moov.length,
		async open() {
			return await Promise.resolve(generate());
		},
	};
	async function* generate(): AsyncGenerator<Uint8Array> {
		yield await Promise.resolve(front);
		const before = process.memoryUsage().arrayBuffers;
		for (let index = 0; index < count; index++) {
			yield new Uint8Array(chunk);
			held = Math.max(held, process.memoryUsage().arrayBuffers - before);
		}
		yield moov;
	}
	expect(await checkVideo(source)).toMatchObject({ warnings: [], durationMs: 5000 });
	expect(held).toBeLessThan(256 * 1_048_576);
});

describe('the source', () => {
	test('is released after success, too', async () => {
		const source = sourceOf(atEnd);
		await checkVideo(source);
		expect(source.released).toBe(true);
	});

	test.each(['open', 'read'])('its own error on %s comes through unchanged', async (when) => {
		const error = new Error('connection lost');
		const source = {
			name: 'talk.mp4',
			size: atEnd.length,
			open: () => (when === 'open' ? Promise.reject(error) : Promise.resolve(broken())),
		};
		async function* broken(): AsyncGenerator<Uint8Array> {
			yield await Promise.resolve(atEnd.subarray(0, 2000));
			throw error;
		}
		await expect(checkVideo(source)).rejects.toBe(error);
	});

	test('that cannot be released cleanly hides no result', async () => {
		const source = {
			name: 'talk.mp4',
			size: atEnd.length,
			open: () => Promise.resolve({ [Symbol.asyncIterator]: iterate }),
		};
		function iterate(): AsyncIterator<Uint8Array> {
			return {
				next: () => Promise.resolve({ done: false, value: atEnd }),
				return: () => Promise.reject(new Error('no way out')),
			};
		}
		expect(await checkVideo(source)).toMatchObject({ warnings: [], durationMs: 4000 });
	});
});
