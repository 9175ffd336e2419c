import { formatNumber } from '../format';
import type { Tools } from './picture';

/** What goes into the PDF as it is costs no memory, but readers have to unpack it. */
const MOST_PIXELS = 100_000_000;
/** Programs for JPEG take no more; a row of a PNG is then half a megabyte at most. */
const MOST_SIDE = 65_500;
/** What is unpacked and packed again: as many as LinkedIn allows in an image. */
const MOST_CONVERTED = 36_000_000;

/** What can be done about too many pixels. */
export const SCALE_DOWN =
	'Scale it down, e.g. with an Edit Image node before this one (operation Resize) to at most 2000 x 2000 pixels.';

/**
 * @param what its kind, to follow "is": `a JPEG`
 * @param isConverted whether it is unpacked, which a small file may make very large
 * @throws Problem
 */
export function checkSize(
	{ width, height }: { readonly width: number; readonly height: number },
	what: string,
	isConverted: boolean,
	{ problem }: Tools,
): void {
	if (width === 0 || height === 0) throw damaged(problem, 'its width and height can’t be read');
	if (width > MOST_SIDE || height > MOST_SIDE) {
		throw problem(
			`is ${width} x ${height} pixels; a page of a carousel can have up to ${formatNumber(MOST_SIDE)} on a side`,
			SCALE_DOWN,
		);
	}
	const most = isConverted ? MOST_CONVERTED : MOST_PIXELS;
	if (width * height <= most) return;
	throw problem(
		`is ${what} of ${formatNumber(width * height)} pixels (${width} x ${height}); a carousel can have up to ${formatNumber(most)} in one`,
		SCALE_DOWN,
	);
}

/** @param why the end of a sentence */
export function damaged(problem: Tools['problem'], why: string): Error {
	return problem(`is damaged or cut off: ${why}`, 'Download or export the image again.');
}
