import type { Content } from '../../fileServer';
import { fixture } from '../../fixtures/make';

/** Bytes of a box of a file that has nothing else. */
const BOX = 64 * 1024;
const HEADER = Buffer.from([0, 1, 0, 0, ...Buffer.from('free')]);

/** A file of so many bytes, all of it boxes of 64 kB that say nothing, behind the kind of a video. */
export function boxes(size: number): Content {
	const start = fixture('talk.mp4').subarray(0, 32);
	return {
		size,
		read: (offset, wanted) => {
			const bytes = Buffer.alloc(Math.max(0, Math.min(wanted, size - offset)));
			const put = (piece: Buffer, at: number): void => {
				const cut = Math.min(Math.max(0, offset - at), piece.length);
				if (at < offset + bytes.length) piece.copy(bytes, Math.max(0, at - offset), cut);
			};
			put(start, 0);
			const first = Math.max(0, Math.floor((offset - start.length) / BOX));
			for (let at = start.length + first * BOX; at < offset + bytes.length; at += BOX) {
				put(HEADER, at);
			}
			return bytes;
		},
	};
}
