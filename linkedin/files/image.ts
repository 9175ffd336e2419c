import { Problem } from '../problem';
import { imageAdvice } from './imageAdvice';
import { emptyFileProblem, OR_SWITCH_OFF } from './fileProblems';
import { gifFrames } from './gifFrames';
import { imageDimensions } from './imageDimensions';
import type { ImageType } from './imageDimensions';
import { sniff } from './sniff';
import { formatNumber } from './format';
import { TOO_MANY_PIXELS } from './imageLimits';

/** Images API, "Supported image formats": "GIF format supports up to 250 frames". */
const MAX_FRAMES = 250;

/** What an image is. Pixels are those of the whole picture, whatever its EXIF orientation. */
export interface CheckedImage {
	readonly type: ImageType;
	readonly width: number;
	readonly height: number;
	/** Pictures of an animation, 1 for a still one; GIF only. */
	readonly frames?: number;
	/** For the user; there is nothing at present that LinkedIn takes and that needs a warning. */
	readonly warnings: string[];
}

/**
 * Checks an image by the limits of the Images API.
 *
 * @param bytes the whole file
 * @param name the file's name, for messages
 * @param what the image's part in the upload, for messages: `image`, `thumbnail`
 * @throws Problem for an empty file, another format than JPG, PNG or GIF, 36,152,320 pixels or more,
 * a GIF of more than 250 frames, and a file whose beginning is damaged or cut off.
 */
export function checkImage(bytes: Buffer, name: string, what = 'image'): CheckedImage {
	const called = `The ${what} "${name}"`;
	if (bytes.length === 0) throw emptyFileProblem(called);
	const { kind, label } = sniff(bytes);
	if (kind !== 'jpeg' && kind !== 'png' && kind !== 'gif') {
		throw new Problem(`${called} is not a JPG, PNG or GIF: by its content it looks like ${label}`, {
			description: imageAdvice(kind),
		});
	}
	const size = imageDimensions(bytes, kind);
	if (!size) throw damagedProblem(called, 'its width and height cannot be read');
	if (size.width * size.height >= TOO_MANY_PIXELS)
		throw tooLargeProblem(called, size.width, size.height);
	if (kind !== 'gif') return { type: kind, ...size, warnings: [] };
	return { type: kind, ...size, frames: checkFrames(bytes, called), warnings: [] };
}

function checkFrames(bytes: Buffer, called: string): number {
	const frames = gifFrames(bytes);
	if (frames === undefined) throw damagedProblem(called, 'it ends in the middle of a picture');
	if (frames === 0) throw damagedProblem(called, 'it holds no picture');
	if (frames > MAX_FRAMES) {
		throw new Problem(
			`${called} has ${formatNumber(frames)} frames; LinkedIn takes GIFs of up to ${MAX_FRAMES} frames`,
			{ description: `Shorten the animation or lower its frame rate, ${OR_SWITCH_OFF}.` },
		);
	}
	return frames;
}

function tooLargeProblem(called: string, width: number, height: number): Problem {
	return new Problem(
		`${called} has ${formatNumber(width * height)} pixels (${width} x ${height}); LinkedIn takes images of less than ${formatNumber(TOO_MANY_PIXELS)} pixels`,
		{ description: `Scale it down, for example to 4000 x 4000 pixels at most, ${OR_SWITCH_OFF}.` },
	);
}

function damagedProblem(called: string, why: string): Problem {
	return new Problem(`${called} is damaged or cut off: ${why}`, {
		description: `Download or export the image again, ${OR_SWITCH_OFF}.`,
	});
}
