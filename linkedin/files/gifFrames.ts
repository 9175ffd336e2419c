/** Signature (6) and logical screen descriptor (7). */
const HEADER = 13;
/** Ends the file. */
const TRAILER = 0x3b;
/** Separator (1), then position, size and flags (9). */
const IMAGE_DESCRIPTOR = 10;

/**
 * Counts the pictures of a GIF (GIF89a specification, sections 18 to 27) without decoding them.
 *
 * Our own walker: omggif, the library for this, throws on a plain text extension and on every label
 * that it does not know, which the specification tells readers to skip.
 *
 * @param bytes a file that starts with GIF87a or GIF89a
 * @returns `undefined` where the file ends inside a block; a missing trailer alone is no fault
 */
export function gifFrames(bytes: Uint8Array): number | undefined {
	let frames = 0;
	let at = HEADER + colours(bytes[10]);
	while (at < bytes.length) {
		switch (bytes[at] ?? TRAILER) {
			case 0x2c: // a picture: descriptor, its own colours, LZW code size, data
				at = endOfData(bytes, at + IMAGE_DESCRIPTOR + colours(bytes[at + 9]) + 1);
				frames++;
				break;
			case 0x21: // an extension: label, data
				at = endOfData(bytes, at + 2);
				break;
			case 0x00: // a terminator too many, as some encoders write
				at++;
				break;
			case TRAILER:
			default: // or rubbish, before which viewers stop as well
				return frames;
		}
	}
	return at === bytes.length ? frames : undefined;
}

/** Bytes of the colour table that a flags byte announces. */
function colours(flags = 0): number {
	return flags & 0x80 ? 3 * 2 ** ((flags & 0x07) + 1) : 0;
}

/**
 * Skips sub-blocks up to and with their terminator.
 * @returns where the next block starts; beyond the end of the file where the terminator is missing
 */
function endOfData(bytes: Uint8Array, start: number): number {
	let at = start;
	for (;;) {
		const length = bytes[at];
		if (length === undefined) return Infinity;
		at += length + 1;
		if (length === 0) return at;
	}
}
