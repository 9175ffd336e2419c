import fc from 'fast-check';

import { UnexpectedAnswer } from '../../../linkedin/api/parse';
import { planParts } from '../../../linkedin/upload/plan';
import { instructionsFor, partUrl } from './support';

const PART = 4_194_304;
const plan = (ranges: ReadonlyArray<readonly [number, number]>, fileSize: number) =>
	planParts(
		ranges.map(([firstByte, lastByte], index) => ({
			uploadUrl: partUrl(index + 1),
			firstByte,
			lastByte,
		})),
		fileSize,
	);
const sizes = (ranges: ReadonlyArray<readonly [number, number]>, fileSize: number) =>
	plan(ranges, fileSize).map(({ size }) => size);

describe('a sound plan', () => {
	test('gives each part its number, bytes and address', () => {
		expect(
			plan(
				[
					[0, 9],
					[10, 14],
				],
				15,
			),
		).toEqual([
			{ partNumber: 1, firstByte: 0, lastByte: 9, size: 10, uploadUrl: partUrl(1) },
			{ partNumber: 2, firstByte: 10, lastByte: 14, size: 5, uploadUrl: partUrl(2) },
		]);
	});

	test.each<[string, Array<[number, number]>, number, number[]]>([
		['one byte', [[0, 0]], 1, [1]],
		[
			'exactly two parts',
			[
				[0, PART - 1],
				[PART, 2 * PART - 1],
			],
			2 * PART,
			[PART, PART],
		],
		[
			'parts of different sizes',
			[
				[0, 0],
				[1, 9],
				[10, 11],
			],
			12,
			[1, 9, 2],
		],
		['LinkedIn’s own sample, beyond the end', [[0, PART - 1]], 1_055_736, [1_055_736]],
		[
			'a last part that is clipped to a byte',
			[
				[0, 9],
				[10, 19],
			],
			11,
			[10, 1],
		],
	])('%s', (_, ranges, fileSize, expected) => {
		expect(sizes(ranges, fileSize)).toEqual(expected);
	});

	test('covers the file exactly, without gap or overlap, whatever its parts', () => {
		fc.assert(
			fc.property(
				fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 50 }),
				fc.nat({ max: 9999 }),
				(partSizes, cut) => {
					const last = partSizes.at(-1) ?? 1;
					const planned = partSizes.reduce((sum, size) => sum + size, 0);
					const fileSize = planned - (cut % last);
					const parts = planParts(instructionsFor(partSizes), fileSize);
					expect(parts).toHaveLength(partSizes.length);
					let next = 0;
					for (const [index, part] of parts.entries()) {
						expect(part.partNumber).toBe(index + 1);
						expect(part.firstByte).toBe(next);
						expect(part.lastByte - part.firstByte + 1).toBe(part.size);
						expect(part.size).toBeGreaterThan(0);
						expect(part.uploadUrl).toBe(partUrl(index + 1));
						next = part.lastByte + 1;
					}
					expect(next).toBe(fileSize);
				},
			),
		);
	});
});

describe('a plan is refused', () => {
	test('of more parts than are sent', () => {
		const ranges = Array.from({ length: 5001 }, (_, at): [number, number] => [at, at]);
		expect(() => plan(ranges, 5001)).toThrow('there are 5001 parts, and at most 5000 are sent');
	});

	test.each<[string, Array<[number, number]>, number, string]>([
		['that is empty', [], 10, 'value.uploadInstructions is empty'],
		['that starts late', [[1, 9]], 10, 'part 1 starts at 1, expected 0'],
		[
			'with a gap',
			[
				[0, 4],
				[6, 9],
			],
			10,
			'part 2 starts at 6, expected 5',
		],
		[
			'with an overlap',
			[
				[0, 4],
				[4, 9],
			],
			10,
			'part 2 starts at 4, expected 5',
		],
		[
			'in another order',
			[
				[5, 9],
				[0, 4],
			],
			10,
			'part 1 starts at 5, expected 0',
		],
		[
			'with the same part twice',
			[
				[0, 4],
				[0, 4],
			],
			5,
			'part 2 starts at 0, expected 5',
		],
		[
			'with too few bytes',
			[
				[0, 4],
				[5, 8],
			],
			10,
			'the parts end at byte 8, but the file has 10 bytes',
		],
		[
			'with a part that ends before it starts',
			[[0, -1]],
			10,
			'part 1 ends at -1, before its start 0',
		],
		[
			'with a part beyond the end',
			[
				[0, 9],
				[10, 19],
			],
			10,
			'part 2 starts at 10, but the file has 10 bytes',
		],
		[
			'after a range beyond the end',
			[
				[0, 99],
				[100, 199],
			],
			10,
			'part 2 starts at 100, but the file has 10 bytes',
		],
		['for an empty file', [[0, 9]], 0, 'part 1 starts at 0, but the file has 0 bytes'],
	])('%s', (_, ranges, fileSize, message) => {
		expect(() => plan(ranges, fileSize)).toThrow(UnexpectedAnswer);
		expect(() => plan(ranges, fileSize)).toThrow(new UnexpectedAnswer(message));
	});

	test('wherever it differs from the file by a byte', () => {
		const partSizes = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 10 });
		const shift = fc.constantFrom(-1, 1);
		fc.assert(
			fc.property(partSizes, fc.nat(), shift, (list, place, by) => {
				const ranges = instructionsFor(list);
				const fileSize = list.reduce((sum, size) => sum + size, 0);
				const index = place % ranges.length;
				const wrong = ranges.map((range, at) =>
					at === index ? { ...range, firstByte: range.firstByte + by } : range,
				);
				expect(() => planParts(wrong, fileSize)).toThrow(UnexpectedAnswer);
			}),
		);
	});
});
