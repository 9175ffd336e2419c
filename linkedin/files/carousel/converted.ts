import { predicted } from '../predictors';
import { interlacedRows } from './adam7';
import { Packer } from './pack';
import type { PdfStream, Tools } from './picture';
import { hasAlpha, type PngFile } from './pngFile';
import { plainRows, type Rows } from './rows';

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
	for await (const row of rows) {
		if (colours.add(row)) await colours.flush();
		await budget.breathe();
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
	const bytes = file.bits >> 3;
	const colourBytes = (file.samples - 1) * bytes;
	const colourRow = new Uint8Array(1 + file.width * colourBytes);
	const opacityRow = new Uint8Array(1 + file.width * bytes);
	let isOpaque = true;
	let isFirst = true;
	for await (const row of rows) {
		colourRow[0] = opacityRow[0] = row[0] ?? 0;
		split(row, { colourRow, opacityRow, colourBytes, bytes });
		isOpaque &&= isOpaqueRow(opacityRow, bytes, isFirst);
		isFirst = false;
		if (colours.add(colourRow)) await colours.flush();
		if (opacity.add(opacityRow)) await opacity.flush();
		if (budget.spend(row.length)) await budget.turn();
	}
	return isOpaque;
}

interface Split {
	readonly colourRow: Uint8Array;
	readonly opacityRow: Uint8Array;
	/** Of a pixel. */
	readonly colourBytes: number;
	readonly bytes: number;
}

function split(row: Uint8Array, { colourRow, opacityRow, colourBytes, bytes }: Split): void {
	let colour = 1;
	let opacity = 1;
	for (let at = 1; at < row.length;) {
		for (let byte = 0; byte < colourBytes; byte += 1) colourRow[colour++] = row[at++] ?? 0;
		for (let byte = 0; byte < bytes; byte += 1) opacityRow[opacity++] = row[at++] ?? 0;
	}
}

const OPAQUE = 255;

/** Whether a filtered row is what the filter makes of one that is opaque, below others that are. */
function isOpaqueRow(row: Uint8Array, bytes: number, isFirst: boolean): boolean {
	const filter = row[0] ?? 0;
	const up = isFirst ? 0 : OPAQUE;
	const first = (OPAQUE - predicted(filter, 0, up, 0)) & 0xff;
	const others = (OPAQUE - predicted(filter, OPAQUE, up, up)) & 0xff;
	for (let at = 1; at < row.length; at += 1) {
		if (row[at] !== (at <= bytes ? first : others)) return false;
	}
	return true;
}
