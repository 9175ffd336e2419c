import { Problem } from '../problem';
import { Budget } from './budget/budget';
import type { Limits } from './budget/limits';
import type { CarouselLook } from './carousel/writer';
import { SAFE_DOCUMENT_BYTES } from './documentSize';
import { emptyFileProblem } from './fileProblems';
import { formatBytes, plural } from './format';
import { imageAdvice } from './imageAdvice';
import { readAll } from './readAll';
import { sniff } from './sniff';
import { giveBack } from './spent';
import { fileOf, type FileSource } from './source';

/** An image of a carousel, open but not read. */
export interface CarouselImage {
	readonly file: FileSource;
	/** As errors call it: `Image 3 (binary field "data_2")`. */
	readonly called: string;
}

/** The title of a carousel where nobody gives one. */
export const CAROUSEL_TITLE = 'Carousel';

/** Of one image: alone it may be as large as all of them. */
export const MOST_IMAGE_BYTES = SAFE_DOCUMENT_BYTES;

const SMALLER =
	'Make the images smaller with an Edit Image node before this one (operation Resize, e.g. to 1080 x 1350 pixels; JPEG takes less than PNG), or use fewer images.';

/** Pixels bound the work on each image (`carousel/size.ts`): the budget only gives turns to others, and hears Stop. */
const NO_LIMITS: Limits = { bytes: Infinity, work: Infinity, requests: Infinity, memory: Infinity };

/**
 * Adds up the sizes of images, before the first of them is read.
 *
 * @returns bytes of all of them
 * @throws Problem for more than LinkedIn takes in a document
 */
export function checkCarouselSize(images: readonly CarouselImage[]): number {
	const bytes = images.reduce((sum, { file }) => sum + file.size, 0);
	if (bytes > SAFE_DOCUMENT_BYTES) {
		throw tooLarge(
			`The ${images.length} ${plural('image', images.length)} of the carousel have ${formatBytes(bytes)} together`,
		);
	}
	return bytes;
}

/** Does one thing after the other; who looks for all that is wrong goes on after what fails. */
type InTurn = (works: ReadonlyArray<() => Promise<void>>) => Promise<unknown>;

/**
 * Makes one PDF of JPEG and PNG images, a page each, in their order. They are read one after the other,
 * and those that are in memory already are let go when they are a page: the memory for it is that of the
 * PDF, and of the largest image.
 *
 * The writer is a bundle of its own, loaded at first use.
 *
 * @param images taken out of this list
 * @param inTurn throws what was thrown by an image
 * @throws Problem that names the image, from 1 on, for what can't be shown or is too large;
 * CancelledError
 */
export async function makeCarousel(
	images: CarouselImage[],
	look: CarouselLook,
	{ signal, inTurn }: { readonly signal: AbortSignal | undefined; readonly inTurn: InTurn },
): Promise<FileSource> {
	const imageBytes = checkCarouselSize(images);
	const { CarouselWriter } = await import('./carousel/writer');
	const budget = new Budget({ signal, limits: NO_LIMITS });
	const writer = new CarouselWriter(look, {
		imageBytes,
		images: images.length,
		most: SAFE_DOCUMENT_BYTES,
		tooLarge: () => tooLarge('The PDF of the carousel’s images is too large'),
		budget,
	});
	const addPage = async ({ file, called }: CarouselImage) => {
		if (file.size === 0) throw emptyFileProblem(called);
		const bytes = await readAll(file, MOST_IMAGE_BYTES, 'image', signal);
		await writer.add(kindOf(bytes, called), bytes, {
			budget,
			problem: (why, description) => new Problem(`${called} ${why}`, { description }),
		});
		// Its page has a copy of it.
		giveBack(bytes);
		await budget.breathe();
	};
	const waiting = images.splice(0);
	const addNext = async () => {
		const image = waiting.shift();
		if (image) await addPage(image);
	};
	await inTurn(waiting.map(() => addNext));
	return fileOf(`${CAROUSEL_TITLE}.pdf`, await writer.finish());
}

/** The memory that it takes to fetch images of unknown sizes, and to make a carousel of them. */
export const FETCHED_CAROUSEL_BYTES = SAFE_DOCUMENT_BYTES;

/** The memory that it takes to make a carousel: the PDF, and the largest image. */
export function carouselBytes(images: readonly CarouselImage[]): number {
	return checkCarouselSize(images) + Math.max(0, ...images.map(({ file }) => file.size));
}

function kindOf(bytes: Buffer, called: string): 'jpeg' | 'png' {
	const { kind, label } = sniff(bytes);
	if (kind === 'jpeg' || kind === 'png') return kind;
	throw new Problem(
		`${called} is ${label}; the pages of a carousel are made of JPEG and PNG images`,
		{
			description: imageAdvice(kind, 'JPG or PNG'),
		},
	);
}

function tooLarge(what: string): Problem {
	return new Problem(`${what}; LinkedIn allows documents of up to 100 MB`, {
		description: SMALLER,
	});
}
