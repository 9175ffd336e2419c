import type { Right } from '../api/permissions';
import type { UrnType } from '../api/urn';

/**
 * What differs between LinkedIn's media collections: everything else is the same code.
 * Sources: linkedin-videos-api, linkedin-images-api; LinkedIn's Documents API page.
 */
export interface MediaCollection {
	/** The noun for one of its entries. */
	readonly noun: string;
	readonly path: string;
	/** Below the API before versions, if that lets more tokens read: see `legacyGet.ts`. */
	readonly legacyPath?: string;
	/** The kind of URN of an entry, and its field in the answer of `initializeUpload`. */
	readonly urnType: 'video' | 'image' | 'document';
	/** The kinds of owner. */
	readonly ownerTypes: readonly UrnType[];
	readonly uploadRight: Right;
	readonly readRight: Right;
}

/** The form of the finder's filter: `ACTIVE` or `(value:ACTIVE)`. */
export type FilterForm = 'plain' | 'record';

/** A collection whose entries may be in an ad account's media library. */
export interface LibraryCollection extends MediaCollection {
	readonly urnType: 'video' | 'image';
	/**
	 * The form of `mediaLibraryStatus` in the sample on the collection's own page. The two pages
	 * differ without a reason: see `find.ts`.
	 */
	readonly filterForm: FilterForm;
	/** Fields of an entry with the URL of something to download. */
	readonly downloads: {
		readonly media: string;
		readonly thumbnail?: string;
		readonly captions?: string;
	};
}

export const VIDEOS: LibraryCollection = {
	noun: 'video',
	path: '/rest/videos',
	urnType: 'video',
	ownerTypes: ['person', 'organization'],
	uploadRight: 'uploadVideo',
	readRight: 'readVideo',
	filterForm: 'plain',
	downloads: { media: 'downloadUrl', thumbnail: 'thumbnail', captions: 'captions' },
};

export const IMAGES: LibraryCollection = {
	noun: 'image',
	path: '/rest/images',
	legacyPath: '/v2/images',
	urnType: 'image',
	ownerTypes: ['person', 'organization', 'sponsoredAccount'],
	uploadRight: 'uploadImage',
	readRight: 'readImage',
	filterForm: 'record',
	downloads: { media: 'downloadUrl' },
};

/** Documents are uploaded like images, and have no media library. */
export const DOCUMENTS: MediaCollection = {
	noun: 'document',
	path: '/rest/documents',
	urnType: 'document',
	ownerTypes: ['person', 'organization', 'sponsoredAccount'],
	uploadRight: 'uploadDocument',
	readRight: 'readDocument',
};
