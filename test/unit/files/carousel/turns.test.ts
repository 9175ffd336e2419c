import { deflateSync } from 'node:zlib';

import { Turns } from '../../../../linkedin/api/turns';
import { Budget } from '../../../../linkedin/files/budget/budget';
import type { Limits } from '../../../../linkedin/files/budget/limits';
import { Packer } from '../../../../linkedin/files/carousel/pack';
import { CarouselWriter } from '../../../../linkedin/files/carousel/writer';
import type * as predictors from '../../../../linkedin/files/predictors';
import { pngChunk, uint32 } from '../../../fixtures/make';
import { LOPSIDED } from '../../../fixtures/pictures/grid';
import { jpeg } from '../../../fixtures/pictures/jpeg';
import { PASSES } from '../../../fixtures/pictures/png';
import { WHITE } from './support';

/**
 * Between two turns of the event loop a carousel does a bounded piece of work, however wide a row or large a
 * file is. The work is counted from outside, and no clock decides: a turn is due whenever anybody asks.
 */

const KIB = 1024;
const MIB = 1024 * KIB;
const NO_LIMITS: Limits = { bytes: Infinity, work: Infinity, requests: Infinity, memory: Infinity };

/** Bytes that a loop in JavaScript works on, and bytes that are copied. */
interface Work {
	looped: number;
	copied: number;
}

const mockNow: Work = { looped: 0, copied: 0 };
const most: Work = { looped: 0, copied: 0 };
let turns = 0;

jest.mock<typeof predictors>('../../../../linkedin/files/predictors', () => {
	const actual = jest.requireActual<typeof predictors>('../../../../linkedin/files/predictors');
	return {
		...actual,
		predicted: (...of) => {
			mockNow.looped += 1;
			return actual.predicted(...of);
		},
	};
});

function turn(): void {
	turns += 1;
	most.looped = Math.max(most.looped, mockNow.looped);
	most.copied = Math.max(most.copied, mockNow.copied);
	mockNow.looped = mockNow.copied = 0;
}

beforeEach(() => {
	Object.assign(most, { looped: 0, copied: 0 });
	Object.assign(mockNow, { looped: 0, copied: 0 });
	turns = 0;
	const typedArrays = Object.getPrototypeOf(Uint8Array.prototype) as Uint8Array;
	const set = Reflect.get(typedArrays, 'set');
	jest.spyOn(typedArrays, 'set').mockImplementation(function (this: Uint8Array, from, at) {
		mockNow.copied += from.length;
		set.call(this, from, at);
	});
	const add = Reflect.get(Packer.prototype, 'add');
	jest.spyOn(Packer.prototype, 'add').mockImplementation(function (this: Packer, bytes) {
		mockNow.looped += bytes.length;
		return add.call(this, bytes);
	});
});
afterEach(() => {
	jest.restoreAllMocks();
});

/** The PDF of an image. @param imageBytes how large the images are thought to be */
async function written(kind: 'jpeg' | 'png', image: Buffer, imageBytes = image.length) {
	let time = 0;
	const loop = {
		now: () => (time += 1000),
		nextTurn: () => {
			turn();
			return Promise.resolve();
		},
	};
	const budget = new Budget({ limits: NO_LIMITS, turns: new Turns(loop) });
	const fail = () => new Error('it is too large');
	const writer = new CarouselWriter(
		{ pageSize: 'first', background: WHITE, title: 'Carousel' },
		{ imageBytes, images: 1, most: 200 * MIB, tooLarge: fail, budget },
	);
	await writer.add(kind, image, { budget, problem: (why) => new Error(why) });
	const pdf = await writer.finish();
	turn();
	return pdf;
}

const RGBA = 6;
const RGB = 2;
const WIDTH = 65_500;
const HEIGHT = 6;

/** Columns of each row of an interlaced PNG, in their order. */
function interlacedColumns(): number[] {
	return PASSES.flatMap(([x, y, stepX, stepY]) =>
		Array.from({ length: Math.ceil((HEIGHT - y) / stepY) }, () => Math.ceil((WIDTH - x) / stepX)),
	);
}

/** Rows of noise, of 16 bits a sample: as wide as a PNG may be here. */
function widePng(colour: number, interlaced = false): Buffer {
	const columns = interlaced ? interlacedColumns() : Array.from({ length: HEIGHT }, () => WIDTH);
	let state = 1;
	const rows = columns.map((count) => {
		const row = Buffer.alloc(1 + count * (colour === RGBA ? 8 : 6));
		for (let at = 0; at < row.length; at += 1) {
			state = (state * 48271) % 0x7fffffff;
			row[at] = at === 0 ? 2 : state & 0xff;
		}
		return row;
	});
	const header = [uint32(WIDTH), uint32(HEIGHT), Buffer.from([16, colour, 0, 0, +interlaced])];
	const packed = deflateSync(Buffer.concat(rows), { level: 1 });
	return Buffer.concat([
		Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
		pngChunk('IHDR', Buffer.concat(header)),
		pngChunk('IDAT', packed),
		pngChunk('IEND', Buffer.alloc(0)),
	]);
}

test.each([
	// Only zlib works on these, which has a thread of its own.
	['as they are', widePng(RGB), 5],
	['with opacity', widePng(RGBA), 100],
	['interlaced', widePng(RGB, true), 100],
	['interlaced, with opacity', widePng(RGBA, true), 100],
])('rows of half a megabyte, %s', async (_, image, least) => {
	await written('png', image);
	expect(turns).toBeGreaterThan(least);
	expect(most.looped).toBeLessThan(80 * KIB);
	expect(most.copied).toBeLessThan(1.5 * MIB);
});

/** With pixels that nobody unpacks. */
function largeJpeg(bytes: number): Buffer {
	const photo = jpeg(LOPSIDED);
	return Buffer.concat([photo.subarray(0, -2), Buffer.alloc(bytes, 0x55), photo.subarray(-2)]);
}

test.each([
	['for which there is room', undefined],
	['for which room is made', 0],
])('a large file that is copied as it is, %s', async (_, imageBytes) => {
	const image = largeJpeg(24 * MIB);
	const pdf = await written('jpeg', image, imageBytes);
	expect(pdf.includes(image)).toBe(true);
	expect(turns).toBeGreaterThan(20);
	expect(most.copied).toBeLessThan(1.5 * MIB);
});
