import { Problem } from '../problem';
import { imageAdvice } from './imageAdvice';
import { emptyFileProblem, OR_SWITCH_OFF } from './fileProblems';
import type { Budget } from './budget/budget';
import { withinBudget } from './budget/within';
import { readGif } from './image/gif';
import { readJpeg } from './image/jpeg';
import type { ImageType } from './image/picture';
import { readPng } from './image/png';
import { sniff } from './sniff';
import { formatNumber } from './format';
import { TOO_MANY_PIXELS } from './imageLimits';

/** Images API, "Supported image formats": "GIF format supports up to 250 frames". */
const MAX_FRAMES = 250;

const READERS = { jpeg: readJpeg, png: readPng, gif: readGif };

/** What an image is. Pixels are those of the whole image, whatever its EXIF orientation. */
export interface ImageFacts {
	readonly type: ImageType;
	readonly width: number;
	readonly height: number;
	/** Frames of an animation, 1 for a still image; GIF only. */
	readonly frames?: number;
}

export interface CheckedImage {
	readonly facts: ImageFacts;
	/** For the user. */
	readonly warnings: string[];
}

/** Which image is checked. */
export interface ImageCheck {
	/** The file's name, for messages. */
	readonly name: string;
	/** What the image is for, in messages: `image`, `thumbnail`. */
	readonly what?: string;
	readonly signal?: AbortSignal;
}

/**
 * Checks an image against the limits of the Images API.
 *
 * @param bytes the whole file
 * @throws Problem for an empty file, a format other than JPG, PNG or GIF, 36,152,320 pixels or
 * more, a GIF of more than 250 frames, and a file that is damaged or incomplete; CancelledError
 */
export async function checkImage(
	bytes: Buffer,
	{ name, what = 'image', signal }: ImageCheck,
): Promise<CheckedImage> {
	const called = `The ${what} "${name}"`;
	if (bytes.length === 0) throw emptyFileProblem(called);
	return withinBudget(called, signal, (budget) => checkWithin(bytes, called, budget));
}

async function checkWithin(bytes: Buffer, called: string, budget: Budget): Promise<CheckedImage> {
	const type = imageType(bytes, called);
	const { width = 0, height = 0, frames, cutOff, endMissing } = await READERS[type](bytes, budget);
	if (width === 0 || height === 0)
		throw damagedProblem(called, 'its width and height can’t be read');
	if (width * height >= TOO_MANY_PIXELS) throw tooLargeProblem(called, width, height);
	if (cutOff !== undefined) throw damagedProblem(called, cutOff);
	if (frames !== undefined) checkFrames(frames, called);
	return {
		facts: { type, width, height, ...(frames === undefined ? {} : { frames }) },
		warnings: endMissing ? [`${called} may be cut off: its end is missing.`] : [],
	};
}

function imageType(bytes: Buffer, called: string): ImageType {
	const { kind, label } = sniff(bytes);
	if (kind === 'jpeg' || kind === 'png' || kind === 'gif') return kind;
	throw new Problem(`${called} is not a JPG, PNG or GIF; it looks like ${label}`, {
		description: imageAdvice(kind),
	});
}

function checkFrames(frames: number, called: string): void {
	if (frames <= MAX_FRAMES) return;
	throw new Problem(
		`${called} has ${formatNumber(frames)} frames; LinkedIn allows up to ${MAX_FRAMES}`,
		{ description: `Shorten the animation or lower its frame rate, ${OR_SWITCH_OFF}.` },
	);
}

function tooLargeProblem(called: string, width: number, height: number): Problem {
	return new Problem(
		`${called} has ${formatNumber(width * height)} pixels (${width} x ${height}); LinkedIn allows fewer than ${formatNumber(TOO_MANY_PIXELS)}`,
		{ description: `Scale it down, e.g. to at most 4000 x 4000 pixels, ${OR_SWITCH_OFF}.` },
	);
}

function damagedProblem(called: string, why: string): Problem {
	return new Problem(`${called} is damaged or cut off: ${why}`, {
		description: 'Download or export the image again.',
	});
}
