import { MAX_IMAGE_BYTES } from '../../../../linkedin/files/imageLimits';
import { readImage } from '../../../../linkedin/files/readImage';
import { IMAGES } from '../../../../linkedin/media/collections';
import { uploadSingle } from '../media/uploadSingle';

export const upload = uploadSingle({
	collection: IMAGES,
	description: 'Upload a JPG, PNG or GIF image',
	inLibrary: true,
	mostBytes: MAX_IMAGE_BYTES,
	load: async (file, check, signal) => {
		const { facts, ...image } = await readImage(file, 'image', check, signal);
		return { ...image, ...(facts && { facts: { file: { ...facts } } }) };
	},
});
