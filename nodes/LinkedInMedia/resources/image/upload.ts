import { readImage } from '../../../../linkedin/files/readImage';
import { IMAGES } from '../../../../linkedin/media/collections';
import { uploadSingle } from '../media/uploadSingle';

export const upload = uploadSingle({
	collection: IMAGES,
	description: 'Upload an image',
	inLibrary: true,
	load: (file, check, signal) => readImage(file, 'image', check, signal),
});
