import type { Box } from '../boxes';
import { nextBox } from '../boxes';
import type { ByteReader } from '../byteReader';

/**
 * The next box inside another one; undefined if none fits. If fewer bytes than a header are left,
 * they are padding, as written by QuickTime; an invalid box ends the reading without an error.
 */
export async function child(reader: ByteReader, parent: Box): Promise<Box | undefined> {
	const box = await nextBox(reader, parent.end);
	return box && box.end >= box.body && box.end <= parent.end ? box : undefined;
}
