import {
	BLACK,
	BLUE,
	CLEAR,
	fields,
	GREEN,
	LOPSIDED,
	RED,
	SHOWN,
	YELLOW,
	type Grid,
	type Pixel,
} from '../../../fixtures/pictures/grid';
import { exif, jpeg, tiff } from '../../../fixtures/pictures/jpeg';
import { pngChunk } from '../../../fixtures/make';
import { png, type PngForm } from '../../../fixtures/pictures/png';

/** An image, and what people see of it. */
export type Case = readonly [name: string, image: Buffer, shown: Grid];

const greyOf = (grid: Grid): Grid =>
	grid.map((row) => row.map(([r, , , a]): Pixel => [r, r, r, a]));

const HALF: Pixel = [30, 60, 200, 128];
const SEE_THROUGH = fields(
	[
		[RED, HALF, CLEAR],
		[HALF, YELLOW, GREEN],
	],
	16,
);
const COLOURS = [RED, HALF, CLEAR, YELLOW];
const OF_PALETTE = fields(
	[
		[RED, HALF, CLEAR],
		[YELLOW, RED, HALF],
	],
	16,
);

const FORMS: ReadonlyArray<readonly [name: string, form: PngForm, shown: Grid]> = [
	['rgb', { colour: 'rgb' }, LOPSIDED],
	['rgb of 16 bits', { colour: 'rgb', bits: 16 }, LOPSIDED],
	['grey', { colour: 'grey' }, greyOf(LOPSIDED)],
	['grey of 16 bits', { colour: 'grey', bits: 16 }, greyOf(LOPSIDED)],
	['grey of 1 bit', { colour: 'grey', bits: 1 }, coarse(1)],
	['grey of 2 bits', { colour: 'grey', bits: 2 }, coarse(2)],
	['grey of 4 bits', { colour: 'grey', bits: 4 }, coarse(4)],
	['palette of 2 bits', { colour: 'palette', bits: 2, palette: COLOURS }, OF_PALETTE],
	['palette of 4 bits', { colour: 'palette', bits: 4, palette: COLOURS }, OF_PALETTE],
	['palette of 8 bits', { colour: 'palette', bits: 8, palette: COLOURS }, OF_PALETTE],
	[
		'palette of 1 bit',
		{ colour: 'palette', bits: 1, palette: [RED, BLUE] },
		fields([[RED, BLUE, RED]], 16),
	],
	['rgb, a colour transparent', { colour: 'rgb', transparent: GREEN }, without(GREEN, LOPSIDED)],
	[
		'rgb of 16 bits, a colour transparent',
		{ colour: 'rgb', bits: 16, transparent: RED },
		without(RED, LOPSIDED),
	],
	[
		'grey, one transparent',
		{ colour: 'grey', transparent: BLACK },
		without(BLACK, greyOf(LOPSIDED)),
	],
	['rgb with opacity', { colour: 'rgba' }, SEE_THROUGH],
	['rgb of 16 bits with opacity', { colour: 'rgba', bits: 16 }, SEE_THROUGH],
	['grey with opacity', { colour: 'greyAlpha' }, greyOf(SEE_THROUGH)],
	['grey of 16 bits with opacity', { colour: 'greyAlpha', bits: 16 }, greyOf(SEE_THROUGH)],
	['rgb with opacity, all opaque', { colour: 'rgba' }, LOPSIDED],
];

const WAYS: ReadonlyArray<readonly [string, Partial<PngForm>]> = [
	['plain', {}],
	['with all filters', { filters: [0, 1, 2, 3, 4] }],
	['interlaced', { interlaced: true }],
	['interlaced, with all filters', { interlaced: true, filters: [4, 3, 2, 1, 0] }],
	['in many chunks', { pieces: 7 }],
];

/** PNGs of all forms, each written in all ways. */
export const PNGS: readonly Case[] = [
	...FORMS.flatMap(([name, form, shown]) =>
		WAYS.map(([way, more]): Case => {
			const image = png(written(shown, form), { ...form, ...more });
			return [`PNG: ${name}, ${way}`, image, shown];
		}),
	),
	[
		'PNG that EXIF turns',
		png(LOPSIDED, { colour: 'rgb', chunks: [pngChunk('eXIf', tiff(6))] }),
		turned(6),
	],
];

export const JPEGS: readonly Case[] = [
	['JPEG: baseline', jpeg(LOPSIDED), LOPSIDED],
	['JPEG: progressive', jpeg(LOPSIDED, { progressive: true }), LOPSIDED],
	['JPEG: grey', jpeg(LOPSIDED, { colours: 'grey' }), greyOf(LOPSIDED)],
	['JPEG: of plain red, green and blue', jpeg(LOPSIDED, { colours: 'rgb' }), LOPSIDED],
	...[1, 2, 3, 4, 5, 6, 7, 8].flatMap((orientation) =>
		(['II', 'MM'] as const).map((order): Case => {
			const image = jpeg(LOPSIDED, { segments: [exif(orientation, order)] });
			return [`JPEG: EXIF ${orientation}, ${order}`, image, turned(orientation)];
		}),
	),
	...[0, 9, 255].map((none): Case => {
		const image = jpeg(LOPSIDED, { segments: [exif(none)] });
		return [`JPEG: EXIF ${none}, which is none`, image, LOPSIDED];
	}),
];

const SIZES = [
	[1, 1],
	[2, 3],
	[3, 2],
	[5, 5],
	[7, 9],
	[8, 8],
	[9, 4],
] as const;

/** PNGs of a few pixels: an interlaced one has few of them in each pass, or none. */
export const SMALL: readonly Case[] = SIZES.flatMap(([width, height]) =>
	[false, true].map((interlaced): Case => {
		const grid = Array.from({ length: height }, (_, y) =>
			Array.from({ length: width }, (_each, x) => [RED, GREEN, BLUE, HALF][(x + y) % 4] ?? RED),
		);
		const image = png(grid, { colour: 'rgba', interlaced, filters: [4, 2, 1, 3] });
		return [`PNG of ${width} x ${height}${interlaced ? ', interlaced' : ''}`, image, grid];
	}),
);

function turned(orientation: number): Grid {
	return SHOWN[orientation]?.(LOPSIDED) ?? [];
}

/** As few greys as so many bits have. */
function coarse(bits: number): Grid {
	const most = 2 ** bits - 1;
	return greyOf(LOPSIDED).map((row) =>
		row.map(([grey, , , a]): Pixel => {
			const value = Math.round((Math.round((grey * most) / 255) * 255) / most);
			return [value, value, value, a];
		}),
	);
}

function without(colour: Pixel, grid: Grid): Grid {
	return grid.map((row) =>
		row.map((pixel): Pixel => {
			const [r, g, b] = pixel;
			return pixel.join() === colour.join() ? [r, g, b, 0] : pixel;
		}),
	);
}

/** What is written has no opacity where the form has none. */
function written(grid: Grid, { colour }: PngForm): Grid {
	if (colour !== 'rgb' && colour !== 'grey') return grid;
	return grid.map((row) => row.map(([r, g, b]): Pixel => [r, g, b, 255]));
}
