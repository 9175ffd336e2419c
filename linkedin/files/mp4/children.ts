import type { Box } from '../boxes';
import { nextBox } from '../boxes';
import type { ByteReader } from '../byteReader';

/**
 * The next box inside of another one; undefined where there is none that fits. Less than a header's
 * bytes left over is padding, as QuickTime writes; boxes of nonsense end the walk, not the file.
 */
export async function child(reader: ByteReader, parent: Box): Promise<Box | undefined> {
	const box = await nextBox(reader, parent.end);
	return box && box.end >= box.body && box.end <= parent.end ? box : undefined;
}
