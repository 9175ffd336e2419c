import { CAROUSEL_TITLE } from '../../../../linkedin/files/carousel';
import { MAX_PAGES } from '../../../../linkedin/files/documentSize';
import type { FileSource } from '../../../../linkedin/files/source';
import { Problem } from '../../../../linkedin/problem';
import { carouselImages } from '../../../fields/carousel';
import { background, carouselLook, pageSize } from '../../../fields/carouselLook';
import { sourceFieldsOf, sourceOrImages } from '../../../fields/source';
import { carouselOf, expandImages, withImages } from '../../../files/carousel';
import { line } from '../../../form/fields';
import type { Item } from '../../../run/item';

const ofImages = { source: ['images'] };
const inOptions = { '/source': ['images'] };

const images = carouselImages(ofImages);

const title = line({
	displayName: 'Title',
	name: 'title',
	placeholder: 'e.g. Our team at the conference',
	description:
		'Title inside the PDF. The title that readers see on LinkedIn is part of the post that shows the document.',
}).when(ofImages);

const [, ...ofFile] = sourceFieldsOf('document');

/** A document made of images, a page each. */
export const madeOfImages = {
	fields: [sourceOrImages, ...ofFile, ...images.fields, title],
	options: [background.when(inOptions), pageSize.when(inOptions)],
	open(item: Item) {
		if (item.read(sourceOrImages) !== 'images') return undefined;
		const { files, what } = item.read(images);
		const look = { ...item.read(carouselLook), title: item.read(title) || CAROUSEL_TITLE };
		const named = expandImages(item, files);
		checkPages(named.length, what);
		return {
			withRoom: <Result>(work: (file: () => Promise<FileSource>) => Promise<Result>) =>
				withImages(item, named, (opened) => work(() => carouselOf(item, opened, look))),
		};
	},
};

/** As many as a carousel that is posted has. @throws Problem */
function checkPages(count: number, what: string): void {
	if (count >= 2 && count <= MAX_PAGES) return;
	const given = count === 0 ? 'none was' : count === 1 ? 'only 1 was' : `${count} were`;
	throw new Problem(`${what}: a carousel needs 2 to ${MAX_PAGES} images, but ${given} given`, {
		description:
			count > MAX_PAGES
				? `Use up to ${MAX_PAGES} images.`
				: 'Check the names of the binary fields or the URLs. To use images of several items, combine the items first with an Aggregate node and its option "Include Binaries".',
	});
}
