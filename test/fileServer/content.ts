import { createHash } from 'node:crypto';

import { fixture } from '../fixtures/make';

/** A file that may be larger than memory: its bytes are made when they are read. */
export interface Content {
	readonly size: number;
	read(offset: number, length: number): Buffer;
}

export function contentOf(bytes: Buffer): Content {
	return {
		size: bytes.length,
		read: (offset, length) => bytes.subarray(offset, offset + length),
	};
}

/** An odd length, so that no two parts of a file are the same. */
const FILLER_BYTES = 1_048_573;

/** 64-bit size, type `free` (ISO/IEC 14496-12, 4.2 and 8.1.2). */
function freeBoxHeader(size: number): Buffer {
	const header = Buffer.alloc(16);
	header.writeUInt32BE(1, 0);
	header.write('free', 4, 'latin1');
	header.writeBigUInt64BE(BigInt(size), 8);
	return header;
}

/** A real video of any size: players and LinkedIn skip the `free` box at its end. */
export function largeVideo(size: number, seed = 1): Content {
	const video = fixture('talk.mp4');
	const start = Buffer.concat([video, freeBoxHeader(size - video.length)]);
	if (size < start.length) throw new Error(`a large video has at least ${start.length} bytes`);
	const filler = Buffer.allocUnsafe(FILLER_BYTES);
	let state = seed;
	for (let index = 0; index < filler.length; index += 1) {
		state = (Math.imul(state, 1_103_515_245) + 12_345) | 0;
		filler[index] = state >>> 16;
	}
	return {
		size,
		read(offset, wanted) {
			const length = Math.max(0, Math.min(wanted, size - offset));
			const bytes = Buffer.allocUnsafe(length);
			let filled = 0;
			while (filled < length) {
				const at = offset + filled;
				const from = at < start.length ? start : filler;
				const within = at < start.length ? at : (at - start.length) % filler.length;
				filled += from.copy(bytes, filled, within, Math.min(from.length, within + length - filled));
			}
			return bytes;
		},
	};
}

const BLOCK = 4 * 1024 * 1024;

export function sha256Of(content: Content): string {
	const hash = createHash('sha256');
	for (let offset = 0; offset < content.size; offset += BLOCK) {
		hash.update(content.read(offset, BLOCK));
	}
	return hash.digest('hex');
}
