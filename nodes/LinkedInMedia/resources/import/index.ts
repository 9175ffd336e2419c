import type { Resource } from '../../../run/operation';
import * as operations from './operations';

export const mediaImport: Resource = {
	value: 'import',
	name: 'Import',
	description: 'Import videos or images by URL without duplicates',
	defaultOperation: 'fromUrls',
	operations: Object.values(operations),
};
