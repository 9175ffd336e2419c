import {
	carouselBytes,
	checkCarouselSize,
	FETCHED_CAROUSEL_BYTES,
	makeCarousel,
	MOST_IMAGE_BYTES,
	type CarouselImage,
} from '../../linkedin/files/carousel';
import type { CarouselLook } from '../../linkedin/files/carousel/writer';
import type { FileSource } from '../../linkedin/files/source';
import { Problem } from '../../linkedin/problem';
import { inMemory } from '../../linkedin/upload/inMemory';
import type { NamedFile } from '../fields/source';
import type { Item } from '../run/item';
import { fieldsIn, listed, type BinaryField } from './binary';
import { openFile } from './open';

/** What a binary field's type may be if nobody knew it. */
const UNKNOWN_TYPES = ['', 'application/octet-stream'];

/**
 * The files that the form names, with the binary fields of the item in place of patterns such as
 * `slide_*`, in the item's order. Of what a pattern finds, files of another type than images are left
 * out, with a warning.
 *
 * @throws Problem for a pattern that finds nothing, unless it is all images
 */
export function expandImages(item: Item, files: readonly NamedFile[]): readonly NamedFile[] {
	return files.flatMap((file) => {
		if (file.from === 'url' || typeof file.value !== 'string') return [file];
		const pattern = file.value.trim();
		if (!pattern.includes('*')) return [file];
		return matching(item, pattern, file.what).map((value) => ({ ...file, value }));
	});
}

function matching(item: Item, pattern: string, what: string): readonly string[] {
	const present = fieldsIn(item.execution.getInputData()[item.index]);
	const found = present.filter(({ name }) => matches(name, pattern));
	const pictures = found.filter(mayBeImage);
	const others = found.filter((field) => !mayBeImage(field));
	if (others.length > 0) {
		const named = others.map(({ name, mimeType }) => `"${name}" (${mimeType})`).join(', ');
		item.warn(`Not an image, so it is no page of the carousel: ${named}.`);
	}
	// For all of them, too few are told with the number that is needed.
	if (pictures.length > 0 || pattern === '*') return pictures.map(({ name }) => name);
	throw new Problem(`${what}: the item has no image in a binary field like "${pattern}"`, {
		description:
			present.length === 0
				? 'The item has no binary data. Add a node before this one that reads or downloads the images.'
				: `Available binary fields: ${listed(present.map(({ name }) => name))}.`,
	});
}

/** Linear, whatever the pattern: each part is searched for once. */
function matches(name: string, pattern: string): boolean {
	const parts = pattern.split('*');
	const [first = ''] = parts;
	const last = parts.at(-1) ?? '';
	if (!name.startsWith(first) || name.length < first.length + last.length) return false;
	let at = first.length;
	for (const part of parts.slice(1, -1)) {
		const found = name.indexOf(part, at);
		if (found < 0) return false;
		at = found + part.length;
	}
	return name.endsWith(last) && name.length - last.length >= at;
}

function mayBeImage({ mimeType }: BinaryField): boolean {
	return mimeType.startsWith('image/') || UNKNOWN_TYPES.includes(mimeType);
}

/**
 * Opens the images of a carousel. No more is fetched from links than a document may have: the sizes are
 * added up as they become known.
 *
 * @returns in a check, without those that can't be opened, as long as one can
 * @throws Problem that names the field, and for more than a document may have
 */
async function openImages(item: Item, files: readonly NamedFile[]): Promise<CarouselImage[]> {
	const images: CarouselImage[] = [];
	const { check } = item;
	for (const [index, named] of files.entries()) {
		const open = () => openFile(item, named, { wholeUpTo: MOST_IMAGE_BYTES });
		const file = await check.attempt(open);
		if (!file) continue;
		const field = named.from === 'binaryData' ? named.value : undefined;
		const where = typeof field === 'string' ? `binary field "${field}"` : `"${file.name}"`;
		images.push({ file, called: `Image ${index + 1} (${where})` });
		checkCarouselSize(images);
	}
	const [problem] = check.problems;
	if (images.length === 0 && problem) throw problem;
	return images;
}

/** The PDF of these images, once. @throws Problem that names the image; in a check, each that is no page */
export async function carouselOf(
	item: Item,
	images: CarouselImage[],
	look: CarouselLook,
): Promise<FileSource> {
	const { check, signal } = item;
	return makeCarousel(images, look, { signal, inTurn: (works) => check.gather(...works) });
}

/**
 * Runs `work` with the images open, as soon as there is memory for their PDF. Images from links are
 * fetched only then, because they stay in memory until they are pages.
 *
 * @throws Problem, as {@link openImages}; CancelledError; what `work` throws
 */
export async function withImages<Result>(
	item: Item,
	files: readonly NamedFile[],
	work: (images: CarouselImage[]) => Promise<Result>,
): Promise<Result> {
	const { context } = item;
	if (files.some(({ from }) => from === 'url')) {
		return inMemory(context, FETCHED_CAROUSEL_BYTES, async () =>
			work(await openImages(item, files)),
		);
	}
	const images = await openImages(item, files);
	return inMemory(context, carouselBytes(images), () => work(images));
}
