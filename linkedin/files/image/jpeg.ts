import type { Budget } from '../budget/budget';
import { indexOf } from '../budget/search';
import {
	ANY_MARKER,
	END_OF_IMAGE,
	isFrameHeader,
	SEGMENT_STEPS,
	standsAlone,
	START_OF_SCAN,
} from '../jpegMarkers';
import type { Picture } from './picture';

const END_MARKER = Buffer.from([0xff, END_OF_IMAGE]);

/** After the first scan: the number of lines, if the frame header did not have it (B.2.5). */
const LINES_MARKER = Buffer.from('ffdc0004', 'hex');

/** Length, precision, height and width of a frame header. */
const FRAME_BYTES = 7;

/**
 * Reads the width and height of a JPEG from its frame header (T.81, B.2.2), and whether the picture
 * is complete. All segments are read, however many and large they are: panoramas have megabytes of
 * them. Fill bytes before a marker (B.1.1.2) and junk after a segment are skipped, as in viewers.
 *
 * Linear: each step advances by at least one byte.
 *
 * @param bytes a file that starts with a start of image
 */
export async function readJpeg(bytes: Buffer, budget: Budget): Promise<Picture> {
	let size: Picture = {};
	let at = 2;
	while (at < bytes.length) {
		if (budget.spend(SEGMENT_STEPS)) await budget.turn();
		if (bytes[at] !== 0xff) {
			const next = await indexOf(bytes, ANY_MARKER, at, budget);
			if (next < 0) break;
			at = next;
		}
		const marker = bytes[at + 1];
		if (marker === 0xff || marker === undefined) {
			at += 1;
			continue;
		}
		at += 2;
		if (marker === END_OF_IMAGE) return size;
		if (standsAlone(marker)) continue;
		if (at + 2 > bytes.length) break;
		const end = at + bytes.readUInt16BE(at);
		if (isFrameHeader(marker) && size.width === undefined && at + FRAME_BYTES <= bytes.length) {
			size = { height: bytes.readUInt16BE(at + 3), width: bytes.readUInt16BE(at + 5) };
		}
		if (marker === START_OF_SCAN) return withPicture(size, bytes, end, budget);
		// A length below 2 is invalid: what follows is junk, up to the next marker.
		at = Math.max(end, at);
	}
	return { ...size, cutOff: 'it ends before its image data' };
}

/** In a scan, 0xff is data only before a zero (F.1.2.3), so the first end marker is the real one. */
async function withPicture(
	size: Picture,
	bytes: Buffer,
	scan: number,
	budget: Budget,
): Promise<Picture> {
	const end = await indexOf(bytes, END_MARKER, scan, budget);
	if (end < 0) return { ...size, cutOff: 'it ends in the middle of its image data' };
	if (size.height !== 0) return size;
	const lines = await indexOf(bytes.subarray(0, end), LINES_MARKER, scan, budget);
	return lines < 0 ? size : { ...size, height: bytes.readUInt16BE(lines + LINES_MARKER.length) };
}
