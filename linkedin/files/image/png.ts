import type { Budget } from '../budget/budget';
import { CHUNK_BYTES, CHUNK_STEPS, SIGNATURE_BYTES } from '../pngChunks';
import type { Picture } from './picture';

/**
 * Reads the width and height of a PNG from its header (PNG specification, 11.2.1), and whether its
 * chunks are complete. The checksums are not computed: decoders repair or ignore them.
 *
 * Linear: each step advances by a chunk.
 */
export async function readPng(bytes: Buffer, budget: Budget): Promise<Picture> {
	const size = readHeader(bytes);
	if (!size) return {};
	let pictureSeen = false;
	let at = SIGNATURE_BYTES;
	while (at + CHUNK_BYTES <= bytes.length) {
		if (budget.spend(CHUNK_STEPS)) await budget.turn();
		const type = bytes.toString('latin1', at + 4, at + 8);
		at += CHUNK_BYTES + bytes.readUInt32BE(at);
		pictureSeen ||= type === 'IDAT';
		if (at > bytes.length) break;
		if (type === 'IEND' && pictureSeen) return size;
	}
	if (!pictureSeen) return { ...size, cutOff: 'it ends before its image data' };
	if (at !== bytes.length) return { ...size, cutOff: 'it ends in the middle of its image data' };
	return { ...size, endMissing: true };
}

/** The header is the first chunk, of 13 bytes. */
function readHeader(bytes: Buffer): Picture | undefined {
	if (bytes.length < 33 || bytes.toString('latin1', 12, 16) !== 'IHDR') return undefined;
	return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}
