import { nextBox } from './boxes';
import type { ByteReader } from './byteReader';
import type { MovieHeader } from './movieHeader';
import { MAX_BOXES, readMovieHeader } from './movieHeader';
import { damagedVideoProblem, incompleteVideoProblem } from './videoProblems';
import { formatNumber } from './format';

/**
 * How far behind `moov` the media data is looked for. Its header alone shows whether the file is
 * complete, and it usually follows at once; a large box in between is not worth reading through.
 */
const LOOK_AHEAD = 65_536;

/**
 * Walks the boxes of an MP4 at the top level until `moov` was read and the media data (`mdat`) was
 * seen, in whatever order they stand.
 *
 * With `moov` at the front (a "fast start" file) a few kilobytes are read. With `moov` at the end the
 * file is read through, but none of it kept. A file that ends inside a box is recognised at that box's
 * header, before its contents are read.
 *
 * @throws Problem where the file is damaged, cut off, or has no `moov`.
 */
export async function readMovie(reader: ByteReader): Promise<MovieHeader> {
	const { file } = reader;
	let header: MovieHeader | undefined;
	let mediaSeen = false;
	for (let count = 0; count < MAX_BOXES; count++) {
		const box = await nextBox(reader, file.size);
		if (!box) break;
		if (box.end > file.size) {
			throw incompleteVideoProblem(file, longerThan(file.size, box.end));
		}
		if (box.end < box.body) {
			throw damagedVideoProblem(
				file,
				`the box at byte ${formatNumber(box.start)} has an impossible size`,
			);
		}
		if (box.type === 'moov') header ??= await readMovieHeader(reader, box);
		if (box.type === 'mdat') mediaSeen = true;
		if (header && (mediaSeen || box.end - reader.position > LOOK_AHEAD)) return header;
		// Nothing can follow: a long last box need not be read to know it.
		if (box.end === file.size) break;
		await reader.skipTo(box.end);
	}
	if (!header) throw incompleteVideoProblem(file, 'its table of contents ("moov") is missing');
	if (!mediaSeen)
		throw incompleteVideoProblem(file, 'it has a table of contents, but no pictures ("mdat")');
	return header;
}

function longerThan(size: number, end: number): string {
	const stated = Number.isSafeInteger(end) ? `reach byte ${formatNumber(end)}` : 'be longer';
	return `the file has ${formatNumber(size)} bytes, but its contents should ${stated}`;
}
