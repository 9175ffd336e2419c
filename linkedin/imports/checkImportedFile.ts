import { ByteReader } from '../files/byteReader';
import { checkVideoFile } from '../files/checkFile';
import type { ImageFacts } from '../files/image';
import type { VideoFacts } from '../files/mp4/facts';
import { readImage } from '../files/readImage';
import { sniff, SNIFF_BYTES, type Sniffed } from '../files/sniff';
import type { FileSource } from '../files/source';
import { checkVideoSize } from '../files/videoSize';
import type { FileKind } from '../files/kinds';
import { Problem } from '../problem';

/** What can be imported. */
export type ImportedType = 'video' | 'image';

/** A file that passed the check. */
export interface CheckedFile {
	readonly file: FileSource;
	readonly mimeType: string;
	/** For an image, which is sent in one piece. */
	readonly bytes?: Buffer;
	/** What it is, if that was checked. */
	readonly facts?: ImageFacts | VideoFacts;
	readonly warnings: readonly string[];
}

/** How a file is checked. */
interface FileCheck {
	readonly checkFile: boolean;
	/** For videos: length and size are not checked. */
	readonly connectedTv: boolean;
}

/** If neither content nor server indicates a registered type (IANA's media types). */
const ANY_FILE = 'application/octet-stream';

/** Kinds of either type. Which of them LinkedIn accepts is decided by the check, as for an upload. */
const SNIFFED_TYPES: Readonly<Record<ImportedType, ReadonlyMap<FileKind, string>>> = {
	video: new Map<FileKind, string>([
		['mp4', 'video/mp4'],
		['m4v', 'video/x-m4v'],
		['3gp', 'video/3gpp'],
		['quicktime', 'video/quicktime'],
		['webm', 'video/webm'],
		['matroska', 'video/x-matroska'],
		['avi', 'video/x-msvideo'],
		['wmv', 'video/x-ms-wmv'],
		['flv', 'video/x-flv'],
		['mpegTs', 'video/mp2t'],
		['mpegPs', 'video/mpeg'],
		['ogg', 'video/ogg'],
	]),
	image: new Map<FileKind, string>([
		['jpeg', 'image/jpeg'],
		['png', 'image/png'],
		['gif', 'image/gif'],
		['webp', 'image/webp'],
		['heic', 'image/heic'],
		['avif', 'image/avif'],
		['jpeg2000', 'image/jp2'],
		['bmp', 'image/bmp'],
		['tiff', 'image/tiff'],
	]),
};

/**
 * Refuses a file of another kind, judging by its first bytes, unless its server says that it is of
 * this kind. Then, if the check is on, applies LinkedIn's limits, for which only the content
 * counts, as in an upload. An image is in memory afterwards.
 *
 * @throws Problem; CancelledError
 */
export async function checkImportedFile(
	file: FileSource,
	type: ImportedType,
	{ checkFile, connectedTv }: FileCheck,
	signal?: AbortSignal,
): Promise<CheckedFile> {
	const mimeType = await mediaType(file, type, checkFile, signal);
	if (type === 'video') {
		const sizeWarnings = checkVideoSize(file, connectedTv);
		if (!checkFile) return { file, mimeType, warnings: sizeWarnings };
		const { warnings, facts } = await checkVideoFile(file, { signal, connectedTv });
		return { file, mimeType, facts, warnings: [...sizeWarnings, ...warnings] };
	}
	const { bytes, facts, warnings } = await readImage(file, 'image', checkFile, signal);
	return { file, mimeType, bytes, facts, warnings };
}

async function mediaType(
	file: FileSource,
	type: ImportedType,
	check: boolean,
	signal: AbortSignal | undefined,
): Promise<string> {
	const said = file.mimeType ?? '';
	if (said.startsWith(`${type}/`) || file.size === 0) return said;
	const { kind, label } = await sniffFile(file, signal);
	const known = SNIFFED_TYPES[type].get(kind);
	if (known !== undefined) return known;
	if (kind === 'unknown' && !check) return said === '' ? ANY_FILE : said.slice(0, 80);
	throw wrongTypeProblem(file, type, `it looks like ${label}`);
}

async function sniffFile(file: FileSource, signal: AbortSignal | undefined): Promise<Sniffed> {
	const reader = await ByteReader.open(file, signal);
	try {
		return sniff(await reader.peek(SNIFF_BYTES));
	} finally {
		await reader.close();
	}
}

function wrongTypeProblem({ name }: FileSource, type: ImportedType, what: string): Problem {
	return new Problem(`"${name}" is not ${type === 'video' ? 'a video' : 'an image'}: ${what}`, {
		description: 'Open the link in a browser to check it, and check "Media Type".',
	});
}
