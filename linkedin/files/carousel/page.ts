import type { Picture } from './picture';

/** The proportions of all pages: those of the first picture, or one of LinkedIn's usual ones. */
export type PageSize = 'first' | '1:1' | '4:5' | '16:9';

/** Width and height. */
export interface Size {
	readonly width: number;
	readonly height: number;
}

/** In pixels of the usual exports; a PDF's unit is taken for one. */
const USUAL = {
	'1:1': { width: 1080, height: 1080 },
	'4:5': { width: 1080, height: 1350 },
	'16:9': { width: 1920, height: 1080 },
};

/**
 * The longer side of a page that is as the first picture is. Who turns a page into pixels may do so
 * by its size: one as small as an icon, or as large as a photo, would be shown badly.
 */
const LEAST_SIDE = 1080;
const MOST_SIDE = 1920;
/** The smallest page that PDF readers show (ISO 32000-1, annex C). */
const SMALLEST = 3;

/** @param first the picture of the first page */
export function pageOf(pageSize: PageSize, first: Picture): Size {
	if (pageSize !== 'first') return USUAL[pageSize];
	const { width, height } = turned(first);
	const longer = Math.max(width, height);
	const scale = Math.min(Math.max(longer, LEAST_SIDE), MOST_SIDE) / longer;
	return { width: rounded(width * scale), height: rounded(height * scale) };
}

/** Thousandths are enough, and read by all. */
function rounded(length: number): number {
	return Math.max(SMALLEST, Math.round(length * 1000) / 1000);
}

/** As people see it: four of EXIF's orientations lie on their side. */
function turned({ width, height, orientation }: Picture): Size {
	return orientation >= 5 ? { width: height, height: width } : { width, height };
}

/**
 * Where a picture goes: as large as it fits, in the middle. The six numbers of PDF's `cm`, which map a
 * square of one by one, the picture as it lies, onto the page (ISO 32000-1, 8.3.4 and 8.9.5).
 */
export function placeOn(page: Size, picture: Picture): readonly number[] {
	const { width, height } = turned(picture);
	const scale = Math.min(page.width / width, page.height / height);
	const w = width * scale;
	const h = height * scale;
	const x = (page.width - w) / 2;
	const y = (page.height - h) / 2;
	return matrixOf(picture.orientation, { x, y, w, h }).map((number) => tidy(number));
}

interface Box {
	readonly x: number;
	readonly y: number;
	readonly w: number;
	readonly h: number;
}

/** EXIF 2.3, "Orientation": what the first row and the first column of a picture are on the page. */
function matrixOf(orientation: number, { x, y, w, h }: Box): readonly number[] {
	switch (orientation) {
		case 2: // top, right
			return [-w, 0, 0, h, x + w, y];
		case 3: // bottom, right
			return [-w, 0, 0, -h, x + w, y + h];
		case 4: // bottom, left
			return [w, 0, 0, -h, x, y + h];
		case 5: // left, top
			return [0, -h, -w, 0, x + w, y + h];
		case 6: // right, top
			return [0, -h, w, 0, x, y + h];
		case 7: // right, bottom
			return [0, h, w, 0, x, y];
		case 8: // left, bottom
			return [0, h, -w, 0, x + w, y];
		default: // top, left
			return [w, 0, 0, h, x, y];
	}
}

/** PDF has no exponents, and no negative zero. */
function tidy(number: number): number {
	return Math.round(number * 1000) / 1000 + 0;
}
