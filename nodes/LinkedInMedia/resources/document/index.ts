import type { Resource } from '../../../run/operation';
import { get } from './get';
import { initializeUpload } from './initializeUpload';
import { upload } from './upload';

export const document: Resource = {
	value: 'document',
	name: 'Document',
	defaultOperation: 'upload',
	operations: [upload, initializeUpload, get],
};
