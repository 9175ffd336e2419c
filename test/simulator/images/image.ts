import type { WholeKind } from '../assets/whole/kind';

export const imageKind: WholeKind = {
	kind: 'image',
	path: 'images',
	/** linkedin-images-api: the request names person and organization, the schema also an account. */
	owners: ['person', 'organization', 'sponsoredAccount'],
	inLibraries: true,
	artifact: 'uploaded-image',
	noun: 'an image',
	/** linkedin-images-api counts pixels, not bytes. */
	largest: Infinity,
	takes: (type) => /^(application\/octet-stream|image\/[a-z0-9.+-]+)$/i.test(type),
	store: ({ images }) => images,
};
