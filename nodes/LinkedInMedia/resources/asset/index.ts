import type { Resource } from '../../../run/operation';
import * as operations from './operations';

export const asset: Resource = {
	value: 'asset',
	name: 'Asset (Legacy)',
	description: 'Upload images and videos with the older Vector Assets API',
	defaultOperation: 'upload',
	operations: Object.values(operations),
};
