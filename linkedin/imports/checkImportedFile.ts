import { ByteReader } from '../files/byteReader';
import { checkVideoFile } from '../files/checkFile';
import { readImage } from '../files/readImage';
import { sniff, SNIFF_BYTES, type Sniffed } from '../files/sniff';
import type { FileSource } from '../files/source';
import { checkVideoSize } from '../files/videoSize';
import { Problem } from '../problem';

/** What an import may bring in. */
export type ImportedType = 'video' | 'image';

/** A file that passed its check. */
export interface CheckedFile {
	readonly file: FileSource;
	readonly mimeType: string;
	/** Of an image, which goes in one piece. */
	readonly bytes?: Buffer;
	readonly warnings: readonly string[];
}

/** What servers say that know nothing of a file; storages for any file often do. */
const SAYS_NOTHING = new Set([
	'application/octet-stream',
	'binary/octet-stream',
	'application/mp4',
]);

const SNIFFED_TYPES: Readonly<Record<ImportedType, ReadonlyMap<string, string>>> = {
	video: new Map([
		['mp4', 'video/mp4'],
		['m4v', 'video/x-m4v'],
		['3gp', 'video/3gpp'],
		['quicktime', 'video/quicktime'],
	]),
	image: new Map([
		['jpeg', 'image/jpeg'],
		['png', 'image/png'],
		['gif', 'image/gif'],
	]),
};

/**
 * Refuses what is no such file: by what its server says, and where that says nothing by its first
 * bytes; then, with the check on, by the limits of LinkedIn. An image is in memory afterwards.
 *
 * @throws Problem; CancelledError
 */
export async function checkImportedFile(
	file: FileSource,
	type: ImportedType,
	check: boolean,
	signal?: AbortSignal,
): Promise<CheckedFile> {
	const mimeType = await mediaType(file, type, signal);
	if (type === 'video') {
		const sizeWarnings = checkVideoSize(file);
		const { warnings } = check ? await checkVideoFile(file, { signal }) : { warnings: [] };
		return { file, mimeType, warnings: [...sizeWarnings, ...warnings] };
	}
	const { bytes, warnings } = await readImage(file, 'image', check, signal);
	return { file, mimeType, bytes, warnings };
}

async function mediaType(
	file: FileSource,
	type: ImportedType,
	signal: AbortSignal | undefined,
): Promise<string> {
	const said = file.mimeType ?? '';
	if (said.startsWith(`${type}/`)) return said;
	if (said !== '' && !SAYS_NOTHING.has(said)) {
		throw wrongTypeProblem(file, type, `its server says that it is ${said.slice(0, 80)}`);
	}
	const { kind, label } = await sniffFile(file, signal);
	const known = SNIFFED_TYPES[type].get(kind);
	if (known !== undefined) return known;
	throw wrongTypeProblem(file, type, `by its content it looks like ${label}`);
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
		description: `The address must serve ${type}/*. Check the link, for example in a browser.`,
	});
}
