import type { Resource } from '../../../run/operation';
import * as operations from './operations';

export const mediaImport: Resource = {
	value: 'import',
	name: 'Import',
	description: 'Many videos or images from their addresses, each once',
	defaultOperation: 'fromUrls',
	operations: Object.values(operations),
};
