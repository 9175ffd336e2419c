import { IMAGES } from '../../../../linkedin/media/collections';
import type { Resource } from '../../../run/operation';
import { libraryOperations } from '../media';
import { initializeUpload } from './initializeUpload';
import { upload } from './upload';

export const image: Resource = {
	value: 'image',
	name: 'Image',
	defaultOperation: 'upload',
	operations: [upload, initializeUpload, ...libraryOperations(IMAGES)],
};
