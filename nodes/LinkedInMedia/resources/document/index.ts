import type { Resource } from '../../../run/operation';
import * as operations from './operations';

export const document: Resource = {
	value: 'document',
	name: 'Document',
	description: 'Upload PDF, Word and PowerPoint files, shown in the feed as a carousel',
	defaultOperation: 'upload',
	operations: Object.values(operations),
};
