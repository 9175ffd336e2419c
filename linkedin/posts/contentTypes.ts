import { DOCUMENTS, IMAGES, VIDEOS, type MediaCollection } from '../media/collections';

/** What one kind of post shows. */
interface ContentType {
	/** Its noun, with an article. */
	readonly noun: string;
	/** The collection of its media. */
	readonly collection: MediaCollection;
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
	/** Its only image is the thumbnail. */
	article: {
		noun: 'an article post',
		collection: IMAGES,
		least: 0,
		most: 1,
		altTexts: 0,
		hasTitle: true,
	},
} satisfies Record<string, ContentType>;

export type ContentTypeName = keyof typeof CONTENT_TYPES;
