import { PAETH, predicted } from '../predictors';
import { formatNumber } from '../format';
import type { Tools } from './picture';
import { PALETTE, pixelBytes, rowBytes, type PngFile } from './pngFile';
import { allOf, checkFilter, PART_BYTES, type Rows } from './rows';
import { SCALE_DOWN } from './size';
import { Unpacked } from './unpack';

/** Each pass has the pixels from x and y on, in these steps (PNG specification, 8.2). */
const PASSES = [
	[0, 0, 8, 8],
	[4, 0, 8, 8],
	[0, 4, 4, 8],
	[2, 0, 4, 4],
	[0, 2, 2, 4],
	[1, 0, 2, 2],
	[0, 1, 1, 2],
] as const;

/** An interlaced picture is unpacked whole, since its last rows come first as well. */
const MOST_RASTER_BYTES = 32 * 1024 * 1024;

/**
 * The rows of an interlaced PNG, from top to bottom.
 *
 * @throws Problem for one that is too large, and where its pixels end too early or are broken
 */
export async function* interlacedRows(file: PngFile, tools: Tools): Rows {
	const { width, height } = file;
	const stride = rowBytes(file, width);
	if (stride * height > MOST_RASTER_BYTES) throw tooLarge(file, tools);
	const raster = await deinterlaced(file, tools);
	const filter = file.bits < 8 || file.colour === PALETTE ? 0 : PAETH;
	const part = new Uint8Array(Math.min(PART_BYTES, stride));
	const step = pixelBytes(file);
	for (let y = 0; y < height; y += 1) {
		const from = y * stride;
		for (let start = 0; start < stride; start += PART_BYTES) {
			const count = Math.min(PART_BYTES, stride - start);
			if (tools.budget.spend(count)) await tools.budget.turn();
			for (let index = 0; index < count; index += 1) {
				const at = start + index;
				const left = at < step ? 0 : (raster[from + at - step] ?? 0);
				const up = y === 0 ? 0 : (raster[from + at - stride] ?? 0);
				const corner = y === 0 || at < step ? 0 : (raster[from + at - stride - step] ?? 0);
				part[index] = (raster[from + at] ?? 0) - predicted(filter, left, up, corner);
			}
			yield { filter, isFirst: start === 0, bytes: part.subarray(0, count) };
		}
	}
}

/** All pixels, row by row, without filters. */
async function deinterlaced(file: PngFile, tools: Tools): Promise<Uint8Array> {
	const { width, height } = file;
	const raster = new Uint8Array(rowBytes(file, width) * height);
	const unpacked = new Unpacked(file.packed);
	try {
		for (const [x, y, stepX, stepY] of PASSES) {
			const columns = Math.ceil((width - x) / stepX);
			if (columns <= 0) continue;
			const count = rowBytes(file, columns);
			let above = new Uint8Array(count);
			for (let line = y; line < height; line += stepY) {
				const packed = unpacked.take(1 + count) ?? (await allOf(unpacked, 1 + count, tools));
				const [filter = 0] = packed;
				checkFilter(filter, tools);
				const row = packed.slice(1);
				for (let from = 0; from < count; from += PART_BYTES) {
					const part = { from, to: Math.min(from + PART_BYTES, count) };
					if (tools.budget.spend((part.to - from) * 2)) await tools.budget.turn();
					unfilter(row, part, { filter, above, step: pixelBytes(file) });
					scatter(file, raster, { row, part, line, x, stepX });
				}
				above = row;
			}
		}
	} finally {
		await unpacked.close();
	}
	return raster;
}

/** Bytes of a row, up to but without the last. */
interface Part {
	readonly from: number;
	readonly to: number;
}

interface Filtered {
	readonly filter: number;
	readonly above: Uint8Array;
	readonly step: number;
}

function unfilter(row: Uint8Array, { from, to }: Part, { filter, above, step }: Filtered): void {
	if (filter === 0) return;
	for (let at = from; at < to; at += 1) {
		const left = at < step ? 0 : (row[at - step] ?? 0);
		const corner = at < step ? 0 : (above[at - step] ?? 0);
		row[at] = (row[at] ?? 0) + predicted(filter, left, above[at] ?? 0, corner);
	}
}

interface Placed {
	readonly row: Uint8Array;
	readonly part: Part;
	/** Where the row goes. */
	readonly line: number;
	/** The place of its first pixel there, and the steps to the others. */
	readonly x: number;
	readonly stepX: number;
}

/** Puts pixels of a pass where they belong. */
function scatter(file: PngFile, raster: Uint8Array, { row, part, line, x, stepX }: Placed): void {
	const base = line * rowBytes(file, file.width);
	const bits = file.samples * file.bits;
	const last = Math.min((part.to * 8) / bits, Math.ceil((file.width - x) / stepX));
	for (let from = (part.from * 8) / bits; from < last; from += 1) {
		const column = x + from * stepX;
		if (bits < 8) {
			const inRow = from * bits;
			const inRaster = column * bits;
			const value = ((row[inRow >> 3] ?? 0) >> (8 - bits - (inRow & 7))) & ((1 << bits) - 1);
			const to = base + (inRaster >> 3);
			raster[to] = (raster[to] ?? 0) | (value << (8 - bits - (inRaster & 7)));
			continue;
		}
		const bytes = bits >> 3;
		for (let byte = 0; byte < bytes; byte += 1) {
			raster[base + column * bytes + byte] = row[from * bytes + byte] ?? 0;
		}
	}
}

function tooLarge({ width, height, ...file }: PngFile, { problem }: Tools): Error {
	const pixels = Math.floor(MOST_RASTER_BYTES / Math.max(1, rowBytes(file, 8) / 8));
	return problem(
		`is an interlaced PNG of ${formatNumber(width * height)} pixels (${width} x ${height}); of this kind, a carousel can have up to ${formatNumber(pixels)} in one`,
		`${SCALE_DOWN} Or save it without interlacing.`,
	);
}
