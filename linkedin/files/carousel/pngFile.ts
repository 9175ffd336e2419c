import { CHUNK_BYTES, CHUNK_STEPS, SIGNATURE_BYTES } from '../pngChunks';
import { orientationOf, UPRIGHT } from './exif';
import type { Tools } from './picture';
import { damaged } from './size';

const HEADER_BYTES = 13;
const MOST_COLOURS = 256;
/** Programs pack some kilobytes into each: a hundred megabytes in so many have less than 400 bytes each. */
const MOST_PIECES = 262_144;

/** Chunks that are read, besides the pixels. */
const READ = ['IHDR', 'PLTE', 'tRNS', 'eXIf', 'iCCP'];

/** What a pixel is (PNG specification, 11.2.1). */
const GREY = 0;
const RGB = 2;
export const PALETTE = 3;
const GREY_ALPHA = 4;
const RGBA = 6;

/** The bits that a sample may have, by what a pixel is. */
const BITS = new Map([
	[GREY, [1, 2, 4, 8, 16]],
	[RGB, [8, 16]],
	[PALETTE, [1, 2, 4, 8]],
	[GREY_ALPHA, [8, 16]],
	[RGBA, [8, 16]],
]);

/** Samples of a pixel. */
const SAMPLES = new Map([
	[GREY, 1],
	[RGB, 3],
	[PALETTE, 1],
	[GREY_ALPHA, 2],
	[RGBA, 4],
]);

/** A PNG with its chunks read, and its pixels still packed. */
export interface PngFile {
	readonly width: number;
	readonly height: number;
	/** Of a sample. */
	readonly bits: number;
	readonly colour: number;
	/** Samples of a pixel. */
	readonly samples: number;
	readonly isInterlaced: boolean;
	/** Three bytes for each colour of a palette. */
	readonly palette: Buffer;
	/** How opaque the palette's colours are, or the one colour that is transparent; empty for none. */
	readonly transparency: Buffer;
	/** The zlib stream of its pixels. */
	readonly packed: readonly Buffer[];
	/** EXIF's number. */
	readonly orientation: number;
	/** The zlib stream of its colour profile. */
	readonly profile: Buffer | undefined;
}

/**
 * Reads the chunks of a PNG (PNG specification, 11). An animation is its first picture.
 *
 * Linear: each step advances by a chunk.
 *
 * @throws Problem for one that is damaged or cut off
 */
export async function readPngFile(bytes: Buffer, tools: Tools): Promise<PngFile> {
	const { budget, problem } = tools;
	const chunks = new Map<string, Buffer>();
	const packed: Buffer[] = [];
	let at = SIGNATURE_BYTES;
	while (at + CHUNK_BYTES <= bytes.length) {
		if (budget.spend(CHUNK_STEPS)) await budget.turn();
		const type = bytes.toString('latin1', at + 4, at + 8);
		const data = bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at));
		at += CHUNK_BYTES + bytes.readUInt32BE(at);
		if (at > bytes.length) throw damaged(problem, 'it ends in the middle of its image data');
		if (type === 'IEND') break;
		if (type === 'IDAT') {
			if (data.length > 0) packed.push(data);
			if (packed.length > MOST_PIECES) throw damaged(problem, 'it consists of too many chunks');
		} else if (READ.includes(type) && !chunks.has(type)) {
			chunks.set(type, data);
		}
	}
	if (packed.length === 0) throw damaged(problem, 'it ends before its image data');
	return { ...readHeader(chunks, tools), packed };
}

function readHeader(
	chunks: ReadonlyMap<string, Buffer>,
	{ problem }: Tools,
): Omit<PngFile, 'packed'> {
	const header = chunks.get('IHDR');
	if (header?.length !== HEADER_BYTES) throw damaged(problem, 'its header is missing');
	const [bits = 0, colour = 0, compression, filter, interlace = 0] = header.subarray(8);
	const samples = SAMPLES.get(colour);
	const isKnown = samples !== undefined && (BITS.get(colour)?.includes(bits) ?? false);
	if (!isKnown || compression !== 0 || filter !== 0 || interlace > 1) {
		throw damaged(problem, 'its header is not a PNG’s');
	}
	const palette = chunks.get('PLTE') ?? Buffer.alloc(0);
	const isPalette = palette.length > 0 && palette.length % 3 === 0;
	if (colour === PALETTE && (!isPalette || palette.length > MOST_COLOURS * 3)) {
		throw damaged(problem, 'its palette is missing');
	}
	const exif = chunks.get('eXIf');
	return {
		width: header.readUInt32BE(0),
		height: header.readUInt32BE(4),
		bits,
		colour,
		samples,
		isInterlaced: interlace === 1,
		palette,
		transparency: chunks.get('tRNS') ?? Buffer.alloc(0),
		orientation: exif ? orientationOf(exif) : UPRIGHT,
		profile: packedProfile(chunks.get('iCCP')),
	};
}

/** Behind its name, and the number of the only way to pack it (PNG specification, 11.3.3.3). */
function packedProfile(chunk: Buffer | undefined): Buffer | undefined {
	const name = chunk?.indexOf(0) ?? -1;
	return name < 0 ? undefined : chunk?.subarray(name + 2);
}

/** Whether each pixel says how opaque it is. */
export function hasAlpha({ colour }: Pick<PngFile, 'colour'>): boolean {
	return colour === GREY_ALPHA || colour === RGBA;
}

/** Bytes of a row, without its filter. */
export function rowBytes(
	{ samples, bits }: Pick<PngFile, 'samples' | 'bits'>,
	width: number,
): number {
	return Math.ceil((width * samples * bits) / 8);
}

/** Bytes between a byte and the one to its left that it is predicted from. */
export function pixelBytes({ samples, bits }: Pick<PngFile, 'samples' | 'bits'>): number {
	return Math.max(1, (samples * bits) >> 3);
}
