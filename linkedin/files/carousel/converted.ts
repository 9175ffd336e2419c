import { predicted } from '../predictors';
import { interlacedRows } from './adam7';
import { Packer } from './pack';
import type { PdfStream, Tools } from './picture';
import { hasAlpha, type PngFile } from './pngFile';
import { PART_BYTES, PART_STEPS, plainRows, type Rows } from './rows';

/** The pixels of a PNG that PDF doesn't take as they are. */
interface Converted {
	readonly image: PdfStream;
	/** How opaque each pixel is; absent if all of them are. */
	readonly mask?: PdfStream;
}

/** The limit for what is packed again. */
export interface MostPacked {
	/** Bytes. */
	readonly most: number;
	readonly tooLarge: () => Error;
}

/**
 * Unpacks the pixels of a PNG and packs them again, from top to bottom, colours and opacity apart:
 * what PDF has instead of interlaced pixels, and of pixels that say how opaque they are.
 *
 * A filter predicts each byte from the same byte of other pixels, so the filtered bytes can be taken
 * apart without undoing the filters.
 *
 * @throws Problem for what is damaged, or too large
 */
export async function convert(file: PngFile, limit: MostPacked, tools: Tools): Promise<Converted> {
	const rows = file.isInterlaced ? interlacedRows(file, tools) : plainRows(file, tools);
	const colours = new Packer(limit.most, limit.tooLarge);
	const opacity = hasAlpha(file) ? new Packer(limit.most, limit.tooLarge) : undefined;
	try {
		const samples = file.samples - (opacity ? 1 : 0);
		const isOpaque = opacity
			? await splitRows(file, rows, { colours, opacity }, tools)
			: await copyRows(rows, colours, tools);
		const image = streamOf(file, samples, await colours.finish());
		if (!opacity || isOpaque) return { image };
		return { image, mask: streamOf(file, 1, await opacity.finish()) };
	} finally {
		// Nothing happens to what is finished.
		colours.drop();
		opacity?.drop();
	}
}

function streamOf(file: PngFile, samples: number, pieces: readonly Uint8Array[]): PdfStream {
	return { entries: pixelEntries(file, samples), pieces };
}

/** How the pixels of a PNG are packed, in PDF's words (ISO 32000-1, 7.4.4.4): 15 is PNG's own way. */
export function pixelEntries({ width, bits }: PngFile, samples: number): string {
	return `/BitsPerComponent ${bits} /Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors ${samples} /BitsPerComponent ${bits} /Columns ${width} >>`;
}

async function copyRows(rows: Rows, colours: Packer, { budget }: Tools): Promise<boolean> {
	for await (const { filter, isFirst, bytes } of rows) {
		if (isFirst) colours.add(Uint8Array.of(filter));
		if (colours.add(bytes)) await colours.flush();
		if (budget.spend(PART_STEPS)) await budget.turn();
	}
	return true;
}

interface Apart {
	readonly colours: Packer;
	readonly opacity: Packer;
}

/** @returns whether every pixel is opaque */
async function splitRows(
	file: PngFile,
	rows: Rows,
	{ colours, opacity }: Apart,
	{ budget }: Tools,
): Promise<boolean> {
	const sample = file.bits >> 3;
	const pixel = file.samples * sample;
	// Behind a filter.
	const colour = new Uint8Array(1 + PART_BYTES);
	const mask = new Uint8Array(1 + PART_BYTES);
	let isOpaque = true;
	let row = -1;
	for await (const { filter, isFirst, bytes } of rows) {
		if (isFirst) row += 1;
		colour[0] = mask[0] = filter;
		split(bytes, { colour, mask, sample, pixel });
		const pixels = bytes.length / pixel;
		const begin = isFirst ? 0 : 1;
		const opacities = mask.subarray(begin, 1 + pixels * sample);
		isOpaque &&= isOpaquePart(opacities, { filter, isFirst, sample, isTop: row === 0 });
		const isFull = colours.add(colour.subarray(begin, 1 + pixels * (pixel - sample)));
		if (isFull) await colours.flush();
		if (opacity.add(opacities)) await opacity.flush();
		if (budget.spend(PART_STEPS + bytes.length)) await budget.turn();
	}
	return isOpaque;
}

interface Split {
	/** Both from their second byte on. */
	readonly colour: Uint8Array;
	readonly mask: Uint8Array;
	/** Bytes of a sample, and of a pixel. */
	readonly sample: number;
	readonly pixel: number;
}

function split(bytes: Uint8Array, { colour, mask, sample, pixel }: Split): void {
	const ofColour = pixel - sample;
	let toColour = 1;
	let toMask = 1;
	for (let at = 0; at < bytes.length;) {
		for (let byte = 0; byte < ofColour; byte += 1) colour[toColour++] = bytes[at++] ?? 0;
		for (let byte = 0; byte < sample; byte += 1) mask[toMask++] = bytes[at++] ?? 0;
	}
}

const OPAQUE = 255;

interface OpaquePart {
	readonly filter: number;
	/** Whether it begins with the filter, and the row's first pixel. */
	readonly isFirst: boolean;
	/** Bytes. */
	readonly sample: number;
	/** Whether it is of the first row. */
	readonly isTop: boolean;
}

/** Whether a filtered part is what the filter makes of one that is opaque, below others that are. */
function isOpaquePart(part: Uint8Array, { filter, isFirst, sample, isTop }: OpaquePart): boolean {
	const up = isTop ? 0 : OPAQUE;
	const first = (OPAQUE - predicted(filter, 0, up, 0)) & 0xff;
	const others = (OPAQUE - predicted(filter, OPAQUE, up, up)) & 0xff;
	const begin = isFirst ? 1 : 0;
	const left = isFirst ? begin + sample : 0;
	for (let at = begin; at < part.length; at += 1) {
		if (part[at] !== (at < left ? first : others)) return false;
	}
	return true;
}
