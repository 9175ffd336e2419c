import type { Resource } from '../../../run/operation';
import { fromUrls } from './fromUrls';
import { getStatus } from './getStatus';

export const mediaImport: Resource = {
	value: 'import',
	name: 'Import',
	description: 'Many videos or images from their addresses, each once',
	defaultOperation: 'fromUrls',
	operations: [fromUrls, getStatus],
};
