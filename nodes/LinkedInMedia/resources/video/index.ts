import { VIDEOS } from '../../../../linkedin/media/collections';
import type { Resource } from '../../../run/operation';
import { libraryOperations } from '../media';
import * as operations from './operations';

export const video: Resource = {
	value: 'video',
	name: 'Video',
	description: 'Upload videos and manage those in a media library',
	defaultOperation: 'upload',
	operations: [...Object.values(operations), ...libraryOperations(VIDEOS)],
};
