import type { Tools } from './picture';
import { rowBytes, type PngFile } from './pngFile';
import { damaged } from './size';
import { Unpacked } from './unpack';

/** A row of a PNG: the number of its filter, then its bytes, filtered. Valid until the next is asked for. */
export type Rows = AsyncGenerator<Uint8Array, void, undefined>;

/** The rows of a PNG that is not interlaced. @throws Problem where they end too early */
export async function* plainRows(file: PngFile, tools: Tools): Rows {
	const unpacked = new Unpacked(file.packed);
	const count = 1 + rowBytes(file, file.width);
	try {
		for (let row = 0; row < file.height; row += 1) {
			yield unpacked.take(count) ?? (await wholeRow(unpacked, count, tools));
		}
	} finally {
		await unpacked.close();
	}
}

/** A row that doesn't lie at hand. @throws Problem where the pixels end too early */
export async function wholeRow(
	unpacked: Unpacked,
	count: number,
	{ problem }: Tools,
): Promise<Uint8Array> {
	const row = await unpacked.read(count);
	if (row.length < count) throw damaged(problem, 'its image data ends too early');
	return row;
}
