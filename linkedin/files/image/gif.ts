import type { Budget } from '../budget/budget';
import type { Picture } from './picture';

/** Signature (6) and logical screen descriptor (7). */
const HEADER = 13;
/** Ends the file. */
const TRAILER = 0x3b;
/** Separator (1), then position, size and flags (9). */
const IMAGE_DESCRIPTOR = 10;
const BLOCK_STEPS = 16;
const SUB_BLOCK_STEPS = 2;

/**
 * Reads the width and height of a GIF's screen and the number of its frames (GIF89a specification,
 * sections 18 to 27), without decoding them. A missing trailer alone is not an error.
 *
 * Our own code, because omggif, the library for this, throws on plain text extensions and unknown
 * labels, which the specification says to skip.
 *
 * Linear: each step advances by at least one byte.
 *
 * @param bytes a file that starts with GIF87a or GIF89a
 */
export async function readGif(bytes: Buffer, budget: Budget): Promise<Picture> {
	if (bytes.length < HEADER) return {};
	const size = { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) };
	const frames = await countFrames(bytes, budget);
	if (frames === undefined) return { ...size, cutOff: 'it ends in the middle of a frame' };
	return frames === 0 ? { ...size, cutOff: 'it contains no frame' } : { ...size, frames };
}

/** @returns `undefined` if the file ends inside a block */
async function countFrames(bytes: Buffer, budget: Budget): Promise<number | undefined> {
	let frames = 0;
	let at = HEADER + colours(bytes[10]);
	while (at < bytes.length) {
		if (budget.spend(BLOCK_STEPS)) await budget.turn();
		switch (bytes[at] ?? TRAILER) {
			case 0x2c: // a picture: descriptor, its own colours, LZW code size, data
				at = await endOfData(bytes, at + IMAGE_DESCRIPTOR + colours(bytes[at + 9]) + 1, budget);
				frames++;
				break;
			case 0x21: // an extension: label, data
				at = await endOfData(bytes, at + 2, budget);
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

/** Bytes of the color table that a flags byte announces. */
function colours(flags = 0): number {
	return flags & 0x80 ? 3 * 2 ** ((flags & 0x07) + 1) : 0;
}

/**
 * Skips sub-blocks up to and with their terminator.
 * @returns where the next block starts; past the end of the file if the terminator is missing
 */
async function endOfData(bytes: Buffer, start: number, budget: Budget): Promise<number> {
	let at = start;
	for (;;) {
		const length = bytes[at];
		if (length === undefined) return Infinity;
		if (budget.spend(SUB_BLOCK_STEPS)) await budget.turn();
		at += length + 1;
		if (length === 0) return at;
	}
}
