import { createHash } from 'node:crypto';
import { fixture, noise, uint32 } from '../../fixtures/make';
import type { ServedFile } from './fileServer';

const BLOCK = 1_048_576;

/**
 * A real MP4 made as large as asked by a `free` box of noise behind it, which is made while it is
 * read: no two of its blocks are the same.
 *
 * @param size bytes, less than 4 GiB, which is what the box's short size can say
 */
export function largeVideo(size: number): ServedFile {
	const movie = fixture('talk.mp4');
	const head = Buffer.concat([movie, uint32(size - movie.length), Buffer.from('free')]);
	const block = noise(BLOCK);
	return {
		size,
		type: 'video/mp4',
		*read(first, end) {
			if (first < head.length) yield head.subarray(first, Math.min(end, head.length));
			for (let at = Math.max(first, head.length); at < end;) {
				const index = Math.floor((at - head.length) / BLOCK);
				const offset = (at - head.length) % BLOCK;
				const piece = Buffer.from(block);
				piece.writeUInt32BE(index);
				const wanted = piece.subarray(offset, Math.min(BLOCK, offset + end - at));
				yield wanted;
				at += wanted.length;
			}
		},
	};
}

export function sha256Of(file: ServedFile): string {
	const hash = createHash('sha256');
	for (const piece of file.read(0, file.size)) hash.update(piece);
	return hash.digest('hex');
}
