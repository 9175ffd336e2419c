import type { Resource } from '../../../run/operation';
import * as operations from './operations';

export const document: Resource = {
	value: 'document',
	name: 'Document',
	defaultOperation: 'upload',
	operations: Object.values(operations),
};
