import { nextBox, type Box } from './boxes';
import { brandKind } from './brands';
import type { ByteReader } from './byteReader';
import type { FileKind } from './kinds';
import { readMovieHeader, type MovieHeader } from './movieHeader';
import { damagedVideoProblem, incompleteVideoProblem } from './videoProblems';
import { formatNumber } from './format';

/** What a video of the MP4 family says about itself. */
export interface Movie extends MovieHeader {
	/** According to its brand, if it has one. */
	readonly kind: FileKind | undefined;
	/** All fragments were read. */
	readonly allSeen: boolean;
}

/**
 * How far after `moov` the media data is searched for. Its header is enough to tell whether the
 * file is complete, and it usually follows at once; a large box in between is not worth reading.
 */
const LOOK_AHEAD = 65_536;

/** How far fragments are read: requests if ranges can be read, otherwise bytes. */
const MAX_FRAGMENTS = 64;
const FRAGMENTS_REACH = 64 * 1024 * 1024;

/**
 * Walks the boxes of an MP4 at the top level until `moov` was read and the media data (`mdat`) was
 * seen, in whatever order; then through the fragments, if the length is in them.
 *
 * With `moov` at the front (a "fast start" file) a few kilobytes are read. With `moov` at the end,
 * the whole file is read, but not kept. A file that ends inside a box is detected at that box's
 * header, before its contents are read.
 *
 * @throws Problem if the file is damaged, cut off, or has no `moov`; OverBudget; CancelledError
 */
export async function readMovie(reader: ByteReader): Promise<Movie> {
	const { file } = reader;
	let kind: FileKind | undefined;
	let header: MovieHeader | undefined;
	let mediaSeen = false;
	for (;;) {
		const box = await nextWhole(reader);
		if (!box) break;
		if (box.type === 'ftyp') kind ??= await readBrand(reader, box);
		if (box.type === 'moov') header ??= await readMovieHeader(reader, box);
		if (box.type === 'moof') await header?.fragments?.add(reader, box);
		if (box.type === 'mdat') mediaSeen = true;
		// Nothing can follow, so a long last box needn't be read.
		if (box.end === file.size) break;
		if (header && (mediaSeen || box.end - reader.position > LOOK_AHEAD)) {
			if (isFarEnough(reader, box, header)) return { ...header, kind, allSeen: false };
		}
		await reader.skipTo(box.end);
	}
	if (!header) throw incompleteVideoProblem(file, 'its table of contents ("moov") is missing');
	if (!mediaSeen)
		throw incompleteVideoProblem(file, 'it has a table of contents, but no media data ("mdat")');
	return { ...header, kind, allSeen: true };
}

/** At once without fragments; with them, as soon as it costs more than it is worth. */
function isFarEnough(reader: ByteReader, box: Box, { fragments }: MovieHeader): boolean {
	if (!fragments || fragments.count >= MAX_FRAGMENTS) return true;
	return !reader.file.readRange && box.end > FRAGMENTS_REACH;
}

/** @throws Problem for a box that is longer than the file, or shorter than its own header */
async function nextWhole(reader: ByteReader): Promise<Box | undefined> {
	const { file } = reader;
	const box = await nextBox(reader, file.size);
	if (box && box.end > file.size) {
		throw incompleteVideoProblem(file, longerThan(file.size, box.end));
	}
	if (box && box.end < box.body) {
		throw damagedVideoProblem(
			file,
			`the box at byte ${formatNumber(box.start)} has an impossible size`,
		);
	}
	return box;
}

async function readBrand(reader: ByteReader, box: Box): Promise<FileKind | undefined> {
	if (box.end - reader.position < 4) return undefined;
	const brand = await reader.read(4);
	return brandKind(String.fromCharCode(...[0, 1, 2, 3].map((at) => brand.getUint8(at))));
}

function longerThan(size: number, end: number): string {
	const stated = Number.isSafeInteger(end) ? `reach byte ${formatNumber(end)}` : 'be longer';
	return `the file has ${formatNumber(size)} bytes, but its contents should ${stated}`;
}
