import { PAETH, predicted } from '../predictors';
import { formatNumber } from '../format';
import type { Tools } from './picture';
import { PALETTE, pixelBytes, rowBytes, type PngFile } from './pngFile';
import { wholeRow, type Rows } from './rows';
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
 * @throws Problem for one that is too large, and where its pixels end too early
 */
export async function* interlacedRows(file: PngFile, tools: Tools): Rows {
	const { width, height } = file;
	const stride = rowBytes(file, width);
	if (stride * height > MOST_RASTER_BYTES) throw tooLarge(file, tools);
	const raster = await deinterlaced(file, tools);
	const filter = file.bits < 8 || file.colour === PALETTE ? 0 : PAETH;
	const row = new Uint8Array(1 + stride);
	row[0] = filter;
	const step = pixelBytes(file);
	for (let y = 0; y < height; y += 1) {
		if (tools.budget.spend(stride)) await tools.budget.turn();
		const from = y * stride;
		for (let at = 0; at < stride; at += 1) {
			const left = at < step ? 0 : (raster[from + at - step] ?? 0);
			const up = y === 0 ? 0 : (raster[from + at - stride] ?? 0);
			const corner = y === 0 || at < step ? 0 : (raster[from + at - stride - step] ?? 0);
			row[1 + at] = (raster[from + at] ?? 0) - predicted(filter, left, up, corner);
		}
		yield row;
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
				if (tools.budget.spend(count * 2)) await tools.budget.turn();
				const packed = unpacked.take(1 + count) ?? (await wholeRow(unpacked, 1 + count, tools));
				const row = Uint8Array.from(packed.subarray(1));
				unfilter(row, packed[0] ?? 0, above, pixelBytes(file));
				scatter(file, raster, row, { line, x, stepX });
				above = row;
			}
		}
	} finally {
		await unpacked.close();
	}
	return raster;
}

function unfilter(row: Uint8Array, filter: number, above: Uint8Array, step: number): void {
	if (filter === 0) return;
	for (let at = 0; at < row.length; at += 1) {
		const left = at < step ? 0 : (row[at - step] ?? 0);
		const corner = at < step ? 0 : (above[at - step] ?? 0);
		row[at] = (row[at] ?? 0) + predicted(filter, left, above[at] ?? 0, corner);
	}
}

interface Place {
	readonly line: number;
	readonly x: number;
	readonly stepX: number;
}

/** Puts the pixels of a pass where they belong. */
function scatter(file: PngFile, raster: Uint8Array, row: Uint8Array, place: Place): void {
	const { line, x, stepX } = place;
	const base = line * rowBytes(file, file.width);
	const bits = file.samples * file.bits;
	let from = 0;
	for (let column = x; column < file.width; column += stepX, from += 1) {
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
