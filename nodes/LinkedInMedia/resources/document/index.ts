import type { Resource } from '../../../run/operation';
import * as operations from './operations';

export const document: Resource = {
	value: 'document',
	name: 'Document',
	description: 'Upload and read PDF, Word and PowerPoint files',
	defaultOperation: 'upload',
	operations: Object.values(operations),
};
