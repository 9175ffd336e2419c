import type { Right } from '../api/permissions';
import type { UrnType } from '../api/urn';

/**
 * What differs between LinkedIn's media collections: everything else is the same code.
 * Sources: linkedin-videos-api, linkedin-images-api.
 */
export interface Collection {
	/** As people call one entry of it. */
	readonly noun: string;
	readonly path: string;
	/** The kind of URN of an entry, and its field in the answer of `initializeUpload`. */
	readonly urnType: 'video' | 'image';
	/** Who may own an entry. */
	readonly ownerTypes: readonly UrnType[];
	readonly uploadRight: Right;
	readonly readRight: Right;
}

export const VIDEOS: Collection = {
	noun: 'video',
	path: '/rest/videos',
	urnType: 'video',
	ownerTypes: ['person', 'organization'],
	uploadRight: 'uploadVideo',
	readRight: 'readVideo',
};

export const IMAGES: Collection = {
	noun: 'image',
	path: '/rest/images',
	urnType: 'image',
	ownerTypes: ['person', 'organization', 'sponsoredAccount'],
	uploadRight: 'uploadImage',
	readRight: 'readImage',
};
