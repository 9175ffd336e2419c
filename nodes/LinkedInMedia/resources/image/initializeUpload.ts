import { IMAGES } from '../../../../linkedin/media/collections';
import { initializeSingle } from '../media/initializeSingle';

export const initializeUpload = initializeSingle({
	collection: IMAGES,
	usualName: 'image.png',
	inLibrary: true,
});
