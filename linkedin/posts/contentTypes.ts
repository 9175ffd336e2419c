import { MAX_PAGES } from '../files/documentSize';
import { DOCUMENTS, IMAGES, VIDEOS, type MediaCollection } from '../media/collections';

/** What a kind of post with media shows. */
interface MediaContent {
	/** As people call it, with its article. */
	readonly noun: string;
	/** The collection of its media. */
	readonly collection: MediaCollection;
	/** What it is made of, if that is not what the collection has. */
	readonly madeOf?: string;
	/** How many of them it shows. */
	readonly least: number;
	readonly most: number;
	/** How many of its media may have alt text. */
	readonly altTexts: number;
	readonly hasTitle: boolean;
}

/** What differs between the kinds of post (LinkedIn's Posts API page, "Content"; MultiImage API). */
export const CONTENT_TYPES = {
	image: {
		noun: 'an image post',
		collection: IMAGES,
		least: 1,
		most: 1,
		altTexts: 1,
		hasTitle: true,
	},
	multiImage: {
		noun: 'a post with several images',
		collection: IMAGES,
		least: 2,
		most: 20,
		altTexts: 20,
		hasTitle: false,
	},
	video: {
		noun: 'a video post',
		collection: VIDEOS,
		least: 1,
		most: 1,
		altTexts: 0,
		hasTitle: true,
	},
	document: {
		noun: 'a document post',
		collection: DOCUMENTS,
		least: 1,
		most: 1,
		altTexts: 0,
		hasTitle: true,
	},
	/** One document, made of images. */
	carousel: {
		noun: 'a carousel',
		collection: DOCUMENTS,
		madeOf: 'image',
		least: 2,
		most: MAX_PAGES,
		altTexts: 0,
		hasTitle: true,
	},
	/** Its only image is the thumbnail. */
	article: {
		noun: 'an article post',
		collection: IMAGES,
		madeOf: 'thumbnail',
		least: 0,
		most: 1,
		altTexts: 0,
		hasTitle: true,
	},
	/**
	 * An ad of several cards (carousel ads, "Carousel Content"): images only, each with a landing page.
	 * An organic post of pages to swipe is a document.
	 */
	cards: {
		noun: 'a post with cards',
		collection: IMAGES,
		least: 2,
		most: 10,
		altTexts: 0,
		hasTitle: false,
	},
} satisfies Record<string, MediaContent>;

/** Kinds of post that show media, or may. */
export type MediaContentName = keyof typeof CONTENT_TYPES;

/** All kinds: a text stands alone, and a reshare shows the post that it shares. */
export type ContentTypeName = MediaContentName | 'text' | 'reshare';

/** Whether a post of this kind has media of its own. */
export function hasMedia(name: ContentTypeName): name is MediaContentName {
	return name in CONTENT_TYPES;
}
