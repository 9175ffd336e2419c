import type { ByteReader } from './byteReader';

/**
 * A box ("atom") of an ISO base media file, as its header states it.
 * Offsets count from the start of the file; `end` is the first byte after the box.
 */
export interface Box {
	/** Four characters, e.g. `moov`; any bytes in a broken file. */
	readonly type: string;
	readonly start: number;
	readonly body: number;
	/** As stated: it may lie beyond the file, or before `body` if the header is invalid. */
	readonly end: number;
}

/** 32 bits of size, 32 bits of type. */
const HEADER = 8;
/** The same, followed by a 64-bit size. */
const LARGE_HEADER = 16;

/**
 * Reads the header of the box that starts here (ISO/IEC 14496-12, 4.2). Size 0 means "to the end of
 * what holds it", size 1 that 64 bits of size follow.
 *
 * @param limit where the holder of the box ends: its parent, or the file
 * @returns `undefined` if no header fits before the limit: padding, or a cut-off file
 * @throws Problem if the source ends before the limit.
 */
export async function nextBox(reader: ByteReader, limit: number): Promise<Box | undefined> {
	const start = reader.position;
	if (start + HEADER > limit) return undefined;
	const header = await reader.read(HEADER);
	const size = header.getUint32(0);
	const type = String.fromCharCode(...[4, 5, 6, 7].map((at) => header.getUint8(at)));
	if (size === 0) return { type, start, body: start + HEADER, end: limit };
	if (size > 1) return { type, start, body: start + HEADER, end: start + size };
	if (start + LARGE_HEADER > limit)
		return { type, start, body: start + LARGE_HEADER, end: Infinity };
	const large = await reader.read(LARGE_HEADER - HEADER);
	// Exact up to 2^53; no file is larger.
	const end = start + Number(large.getBigUint64(0));
	return { type, start, body: start + LARGE_HEADER, end };
}
