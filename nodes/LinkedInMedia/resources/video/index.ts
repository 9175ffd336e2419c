import { VIDEOS } from '../../../../linkedin/media/collections';
import type { Resource } from '../../../run/operation';
import { libraryOperations } from '../media';
import { finalizeUpload } from './finalizeUpload';
import { initializeUpload } from './initializeUpload';
import { resumeUpload } from './resumeUpload';
import { upload } from './upload';

export const video: Resource = {
	value: 'video',
	name: 'Video',
	defaultOperation: 'upload',
	operations: [
		upload,
		resumeUpload,
		initializeUpload,
		finalizeUpload,
		...libraryOperations(VIDEOS),
	],
};
