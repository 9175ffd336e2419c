import { NATIVE_BYTES } from '../budget/search';
import { asBuffer } from '../bytes';
import { convert, pixelEntries, type MostPacked } from './converted';
import { deviceColours, type PdfStream, type Picture, type Profile, type Tools } from './picture';
import { hasAlpha, PALETTE, readPngFile, type PngFile } from './pngFile';
import { checkProfile, MOST_PROFILE_BYTES } from './profile';
import { PART_STEPS, plainRows } from './rows';
import { checkSize } from './size';
import { Unpacked } from './unpack';

/** Red, green and blue from 0 to 255. */
export type Colour = readonly [number, number, number];

/** What a PNG is put on, and how large it may become. */
interface PngTarget extends MostPacked {
	/** What shows through where it is transparent. */
	readonly background: Colour;
}

/**
 * A PNG: its packed pixels are copied as they are, since PDF knows PNG's filters, once they were unpacked
 * to see that all are there: nobody looks at a page before it is public. Only those of one that is
 * interlaced, or in which each pixel says how opaque it is, are packed again.
 *
 * @throws Problem for one that is damaged or cut off, or too large
 */
export async function readPng(bytes: Buffer, target: PngTarget, tools: Tools): Promise<Picture> {
	const file = await readPngFile(bytes, tools);
	const isConverted = file.isInterlaced || hasAlpha(file);
	checkSize(file, file.isInterlaced ? 'an interlaced PNG' : 'a PNG', isConverted, tools);
	const { width, height, orientation } = file;
	const profile = await profileOf(file);
	const { image, mask } = isConverted
		? await convert(file, target, tools)
		: { image: await asTheyAre(file, tools), mask: undefined };
	const transparent = transparentColour(file);
	return {
		width,
		height,
		orientation,
		colours: (name) => coloursOf(file, target.background, name),
		...(profile ? { profile } : {}),
		image: { ...image, entries: `${image.entries}${transparent}` },
		...(mask ? { mask } : {}),
	};
}

async function asTheyAre(file: PngFile, tools: Tools): Promise<PdfStream> {
	const { budget } = tools;
	for await (const { bytes } of plainRows(file, tools)) {
		if (budget.spend(PART_STEPS + bytes.length / NATIVE_BYTES)) await budget.turn();
	}
	return { entries: pixelEntries(file, file.samples), pieces: file.packed };
}

function coloursOf(file: PngFile, background: Colour, profile: string | undefined): string {
	const components = componentsOf(file);
	const space = profile === undefined ? deviceColours(components) : `[/ICCBased ${profile}]`;
	if (file.colour !== PALETTE) return space;
	const palette = onBackground(file, background);
	return `[/Indexed ${space} ${palette.length / 3 - 1} <${palette.toString('hex')}>]`;
}

/** Components of a colour; a palette has RGB. */
function componentsOf(file: PngFile): number {
	if (file.colour === PALETTE) return 3;
	return file.samples - (hasAlpha(file) ? 1 : 0);
}

/**
 * The palette's colours as they look on the page: nothing else is below them, so what is transparent
 * needs no mask.
 */
function onBackground({ palette, transparency }: PngFile, background: Colour): Buffer {
	return Buffer.from(
		palette.map((value, index) => {
			const opacity = transparency[Math.floor(index / 3)] ?? 255;
			const behind = background[index % 3] ?? 0;
			return Math.round((value * opacity + behind * (255 - opacity)) / 255);
		}),
	);
}

/** The one colour of a PNG without opacity that is transparent (ISO 32000-1, 8.9.6.4). */
function transparentColour({ colour, bits, samples, transparency }: PngFile): string {
	if (colour === PALETTE || transparency.length !== samples * 2) return '';
	const most = 2 ** bits - 1;
	const values = Array.from({ length: samples }, (_, sample) =>
		Math.min(transparency.readUInt16BE(sample * 2), most),
	);
	return ` /Mask [${values.flatMap((value) => [value, value]).join(' ')}]`;
}

/** The colour profile, unpacked to see whether it is one. */
async function profileOf(file: PngFile): Promise<Profile | undefined> {
	// The colours of its palette are mixed with the page's, which has no profile.
	const isMixed = file.colour === PALETTE && file.transparency.length > 0;
	if (file.profile === undefined || isMixed) return undefined;
	const unpacked = new Unpacked([file.profile]);
	const bytes = await unpacked.read(MOST_PROFILE_BYTES + 1);
	await unpacked.close();
	const profile = checkProfile(asBuffer(bytes), componentsOf(file));
	return profile && { ...profile, entries: '/Filter /FlateDecode', pieces: [file.profile] };
}
