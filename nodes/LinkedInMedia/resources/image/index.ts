import { IMAGES } from '../../../../linkedin/media/collections';
import type { Resource } from '../../../run/operation';
import { libraryOperations } from '../media';
import * as operations from './operations';

export const image: Resource = {
	value: 'image',
	name: 'Image',
	description: 'Upload images and manage those in a media library',
	defaultOperation: 'upload',
	operations: [...Object.values(operations), ...libraryOperations(IMAGES)],
};
