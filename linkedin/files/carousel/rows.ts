import type { Tools } from './picture';
import { rowBytes, type PngFile } from './pngFile';
import { damaged } from './size';
import { Unpacked } from './unpack';

/**
 * Bytes of a row that are worked on at once: a row alone may have half a megabyte. Pixels of 1, 2, 3, 4, 6
 * and 8 bytes fill it.
 */
export const PART_BYTES = 24 * 680;
/** The cost of handing on a part, however short. */
export const PART_STEPS = 64;
/** Filters are numbered from 0 (PNG specification, 9.2). */
const LAST_FILTER = 4;

/** A part of a row of a PNG. */
interface RowPart {
	/** The number of the row's filter. */
	readonly filter: number;
	/** Whether the row begins with it. */
	readonly isFirst: boolean;
	/** Filtered; {@link PART_BYTES} at most. Valid until the next part is asked for. */
	readonly bytes: Uint8Array;
}

/** The rows of a PNG from top to bottom, part by part. */
export type Rows = AsyncGenerator<RowPart, void, undefined>;

/** The rows of a PNG that is not interlaced. @throws Problem where they end too early, or are none */
export async function* plainRows(file: PngFile, tools: Tools): Rows {
	const unpacked = new Unpacked(file.packed);
	const stride = rowBytes(file, file.width);
	const next = (count: number): Uint8Array | Promise<Uint8Array> =>
		unpacked.take(count) ?? allOf(unpacked, count, tools);
	try {
		for (let row = 0; row < file.height; row += 1) {
			const [filter = 0] = await next(1);
			checkFilter(filter, tools);
			for (let at = 0; at < stride; at += PART_BYTES) {
				const bytes = await next(Math.min(PART_BYTES, stride - at));
				yield { filter, isFirst: at === 0, bytes };
			}
		}
	} finally {
		await unpacked.close();
	}
}

/** @throws Problem for what is no filter's number: the pixels before it are others than they say */
export function checkFilter(filter: number, { problem }: Tools): void {
	if (filter > LAST_FILTER) throw damaged(problem, 'its image data is broken');
}

/** So many bytes, which don't lie at hand. @throws Problem where the pixels end too early */
export async function allOf(
	unpacked: Unpacked,
	count: number,
	{ problem }: Tools,
): Promise<Uint8Array> {
	const bytes = await unpacked.read(count);
	if (bytes.length < count) throw damaged(problem, 'its image data ends too early');
	return bytes;
}
